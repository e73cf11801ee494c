package vn.danvankheo.benchmarks.http;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
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
 * How fast commands are carried out over HTTP by the standalone program, which goes on folding its
 * views meanwhile, compared with what the event database can take at most.
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
    try (Program program = Program.standalone(postgres, mongo);
        HttpLines lines = new HttpLines(program.port(), protocol.writers());
        RawInserts raw = new RawInserts(postgres, protocol.writers())) {
      Registry registry = Registry.open(lines.of(0));
      List<Contender> all =
          List.of(
              raw,
              HttpContender.onFresh(FRESH, registry, lines),
              HttpContender.on(OLD, registry, lines, old, Workload.EVENTS - 1));
      return findings(Comparison.run(protocol, all, out));
    }
  }

  private Findings findings(Comparison measured) {
    List<Figure> figures = new ArrayList<>();
    for (String name : List.of(RawInserts.NAME, FRESH, OLD)) {
      figures.add(measured.rate(name));
      figures.add(measured.percentile(name, 0.5));
      figures.add(measured.percentile(name, 0.99));
    }
    Figure raw = measured.rate(RawInserts.NAME);
    Figure freshOfRaw = measured.rate(FRESH).over(raw);
    Figure oldOfRaw = measured.rate(OLD).over(raw);
    Figure oldOfFresh = measured.percentile(OLD, 0.5).over(measured.percentile(FRESH, 0.5));
    figures.addAll(List.of(freshOfRaw, oldOfRaw, oldOfFresh));
    return new Findings(
        "http",
        figures,
        List.of(
            Bar.atLeast("over HTTP, fresh models, of raw inserts", WANTED_OF_RAW, freshOfRaw),
            Bar.atLeast("over HTTP, 500-event models, of raw inserts", WANTED_OF_RAW, oldOfRaw),
            Bar.atMost("over HTTP, 500 events, of fresh, median", WANTED_OF_FRESH, oldOfFresh)));
  }
}
