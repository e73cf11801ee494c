package vn.danvankheo.benchmarks.reads;

import java.io.PrintStream;
import java.util.List;
import vn.danvankheo.benchmarks.commands.CommandSide;
import vn.danvankheo.benchmarks.commands.Workload;
import vn.danvankheo.benchmarks.generator.EventCopy;
import vn.danvankheo.benchmarks.generator.EventGenerator;
import vn.danvankheo.benchmarks.measure.Contender;
import vn.danvankheo.benchmarks.measure.Findings;
import vn.danvankheo.benchmarks.measure.Protocol;
import vn.danvankheo.benchmarks.programs.HttpLines;
import vn.danvankheo.benchmarks.programs.Program;
import vn.danvankheo.benchmarks.programs.Registry;
import vn.danvankheo.benchmarks.stores.BenchmarkMongo;
import vn.danvankheo.benchmarks.stores.BenchmarkPostgres;

/**
 * What the past costs over HTTP: a page of a model's history, oldest and newest first, of a model
 * of ten thousand events beside one of twenty; and a list as it stood in the middle of the log's
 * time beside the same list as it stands.
 */
public final class HistoryBenchmark {
  private static final int EVENTS = 100_000;
  private static final long SEED = 1;
  private static final int LONG = 10_000;
  private static final int SHORT = 20;
  private static final double WANTED_OF_SHORT = 2;
  private static final double WANTED_OF_PRESENT = 3;
  private static final String LIST = "/api/models?field=NEW_RURAL_AND_URBAN&limit=50";
  private static final String PAST = LIST + "&asOf=2024-01-15T00:00:00Z";

  private final BenchmarkPostgres postgres;
  private final BenchmarkMongo mongo;
  private final PrintStream out;
  private final Latencies latencies;

  /**
   * A benchmark.
   *
   * @param postgres a server with an empty database
   * @param mongo the views' server
   * @param protocol how to measure; with one reader
   * @param out told about every turn
   */
  public HistoryBenchmark(
      BenchmarkPostgres postgres, BenchmarkMongo mongo, Protocol protocol, PrintStream out) {
    this.postgres = postgres;
    this.mongo = mongo;
    this.out = out;
    this.latencies = new Latencies(protocol, out);
  }

  /**
   * Runs it.
   *
   * @return figures and bars
   * @throws Exception what went wrong
   */
  public Findings run() throws Exception {
    CommandSide.prepare(postgres, 0);
    EventCopy.write(postgres, EventGenerator.usual(SEED, EVENTS));
    String longOne = model(LONG);
    String shortOne = model(SHORT);
    out.printf("%,d events and more, views on %s%n", EVENTS, mongo.name());
    try (Program program = Program.standalone(postgres, mongo);
        HttpLines lines = new HttpLines(program.port(), 1)) {
      Registry registry = Registry.open(lines.of(0));
      for (String order : List.of("version", "-version")) {
        String page = "/history?limit=" + SHORT + "&sort=" + order;
        latencies.compare(
            1,
            asking(registry, lines, "history by " + order + ", 10,000 events", longOne + page),
            asking(registry, lines, "history by " + order + ", 20 events", shortOne + page),
            WANTED_OF_SHORT);
      }
      latencies.compare(
          1,
          asking(registry, lines, "list, asOf", PAST),
          asking(registry, lines, "list, now", LIST),
          WANTED_OF_PRESENT);
    }
    return latencies.findings("history");
  }

  private String model(int events) throws Exception {
    String id = Workload.newId();
    EventCopy.write(postgres, Workload.histories(List.of(id), events));
    return "/api/models/" + id;
  }

  private static Contender asking(Registry registry, HttpLines lines, String name, String path) {
    return Contender.of(name, reader -> i -> registry.get(lines.of(reader), path));
  }
}
