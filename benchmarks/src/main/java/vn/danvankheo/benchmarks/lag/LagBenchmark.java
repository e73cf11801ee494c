package vn.danvankheo.benchmarks.lag;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.danvankheo.benchmarks.commands.CommandSide;
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
 * How long after a command was answered its change is seen by a reader who does nothing but ask
 * again and again over HTTP, without any wish to wait: in one process and across two, with nobody
 * else about and with others writing all the time. The last question and its answer are part of it.
 */
public final class LagBenchmark {
  private static final int CHANGES = 1_000;
  private static final int WARM_UPS = 300;
  private static final int OTHERS = 3;
  private static final double WANTED_WITHIN = 100;
  private static final double WANTED_ACROSS = 250;

  private final BenchmarkPostgres postgres;
  private final BenchmarkMongo mongo;
  private final PrintStream out;
  private final List<Figure> figures = new ArrayList<>();
  private final List<Bar> bars = new ArrayList<>();

  /**
   * A benchmark.
   *
   * @param postgres a server with an empty database
   * @param mongo the views' server
   * @param out told how far it is
   */
  public LagBenchmark(BenchmarkPostgres postgres, BenchmarkMongo mongo, PrintStream out) {
    this.postgres = postgres;
    this.mongo = mongo;
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
    Registry registry;
    try (Program both = Program.standalone(postgres, mongo);
        HttpLine line = new HttpLine(both.port())) {
      registry = Registry.open(line);
      measure("one process", WANTED_WITHIN, registry, both.port(), both.port());
    }
    try (Program commands = Program.commandSide(postgres, mongo);
        Program queries = Program.querySide(postgres, mongo)) {
      measure("two processes", WANTED_ACROSS, registry, commands.port(), queries.port());
    }
    return new Findings("lag", figures, bars);
  }

  private void measure(String where, double wanted, Registry registry, int commands, int queries)
      throws Exception {
    try (HttpLine writing = new HttpLine(commands);
        HttpLine reading = new HttpLine(queries)) {
      Observer observer = new Observer(registry, writing, reading);
      observer.changes(WARM_UPS);
      tell(where + ", quiet", wanted, observer.changes(CHANGES));
      try (Others others = new Others(registry, commands)) {
        tell(where + ", " + others.number() + " others writing", wanted, observer.changes(CHANGES));
      }
    }
  }

  private void tell(String where, double wanted, Round lags) {
    Figure slowest = Figure.once(where + " p99", "ms", lags.percentile(0.99));
    figures.add(Figure.once(where + " p50", "ms", lags.percentile(0.5)));
    figures.add(slowest);
    figures.add(Figure.once(where + " max", "ms", lags.percentile(1)));
    bars.add(Bar.atMost("commit to readable, " + where + ", p99 in ms", wanted, slowest));
    out.printf("%s: p50 %.1f ms, p99 %.1f ms%n", where, lags.percentile(0.5), slowest.median());
  }

  /** Writes, then looks until it sees what it wrote. */
  private record Observer(Registry registry, HttpLine writing, HttpLine reading) {
    Round changes(int number) throws IOException {
      long[] lags = new long[number];
      long began = System.nanoTime();
      Registry.Done last = registry.register(writing);
      for (int i = 0; i < number; i++) {
        last = registry.update(writing, last.id(), last.version(), i);
        long committed = System.nanoTime();
        String wanted = "\"" + last.version() + "\"";
        while (!wanted.equals(registry.tag(reading, "/api/models/" + last.id()))) {
          Thread.onSpinWait();
        }
        lags[i] = System.nanoTime() - committed;
      }
      return new Round(System.nanoTime() - began, lags, 0);
    }
  }

  /** Writers that go on as fast as they can until they are told to stop. */
  private static final class Others implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final List<Future<?>> running = new ArrayList<>();

    Others(Registry registry, int port) {
      for (int i = 0; i < OTHERS; i++) {
        running.add(threads.submit(() -> write(registry, port)));
      }
    }

    int number() {
      return OTHERS;
    }

    private Void write(Registry registry, int port) throws IOException {
      try (HttpLine line = new HttpLine(port)) {
        Registry.Done last = registry.register(line);
        for (int i = 0; !stopped.get(); i++) {
          last = registry.update(line, last.id(), last.version(), i);
        }
      }
      return null;
    }

    @Override
    public void close() throws Exception {
      stopped.set(true);
      for (Future<?> one : running) {
        one.get();
      }
      threads.shutdown();
    }
  }
}
