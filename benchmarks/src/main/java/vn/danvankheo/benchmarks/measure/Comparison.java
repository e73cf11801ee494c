package vn.danvankheo.benchmarks.measure;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Contenders measured by turns (A B C, A B C, …), so that whatever else the machine does meets all
 * of them; ratios are taken within a round.
 */
public final class Comparison {
  /** Enough for a first guess at a contender's speed. */
  private static final int FIRST_OPERATIONS = 50;

  private final Map<String, List<Round>> rounds;

  private Comparison(Map<String, List<Round>> rounds) {
    this.rounds = rounds;
  }

  /**
   * Warms all contenders up, then measures them.
   *
   * @param protocol how
   * @param contenders who, in their order within a round
   * @param out told about every turn
   * @return what was measured
   * @throws Exception what a contender threw
   */
  public static Comparison run(Protocol protocol, List<Contender> contenders, PrintStream out)
      throws Exception {
    Map<String, Integer> operations = new LinkedHashMap<>();
    Map<String, List<Round>> measured = new LinkedHashMap<>();
    contenders.forEach(one -> operations.put(one.name(), FIRST_OPERATIONS));
    try (Writers writers = new Writers(protocol.servers())) {
      for (int i = 0; i < protocol.warmUps() + protocol.rounds(); i++) {
        boolean counts = i >= protocol.warmUps();
        for (Contender one : contenders) {
          int times = operations.get(one.name());
          Round round = writers.run(one.prepare(protocol.writers(), times), times);
          if (counts) {
            measured.computeIfAbsent(one.name(), name -> new ArrayList<>()).add(round);
          } else {
            operations.put(one.name(), timesFor(protocol, round));
          }
          tell(out, counts ? "round" : "warm-up", one, round);
        }
      }
    }
    return new Comparison(measured);
  }

  private static int timesFor(Protocol protocol, Round round) {
    double each = round.perSecond() * protocol.seconds() / protocol.writers();
    return Math.max(FIRST_OPERATIONS, (int) each);
  }

  private static void tell(PrintStream out, String kind, Contender contender, Round round) {
    out.printf(
        Locale.ROOT,
        "%-8s %-28s %8d × %9.0f/s   p50 %8.3f ms   p99 %8.3f ms   cpu %6.3f ms here, %6.3f ms servers%n",
        kind,
        contender.name(),
        round.operations(),
        round.perSecond(),
        round.percentile(0.5),
        round.percentile(0.99),
        round.processorMillis(),
        round.serverMillis());
  }

  /**
   * A contender's speed.
   *
   * @param name the contender
   * @return operations a second, one value for each round
   */
  public Figure rate(String name) {
    return figure(name, name, "/s", Round::perSecond);
  }

  /**
   * A contender's latency.
   *
   * @param name the contender
   * @param share 0.5 for the median, 0.99 for all but the slowest hundredth
   * @return milliseconds, one value for each round
   */
  public Figure percentile(String name, double share) {
    String label = "%s p%d".formatted(name, Math.round(share * 100));
    return figure(name, label, "ms", round -> round.percentile(share));
  }

  /**
   * A contender's mean latency.
   *
   * @param name the contender
   * @return milliseconds, one value for each round
   */
  public Figure mean(String name) {
    return figure(name, name + " mean", "ms", Round::mean);
  }

  private Figure figure(String name, String label, String unit, ToDoubleFunction<Round> value) {
    return new Figure(label, unit, rounds.get(name).stream().map(value::applyAsDouble).toList());
  }
}
