package vn.danvankheo.benchmarks.rehydration;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vn.danvankheo.benchmarks.commands.CommandSide;
import vn.danvankheo.benchmarks.commands.Workload;
import vn.danvankheo.benchmarks.generator.EventCopy;
import vn.danvankheo.benchmarks.measure.Comparison;
import vn.danvankheo.benchmarks.measure.Contender;
import vn.danvankheo.benchmarks.measure.Figure;
import vn.danvankheo.benchmarks.measure.Findings;
import vn.danvankheo.benchmarks.measure.Protocol;
import vn.danvankheo.benchmarks.measure.Round;
import vn.danvankheo.benchmarks.stores.BenchmarkPostgres;

/**
 * What a threshold of snapshots is worth: the time of a command on a model that is not in memory,
 * by the length of its history, at every distance from its last snapshot alike; and what writing
 * snapshots takes away from models that are in memory.
 */
public final class RehydrationBenchmark {
  private static final List<Integer> LENGTHS = List.of(20, 100, 500, 5_000);
  private static final List<Integer> THRESHOLDS = List.of(10, 20, 50, 100, 200);
  private static final int NEVER = 1_000_000;
  private static final int MODELS = 8;
  private static final int LEAST_PASSES = 10;
  private static final int MOST_PASSES_WITHOUT = 20;
  private static final int WARM_MODELS = 200;

  private final BenchmarkPostgres postgres;
  private final Protocol protocol;
  private final PrintStream out;
  private final List<Figure> figures = new ArrayList<>();

  /**
   * A benchmark.
   *
   * @param postgres a server with an empty database
   * @param protocol how to measure throughput
   * @param out told about every turn
   */
  public RehydrationBenchmark(BenchmarkPostgres postgres, Protocol protocol, PrintStream out) {
    this.postgres = postgres;
    this.protocol = protocol;
    this.out = out;
  }

  /**
   * Runs it.
   *
   * @return figures
   * @throws Exception what went wrong
   */
  public Findings run() throws Exception {
    CommandSide.prepare(postgres, 0);
    cold(NEVER, false);
    for (int threshold : THRESHOLDS) {
      cold(threshold, true);
    }
    cold(NEVER, true);
    warm();
    return new Findings("rehydration", figures, List.of());
  }

  private void cold(int threshold, boolean counts) throws SQLException, IOException {
    try (CommandSide side = CommandSide.startForgetful(postgres, threshold)) {
      for (int length : LENGTHS) {
        List<String> models = models(MODELS, length);
        pass(side, models, 0);
        int passes = threshold == NEVER ? MOST_PASSES_WITHOUT : threshold;
        passes = Math.max(LEAST_PASSES, Math.min(passes, length / 2));
        long[] latencies = new long[passes * MODELS];
        for (int i = 0; i < passes; i++) {
          System.arraycopy(pass(side, models, i + 1), 0, latencies, i * MODELS, MODELS);
        }
        if (counts) {
          tell(length, threshold, new Round(1, latencies, 0));
        }
      }
    }
  }

  private void tell(int length, int threshold, Round round) {
    String name =
        "%,d events, %s".formatted(length, threshold == NEVER ? "none" : "every " + threshold);
    figures.add(Figure.once(name + ", mean", "ms", round.mean()));
    figures.add(Figure.once(name + ", p99", "ms", round.percentile(0.99)));
    out.printf("%-28s mean %8.3f ms  p99 %8.3f ms%n", name, round.mean(), round.percentile(0.99));
  }

  /** Each model once; none is in memory when its turn comes. */
  private static long[] pass(CommandSide side, List<String> models, int number) {
    long[] latencies = new long[models.size()];
    for (int i = 0; i < latencies.length; i++) {
      long began = System.nanoTime();
      side.update(models.get(i), number + 1);
      latencies[i] = System.nanoTime() - began;
    }
    return latencies;
  }

  private void warm() throws Exception {
    List<String> models = models(WARM_MODELS, Workload.EVENTS);
    Map<Integer, CommandSide> sides = new LinkedHashMap<>();
    try {
      List<Contender> contenders = new ArrayList<>();
      for (int threshold : List.of(10, 20, 50, NEVER)) {
        CommandSide side = CommandSide.startWithSnapshotsEvery(postgres, threshold);
        sides.put(threshold, side);
        contenders.add(
            side.on(threshold == NEVER ? "warm, none" : "warm, every " + threshold, models));
      }
      Comparison measured = Comparison.run(protocol, contenders, out);
      contenders.forEach(one -> figures.add(measured.rate(one.name())));
    } finally {
      sides.values().forEach(CommandSide::close);
    }
  }

  private List<String> models(int number, int length) throws SQLException, IOException {
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("TRUNCATE snapshot");
    }
    List<String> ids = IntStream.range(0, number).mapToObj(i -> Workload.newId()).toList();
    EventCopy.write(postgres, Workload.histories(ids, length));
    return ids;
  }
}
