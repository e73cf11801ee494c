package vn.danvankheo.benchmarks.ledger;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import vn.danvankheo.benchmarks.commands.CommandSide;
import vn.danvankheo.benchmarks.generator.EventCopy;
import vn.danvankheo.benchmarks.generator.EventGenerator;
import vn.danvankheo.benchmarks.measure.Bar;
import vn.danvankheo.benchmarks.measure.Comparison;
import vn.danvankheo.benchmarks.measure.Contender;
import vn.danvankheo.benchmarks.measure.Figure;
import vn.danvankheo.benchmarks.measure.Findings;
import vn.danvankheo.benchmarks.measure.Protocol;
import vn.danvankheo.benchmarks.stores.BenchmarkPostgres;
import vn.danvankheo.query.audit.ledger.LedgerVerification;

/**
 * The ledger over a log of given length: how fast it takes in what was written before, how fast all
 * of it is verified, and what it costs eight writers in process, who write by turns with and
 * without it, and how long an event of theirs waits for a checkpoint.
 */
public final class LedgerBenchmark {
  private static final long SEED = 1;
  private static final double WANTED_VERIFIED = 100_000;
  private static final double WANTED_OF_COMMANDS = 0.9;
  private static final double WANTED_BEHIND = 1_000;
  private static final String ALONE = "commands without the ledger";
  private static final String BESIDE = "commands with the ledger";

  private final BenchmarkPostgres postgres;
  private final Protocol protocol;
  private final int events;
  private final PrintStream out;
  private final List<Figure> figures = new ArrayList<>();
  private final List<Bar> bars = new ArrayList<>();

  /**
   * A benchmark.
   *
   * @param postgres a server with an empty database
   * @param protocol how to measure
   * @param events how long the log is at first
   * @param out told about every turn
   */
  public LedgerBenchmark(
      BenchmarkPostgres postgres, Protocol protocol, int events, PrintStream out) {
    this.postgres = postgres;
    this.protocol = protocol;
    this.events = events;
    this.out = out;
  }

  /**
   * Runs it.
   *
   * @return figures and bars
   * @throws Exception what went wrong
   */
  public Findings run() throws Exception {
    CommandSide.prepare(postgres, 0);
    EventCopy.write(postgres, EventGenerator.usual(SEED, events));
    sequence();
    verify();
    cost();
    return new Findings("ledger", figures, bars);
  }

  private void sequence() throws Exception {
    long began = System.nanoTime();
    try (Turns turns = new Turns(postgres)) {
      turns.begin();
    }
    tell(Figure.once("taken in", "events/s", count() / secondsSince(began)));
  }

  private void verify() throws SQLException {
    List<Double> byClock = new ArrayList<>();
    List<Double> byProcessor = new ArrayList<>();
    try (Connection connection = postgres.connect()) {
      for (int i = 0; i < protocol.warmUps() + protocol.rounds(); i++) {
        long processor = threadNanos();
        long began = System.nanoTime();
        LedgerVerification.Report report =
            new LedgerVerification(connection).run(1, Long.MAX_VALUE, List.of(), done -> {});
        if (report.found() > 0 || report.events() != count()) {
          throw new IllegalStateException("The ledger is not right: " + report);
        }
        if (i >= protocol.warmUps()) {
          byClock.add(report.events() / secondsSince(began));
          byProcessor.add(
              report.events() * (double) TimeUnit.SECONDS.toNanos(1) / (threadNanos() - processor));
        }
      }
    }
    tell(new Figure("verified, by the clock", "events/s", byClock));
    Figure verified = tell(new Figure("verified, of one core", "events/s", byProcessor));
    bars.add(Bar.atLeast("events verified a second of one core", WANTED_VERIFIED, verified));
  }

  private void cost() throws Exception {
    try (CommandSide side = CommandSide.start(postgres);
        Turns turns = new Turns(postgres)) {
      Contender alone = turns.of(ALONE, false, side.onFreshModels(ALONE));
      Contender beside = turns.of(BESIDE, true, side.onFreshModels(BESIDE));
      Comparison measured = Comparison.run(protocol, List.of(alone, beside), out);
      turns.end();
      Figure ratio = measured.rate(BESIDE).over(measured.rate(ALONE));
      figures.add(measured.rate(ALONE));
      figures.add(measured.rate(BESIDE));
      bars.add(Bar.atLeast(tell(ratio).name(), WANTED_OF_COMMANDS, ratio));
      tell(Figure.once("an event waits for a checkpoint, p50", "ms", turns.waited(0.5)));
      Figure slowest =
          tell(Figure.once("an event waits for a checkpoint, p99", "ms", turns.waited(0.99)));
      bars.add(Bar.atMost(slowest.name() + " in ms", WANTED_BEHIND, slowest));
    }
  }

  private Figure tell(Figure figure) {
    figures.add(figure);
    out.printf("%s: %.3f %s%n", figure.name(), figure.median(), figure.unit());
    return figure;
  }

  private long count() throws SQLException {
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM event_log")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static double secondsSince(long began) {
    return (System.nanoTime() - began) / (double) TimeUnit.SECONDS.toNanos(1);
  }

  private static long threadNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
