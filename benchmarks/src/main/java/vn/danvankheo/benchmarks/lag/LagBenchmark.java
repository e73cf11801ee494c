package vn.danvankheo.benchmarks.lag;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
 * How long after a command was answered its change can be read: from the command's answer to that
 * of {@code GET /api/models/{id}?minVersion=}, which is given once the view has that version, and
 * is looked at. In one process and across two, with nobody else about and with others writing all
 * the time.
 */
public final class LagBenchmark {
  private static final int CHANGES = 500;
  private static final int WARM_UPS = 200;
  private static final int OTHERS = 100;
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
        Round lags = observer.changes(CHANGES);
        out.printf("%d changes were made beside%n", others.made.get());
        tell(where + ", " + OTHERS + " changes/s beside", wanted, lags);
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

  /** Writes, then asks for what it wrote. */
  private record Observer(Registry registry, HttpLine writing, HttpLine reading) {
    Round changes(int number) throws IOException {
      long[] lags = new long[number];
      long began = System.nanoTime();
      Registry.Done last = registry.register(writing);
      for (int i = 0; i < number; i++) {
        last = registry.update(writing, last.id(), last.version(), i + 1);
        long committed = System.nanoTime();
        see(last);
        lags[i] = System.nanoTime() - committed;
      }
      return new Round(System.nanoTime() - began, lags, 0);
    }

    private void see(Registry.Done last) throws IOException {
      String path = "/api/models/" + last.id() + "?minVersion=" + last.version();
      String tag = registry.get(reading, path).header("ETag");
      if (!("\"" + last.version() + "\"").equals(tag)) {
        throw new IOException("Wanted version " + last.version() + " and got " + tag);
      }
    }
  }

  /** One who makes so many changes a second, until told to stop. */
  private static final class Others implements AutoCloseable {
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final HttpLine line;
    private final Registry registry;
    private final ScheduledFuture<?> running;
    private Registry.Done last;
    private final AtomicInteger made = new AtomicInteger();

    Others(Registry registry, int port) throws IOException {
      this.registry = registry;
      this.line = new HttpLine(port);
      this.last = registry.register(line);
      long micros = TimeUnit.SECONDS.toMicros(1) / OTHERS;
      this.running = thread.scheduleAtFixedRate(this::write, 0, micros, TimeUnit.MICROSECONDS);
    }

    private void write() {
      try {
        last = registry.update(line, last.id(), last.version(), made.incrementAndGet());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws Exception {
      if (running.isDone()) {
        running.get();
      }
      thread.shutdown();
      if (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("A change takes too long");
      }
      line.close();
    }
  }
}
