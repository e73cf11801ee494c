package vn.danvankheo.benchmarks.replay;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import vn.danvankheo.benchmarks.commands.CommandSide;
import vn.danvankheo.benchmarks.generator.EventCopy;
import vn.danvankheo.benchmarks.generator.EventGenerator;
import vn.danvankheo.benchmarks.measure.Bar;
import vn.danvankheo.benchmarks.measure.Figure;
import vn.danvankheo.benchmarks.measure.Findings;
import vn.danvankheo.benchmarks.programs.HttpLine;
import vn.danvankheo.benchmarks.programs.Program;
import vn.danvankheo.benchmarks.programs.Registry;
import vn.danvankheo.benchmarks.stores.BenchmarkMongo;
import vn.danvankheo.benchmarks.stores.BenchmarkPostgres;

/**
 * How true it is what a replay foretells of its end, at the first progress that tells of a tenth or
 * more. Each program is started anew, replays while it is young, and then once more: all views and
 * the models alone by turns. The very first replay has none before it to learn from.
 */
public final class EtaBenchmark {
  private static final long SEED = 1;
  private static final int TENTH = 10;
  private static final double TOLERANCE = 0.25;
  private static final double WANTED = 0.9;
  private static final double NANOS = 1e9;
  private static final long LOOK_EVERY_MILLIS = 50;
  private static final List<String> VIEWS = List.of("", "models");

  private final BenchmarkPostgres postgres;
  private final BenchmarkMongo mongo;
  private final int events;
  private final int starts;
  private final boolean pause;
  private final PrintStream out;

  /**
   * A benchmark.
   *
   * @param postgres a server with an empty database
   * @param mongo the views' server, in a process of its own
   * @param events how many are replayed
   * @param starts how often the program is started, with two replays each
   * @param pause whether to wait for Enter before each start
   * @param out told how far it is
   */
  public EtaBenchmark(
      BenchmarkPostgres postgres,
      BenchmarkMongo mongo,
      int events,
      int starts,
      boolean pause,
      PrintStream out) {
    this.postgres = postgres;
    this.mongo = mongo;
    this.events = events;
    this.starts = starts;
    this.pause = pause;
    this.out = out;
  }

  /**
   * Runs it.
   *
   * @return what was foretold as a multiple of the truth, and the bar
   * @throws Exception what went wrong
   */
  public Findings run() throws Exception {
    CommandSide.prepare(postgres, 0);
    EventCopy.write(postgres, EventGenerator.usual(SEED, events));
    out.printf("%,d events, views on %s%n", events, mongo.name());
    // Builds the views, which it would do while it is measured.
    Program.standalone(postgres, mongo).close();
    List<Double> ratios = new ArrayList<>();
    for (int start = 0; start < starts; start++) {
      if (pause) {
        out.println("Press Enter for two more replays.");
        System.in.read();
      }
      try (Program program = Program.standalone(postgres, mongo);
          HttpLine line = new HttpLine(program.port())) {
        Registry administrator = Registry.administrator(line);
        for (int i = 0; i < VIEWS.size(); i++) {
          String view = VIEWS.get((start + i) % VIEWS.size());
          ratios.add(ratio(administrator, line, view, i == 0 ? "young" : "warm"));
        }
      }
    }
    double within = ratios.stream().filter(ratio -> Math.abs(ratio - 1) <= TOLERANCE).count();
    Figure met = Figure.once("foretold within a quarter", "", within / ratios.size());
    return new Findings(
        "eta",
        List.of(new Figure("foretold at a tenth, of the truth", "×", ratios), met),
        List.of(Bar.atLeast("share of replays whose end was foretold within ± 25 %", WANTED, met)));
  }

  private double ratio(Registry administrator, HttpLine line, String view, String age)
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    String replay = administrator.replay(line, view, 0);
    JsonNode told = administrator.json(line, replay);
    while (told.path("done").asLong() * TENTH < Math.max(1, told.path("total").asLong())
        || told.path("etaSeconds").isNull()) {
      told = next(administrator, line, replay);
      if (told.path("state").asString().equals("SUCCEEDED")) {
        throw new IllegalStateException("It was over before a tenth was told: " + told);
      }
    }
    long tenth = System.nanoTime();
    JsonNode end = told;
    while (end.path("finishedAt").isNull()) {
      end = next(administrator, line, replay);
    }
    if (!end.path("state").asString().equals("SUCCEEDED")) {
      throw new IllegalStateException("The replay ended " + end);
    }
    double truth = (System.nanoTime() - tenth) / NANOS;
    double ratio = told.path("etaSeconds").asLong() / truth;
    out.printf(
        "%-5s %-6s at %2.0f %%, after %4.1f s: foretold %3d s, took %5.1f s: %.2f%n",
        age,
        view.isEmpty() ? "all" : view,
        100.0 * told.path("done").asLong() / told.path("total").asLong(),
        (tenth - began) / NANOS,
        told.path("etaSeconds").asLong(),
        truth,
        ratio);
    return ratio;
  }

  private static JsonNode next(Registry administrator, HttpLine line, String replay)
      throws IOException, InterruptedException {
    if (new CountDownLatch(1).await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException();
    }
    return administrator.json(line, replay);
  }
}
