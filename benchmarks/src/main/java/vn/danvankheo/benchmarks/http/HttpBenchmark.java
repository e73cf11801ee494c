package vn.danvankheo.benchmarks.http;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.danvankheo.benchmarks.commands.CommandSide;
import vn.danvankheo.benchmarks.commands.RawInserts;
import vn.danvankheo.benchmarks.commands.Workload;
import vn.danvankheo.benchmarks.measure.Bar;
import vn.danvankheo.benchmarks.measure.Comparison;
import vn.danvankheo.benchmarks.measure.Contender;
import vn.danvankheo.benchmarks.measure.Figure;
import vn.danvankheo.benchmarks.measure.Findings;
import vn.danvankheo.benchmarks.measure.Protocol;
import vn.danvankheo.benchmarks.programs.HttpLines;
import vn.danvankheo.benchmarks.programs.Program;
import vn.danvankheo.benchmarks.programs.Registry;
import vn.danvankheo.benchmarks.stores.BenchmarkMongo;
import vn.danvankheo.benchmarks.stores.BenchmarkPostgres;

/**
 * How fast commands are carried out over HTTP, compared with what the event database can take at
 * most: by the command side in a process of its own, and by the standalone program, which goes on
 * folding its views meanwhile.
 */
public final class HttpBenchmark {
  private static final String FRESH = "over HTTP, fresh";
  private static final String OLD = "over HTTP, 500 events";
  private static final int OLD_MODELS = 200;
  private static final double WANTED_OF_RAW = 0.35;
  private static final double WANTED_OF_FRESH = 1.2;

  private final BenchmarkPostgres postgres;
  private final BenchmarkMongo mongo;
  private final Protocol protocol;
  private final PrintStream out;
  private final List<Figure> figures = new ArrayList<>();
  private final List<Bar> bars = new ArrayList<>();

  /**
   * A benchmark.
   *
   * @param postgres a server with an empty database
   * @param mongo the views' server
   * @param protocol how to measure
   * @param out told about every turn
   */
  public HttpBenchmark(
      BenchmarkPostgres postgres, BenchmarkMongo mongo, Protocol protocol, PrintStream out) {
    this.postgres = postgres;
    this.mongo = mongo;
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
    Map<String, Long> versions = new ConcurrentHashMap<>();
    old.forEach(id -> versions.put(id, Workload.EVENTS - 1L));
    try (RawInserts raw = new RawInserts(postgres, protocol.writers())) {
      Registry registry;
      try (Program commands = Program.commandSide(postgres, mongo);
          HttpLines lines = new HttpLines(commands.port(), protocol.writers())) {
        registry = Registry.open(lines.of(0));
        measure("", raw, registry, lines, versions);
      }
      try (Program both = Program.standalone(postgres, mongo);
          HttpLines lines = new HttpLines(both.port(), protocol.writers())) {
        measure(", both sides in one process", raw, registry, lines, versions);
      }
    }
    return new Findings("http", figures, bars);
  }

  private void measure(
      String where, RawInserts raw, Registry registry, HttpLines lines, Map<String, Long> old)
      throws Exception {
    Contender fresh = HttpContender.onFresh(FRESH + where, registry, lines);
    Contender long500 = HttpContender.on(OLD + where, registry, lines, old);
    Comparison measured = Comparison.run(protocol, List.of(raw, fresh, long500), out);
    for (Contender one : List.of(raw, fresh, long500)) {
      figures.add(measured.rate(one.name()));
      figures.add(measured.percentile(one.name(), 0.5));
      figures.add(measured.percentile(one.name(), 0.99));
    }
    Figure rate = measured.rate(raw.name());
    Figure freshOfRaw = measured.rate(fresh.name()).over(rate);
    Figure oldOfRaw = measured.rate(long500.name()).over(rate);
    Figure oldOfFresh =
        measured.percentile(long500.name(), 0.5).over(measured.percentile(fresh.name(), 0.5));
    figures.addAll(List.of(freshOfRaw, oldOfRaw, oldOfFresh));
    if (where.isEmpty()) {
      bars.add(Bar.atLeast("over HTTP, fresh models, of raw inserts", WANTED_OF_RAW, freshOfRaw));
      bars.add(Bar.atLeast("over HTTP, 500-event models, of raw inserts", WANTED_OF_RAW, oldOfRaw));
      bars.add(Bar.atMost("over HTTP, 500 events, of fresh, median", WANTED_OF_FRESH, oldOfFresh));
    }
  }
}
