package vn.danvankheo.benchmarks.commands;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import vn.danvankheo.benchmarks.measure.Bar;
import vn.danvankheo.benchmarks.measure.Comparison;
import vn.danvankheo.benchmarks.measure.Contender;
import vn.danvankheo.benchmarks.measure.Figure;
import vn.danvankheo.benchmarks.measure.Findings;
import vn.danvankheo.benchmarks.measure.Protocol;
import vn.danvankheo.benchmarks.stores.BenchmarkPostgres;

/**
 * How fast commands are carried out within a process, compared with what the server can take at
 * most and with Axon as it comes; and whether a long history makes a model slower.
 */
public final class CommandsBenchmark {
  private static final String FRESH = "ours, fresh";
  private static final String OLD = "ours, 500 events";
  private static final String FRESH_COLD = "ours, fresh, cold";
  private static final String OLD_COLD = "ours, 500 events, cold";
  private static final int OLD_MODELS = 200;
  private static final double WANTED_OF_RAW = 0.7;
  private static final double WANTED_OF_FRESH = 1.2;
  private static final double MEDIAN = 0.5;
  private static final double SLOWEST_HUNDREDTH = 0.99;

  private final BenchmarkPostgres postgres;
  private final Protocol protocol;
  private final PrintStream out;
  private final List<Figure> figures = new ArrayList<>();
  private final List<Bar> bars = new ArrayList<>();

  /**
   * A benchmark.
   *
   * @param postgres a server with an empty database
   * @param protocol how to measure
   * @param out told about every turn
   */
  public CommandsBenchmark(BenchmarkPostgres postgres, Protocol protocol, PrintStream out) {
    this.postgres = postgres;
    this.protocol = protocol;
    this.out = out;
  }

  /**
   * Runs it.
   *
   * @return figures and bars
   * @throws Exception what went wrong
   */
  public Findings run() throws Exception {
    List<String> old = CommandSide.prepare(postgres, OLD_MODELS);
    try (CommandSide ours = CommandSide.start(postgres)) {
      throughput(ours, old);
      warm(ours, old);
      try (CommandSide forgetful = CommandSide.startForgetful(postgres)) {
        cold(forgetful, old);
      }
      rowSizes();
    }
    return new Findings("commands", figures, bars);
  }

  private void throughput(CommandSide ours, List<String> old) throws Exception {
    try (RawInserts raw = new RawInserts(postgres, protocol.writers());
        RawInserts transactions = RawInserts.inTransactions(postgres, protocol.writers());
        StockAxon stock = new StockAxon(postgres)) {
      Contender stockFresh = stock.onFreshModels();
      Contender stockOld = stock.onOldModels();
      List<Contender> all =
          List.of(
              raw,
              transactions,
              ours.onFreshModels(FRESH),
              ours.on(OLD, old),
              stockFresh,
              stockOld);
      Comparison measured = Comparison.run(protocol, all, out);
      all.forEach(one -> figures.add(measured.rate(one.name())));
      all.forEach(one -> addLatency(measured, one.name()));
      Figure rawRate = measured.rate(raw.name());
      add(measured.rate(transactions.name()).over(rawRate));
      Figure freshOfRaw = add(measured.rate(FRESH).over(rawRate));
      Figure oldOfRaw = add(measured.rate(OLD).over(rawRate));
      add(measured.rate(FRESH).over(measured.rate(stockFresh.name())));
      add(measured.rate(OLD).over(measured.rate(stockOld.name())));
      bars.add(Bar.atLeast("fresh models, of raw inserts", WANTED_OF_RAW, freshOfRaw));
      bars.add(Bar.atLeast("500-event models, of raw inserts", WANTED_OF_RAW, oldOfRaw));
      ratio(measured, "warm, %d writers".formatted(protocol.writers()), FRESH, OLD);
    }
  }

  private void warm(CommandSide ours, List<String> old) throws Exception {
    out.println("one writer, models in memory");
    Comparison measured =
        Comparison.run(
            protocol.withWriters(1), List.of(ours.onFreshModels(FRESH), ours.on(OLD, old)), out);
    ratio(measured, "warm, 1 writer", FRESH, OLD);
  }

  private void cold(CommandSide forgetful, List<String> old) throws Exception {
    out.println("one writer, every model read from the database");
    Comparison measured =
        Comparison.run(
            protocol.withWriters(1),
            List.of(forgetful.onFreshModels(FRESH_COLD), forgetful.on(OLD_COLD, old)),
            out);
    addLatency(measured, FRESH_COLD);
    addLatency(measured, OLD_COLD);
    ratio(measured, "1 writer", FRESH_COLD, OLD_COLD);
  }

  /** How much a long history costs, in the median and in the mean. */
  private void ratio(Comparison measured, String circumstances, String fresh, String old) {
    Figure median = measured.percentile(old, MEDIAN).over(measured.percentile(fresh, MEDIAN));
    Figure mean = measured.mean(old).over(measured.mean(fresh));
    add(new Figure(median.name() + ", " + circumstances, median.unit(), median.values()));
    add(new Figure(mean.name() + ", " + circumstances, mean.unit(), mean.values()));
    bars.add(
        Bar.atMost("500 events, of fresh, " + circumstances + ", median", WANTED_OF_FRESH, median));
    bars.add(
        Bar.atMost("500 events, of fresh, " + circumstances + ", mean", WANTED_OF_FRESH, mean));
  }

  private void addLatency(Comparison measured, String name) {
    add(measured.percentile(name, MEDIAN));
    add(measured.percentile(name, SLOWEST_HUNDREDTH));
  }

  private Figure add(Figure figure) {
    figures.add(figure);
    return figure;
  }

  /** So that the rows compared can be seen to be the same. */
  private void rowSizes() throws SQLException {
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement()) {
      for (String table : List.of("raw_log", "event_log")) {
        try (ResultSet row =
            statement.executeQuery(
                "SELECT avg(octet_length(payload) + octet_length(metadata)) FROM "
                    + table
                    + " WHERE type = 'ModelUpdated'")) {
          row.next();
          add(Figure.once("payload and metadata in " + table, "bytes", row.getDouble(1)));
        }
      }
    }
  }
}
