package vn.danvankheo.benchmarks.replay;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import vn.danvankheo.benchmarks.commands.CommandSide;
import vn.danvankheo.benchmarks.generator.EventCopy;
import vn.danvankheo.benchmarks.generator.EventGenerator;
import vn.danvankheo.benchmarks.measure.Bar;
import vn.danvankheo.benchmarks.measure.Figure;
import vn.danvankheo.benchmarks.measure.Findings;
import vn.danvankheo.benchmarks.measure.Round;
import vn.danvankheo.benchmarks.programs.HttpLine;
import vn.danvankheo.benchmarks.programs.Program;
import vn.danvankheo.benchmarks.programs.Registry;
import vn.danvankheo.benchmarks.stores.BenchmarkMongo;
import vn.danvankheo.benchmarks.stores.BenchmarkPostgres;

/**
 * What 50 readers and 4 writers notice of a replay of all views: first none runs, then one with a
 * rate limit to its end. The programs are those of production, a command and a query side, on
 * servers of their own.
 */
public final class ReadersBenchmark {
  private static final long SEED = 1;
  private static final double WANTED = 2;
  private static final int CALM_SECONDS = 40;
  private static final int WARM_UP_SECONDS = 20;
  private static final int LOOK_EVERY_SECONDS = 2;
  private static final int LONGEST_SECONDS = 1_200;

  /** What a province with 50 at their desks can spare: some minutes for a million events. */
  private static final int RATE_LIMIT = 4_000;

  private final BenchmarkPostgres postgres;
  private final BenchmarkMongo mongo;
  private final int events;
  private final PrintStream out;
  private final List<Figure> figures = new ArrayList<>();

  /**
   * A benchmark.
   *
   * @param postgres a server with an empty database
   * @param mongo the views' server, in a process of its own
   * @param events how many are replayed
   * @param out told how far it is
   */
  public ReadersBenchmark(
      BenchmarkPostgres postgres, BenchmarkMongo mongo, int events, PrintStream out) {
    this.postgres = postgres;
    this.mongo = mongo;
    this.events = events;
    this.out = out;
  }

  /**
   * Runs it.
   *
   * @return figures and bars
   * @throws Exception what went wrong, also a reader's error or a version that went back
   */
  public Findings run() throws Exception {
    CommandSide.prepare(postgres, 0);
    List<String> ids = List.copyOf(EventCopy.write(postgres, EventGenerator.usual(SEED, events)));
    out.printf("%,d events of %,d models, views on %s%n", events, ids.size(), mongo.name());
    try (Program commands = Program.commandSide(postgres, mongo);
        Program queries = Program.querySide(postgres, mongo);
        HttpLine writing = new HttpLine(commands.port());
        HttpLine line = new HttpLine(queries.port())) {
      Registry registry = Registry.open(writing);
      Registry administrator = Registry.administrator(writing);
      try (Crowd crowd = new Crowd(registry, ids, commands.port(), queries.port())) {
        pause(WARM_UP_SECONDS);
        crowd.turn();
        pause(CALM_SECONDS);
        Round calm = crowd.turn();
        long began = System.nanoTime();
        String replay = administrator.replay(line, "", RATE_LIMIT);
        List<Round> stages = new ArrayList<>();
        String state = awaitEnd(administrator, line, replay, crowd, stages);
        double seconds = (System.nanoTime() - began) / 1e9;
        Round during = Round.together(stages);
        out.printf("The replay ended %s after %.0f s%n", state, seconds);
        if (!state.equals("SUCCEEDED")) {
          throw new IllegalStateException("The replay ended " + state);
        }
        return findings(crowd, calm, during, seconds);
      }
    }
  }

  private Findings findings(Crowd crowd, Round calm, Round during, double seconds) {
    Figure without = add("reads without a replay, p99", "ms", calm.percentile(0.99));
    Figure with = add("reads during a replay, p99", "ms", during.percentile(0.99));
    add("reads without a replay, p50", "ms", calm.percentile(0.5));
    add("reads during a replay, p50", "ms", during.percentile(0.5));
    add("reads during a replay, longest", "ms", during.percentile(1));
    add("reads without a replay", "/s", calm.perSecond());
    add("reads during a replay", "/s", during.perSecond());
    add("changes made beside", "", crowd.changes());
    add("replay", "s", seconds);
    String bar = "reads' p99 during a replay, of that without";
    return new Findings("readers", figures, List.of(Bar.atMost(bar, WANTED, with.over(without))));
  }

  private Figure add(String name, String unit, double value) {
    Figure figure = Figure.once(name, unit, value);
    figures.add(figure);
    out.printf("%-40s %,12.1f %s%n", name, value, unit);
    return figure;
  }

  /** Takes each stage's answers apart, for a stage may be worse than all together. */
  private String awaitEnd(
      Registry administrator, HttpLine line, String replay, Crowd crowd, List<Round> stages)
      throws IOException, InterruptedException, ExecutionException {
    String stage = "";
    String state = "RUNNING";
    for (int i = 0; i < LONGEST_SECONDS / LOOK_EVERY_SECONDS; i++) {
      JsonNode told = administrator.json(line, replay);
      state = told.path("state").asString();
      boolean ended = !state.equals("PENDING") && !state.equals("RUNNING");
      String now = told.path("result").path("stage").asString("");
      if (ended || !now.equals(stage)) {
        Round round = crowd.turn();
        if (round.operations() > 0) {
          stages.add(round);
          out.printf(
              "%-12s %,6d reads, p50 %.1f, p99 %.1f, longest %.1f ms%n",
              stage,
              round.operations(),
              round.percentile(0.5),
              round.percentile(0.99),
              round.percentile(1));
        }
        stage = now;
      }
      if (ended) {
        return state;
      }
      pause(LOOK_EVERY_SECONDS);
    }
    return state;
  }

  private static void pause(int seconds) throws InterruptedException {
    if (new CountDownLatch(1).await(seconds, TimeUnit.SECONDS)) {
      throw new IllegalStateException();
    }
  }
}
