package vn.danvankheo.benchmarks.replay;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.danvankheo.benchmarks.commands.CommandSide;
import vn.danvankheo.benchmarks.generator.EventCopy;
import vn.danvankheo.benchmarks.generator.EventGenerator;
import vn.danvankheo.benchmarks.measure.Bar;
import vn.danvankheo.benchmarks.measure.Figure;
import vn.danvankheo.benchmarks.measure.Findings;
import vn.danvankheo.benchmarks.programs.Program;
import vn.danvankheo.benchmarks.stores.BenchmarkMongo;
import vn.danvankheo.benchmarks.stores.BenchmarkPostgres;
import vn.danvankheo.benchmarks.stores.MongoProgram;
import vn.danvankheo.query.reading.EventLogReader;

/**
 * How fast views are built from the log. R0 streams its rows and touches bytes, R1 makes events of
 * them, W0 writes the final documents in bulk; the limit L is the lesser of R1 and W0, in events.
 * Ours is the product's builder in a process of 256 MB: of the models' states alone, and with
 * versions and audit. R1 and W0 each have all cores, which ours has to share between them, so what
 * one after the other would give is told, too. A is stock Axon's pooled processor with one write
 * for each event, A′ the same tuned; both fold states alone, for some seconds each. All on the same
 * events, one after the other.
 */
public final class ReplayBenchmark {
  private static final long SEED = 1;
  private static final long WARM_UP = 200_000;

  /** Two documents for every event fill a server of the laboratory. */
  private static final long MOST_WITH_PARTS = 1_100_000;

  private static final double MICROS = 1e6;

  /** For more, the second server of the tests would make indexes for a quarter of an hour. */
  private static final long MOST_WITH_INDEXES = 2_000_000;

  private static final long STOCK_SECONDS = 10;

  /** For the documents of ten million events, twice. */
  private static final String SERVERS_HEAP = "-Xmx14g";

  private static final List<String> REPORTS_MEMORY = List.of("-Xmx4g");

  private final Path folder;
  private final List<Long> sizes;
  private final Set<Contender> contenders;
  private final PrintStream out;
  private final List<Figure> figures = new ArrayList<>();
  private final List<Bar> bars = new ArrayList<>();

  /** What is measured beside R0 and R1. */
  public enum Contender {
    /** The product's builder, the models' states alone. */
    state,
    /** The product's builder, with versions and audit. */
    all,
    /** Axon's processor. */
    stock,
    /** The report of a year. */
    report
  }

  /**
   * A benchmark.
   *
   * @param folder where the servers keep their data
   * @param sizes how many events, one log after the other
   * @param contenders what is measured
   * @param out told about every figure
   */
  public ReplayBenchmark(
      Path folder, List<Long> sizes, Set<Contender> contenders, PrintStream out) {
    this.folder = folder;
    this.contenders = Set.copyOf(contenders);
    this.sizes = List.copyOf(sizes);
    this.out = out;
  }

  /**
   * Runs it.
   *
   * @return figures and bars
   * @throws Exception what went wrong
   */
  public Findings run() throws Exception {
    for (long events : sizes) {
      try (BenchmarkPostgres postgres = BenchmarkPostgres.start(folder);
          BenchmarkMongo mongo =
              BenchmarkMongo.apart(folder, Program.command(MongoProgram.class, SERVERS_HEAP));
          MongoClient client = MongoClients.create(mongo.uri())) {
        CommandSide.prepare(postgres, 0);
        long models = EventCopy.write(postgres, EventGenerator.usual(SEED, events)).size();
        out.printf("%,d events of %,d models, views on %s%n", events, models, mongo.name());
        new Run(postgres, mongo, client.getDatabase("danvankheo"), events).all();
      }
    }
    return new Findings("replay", figures, bars);
  }

  /** One log. */
  private final class Run {
    private final BenchmarkPostgres postgres;
    private final BenchmarkMongo mongo;
    private final MongoDatabase database;
    private final String of;

    Run(BenchmarkPostgres postgres, BenchmarkMongo mongo, MongoDatabase database, long events) {
      this.postgres = postgres;
      this.mongo = mongo;
      this.database = database;
      this.of = "%,d events, ".formatted(events);
    }

    void all() throws Exception {
      long head = head();
      RawReads reads = new RawReads(postgres);
      reads.rate(Math.min(head, WARM_UP), RawReads::touch);
      Figure r0 = tell("R0", "/s", reads.rate(head, RawReads::touch));
      reads.rate(Math.min(head, WARM_UP), RawReads::deserialize);
      Figure r1 = tell("R1", "/s", reads.rate(head, RawReads::deserialize));
      boolean indexed = head <= MOST_WITH_INDEXES;
      Figure ours =
          contenders.contains(Contender.state)
              ? compare(ReplayProgram.STATE, r0, r1, List.of(""), indexed)
              : null;
      if (contenders.contains(Contender.all) && head <= MOST_WITH_PARTS) {
        compare(ReplayProgram.ALL, r0, r1, List.of("", "_versions", "_audit"), indexed);
      }
      if (contenders.contains(Contender.stock)) {
        stock(ours, head);
      }
      if (contenders.contains(Contender.report)) {
        Replayed report = replayed(REPORTS_MEMORY, ReplayProgram.REPORT, EventGenerator.ROOT);
        tell("report of a year", "/s", report.events() / report.seconds());
        tell("report of a year, peak", "MB", report.peakMegabytes());
      }
    }

    private Figure compare(String what, Figure r0, Figure r1, List<String> parts, boolean indexed)
        throws Exception {
      Replayed ours =
          replayed(Program.MEMORY, what, Long.toString(WARM_UP), Boolean.toString(indexed));
      Figure rate = tell(what + ", ours", "/s", ours.events() / ours.documentSeconds());
      if (indexed) {
        tell(what + ", ours with indexes", "/s", ours.events() / ours.seconds());
        tell(what + ", ours with indexes, foretold at 10 % / truth", "×", ours.foretold());
      }
      tell(what + ", ours, processor time, here", "µs", micros(ours, ours.processorSeconds()));
      tell(what + ", ours, processor time, log", "µs", micros(ours, ours.logSeconds()));
      tell(what + ", ours, processor time, views", "µs", micros(ours, ours.viewSeconds()));
      tell(what + ", ours, second half / first half", "×", ours.secondHalf());
      tell(what + ", ours, foretold at 10 % / truth", "×", ours.foretoldDocuments());
      tell(what + ", ours, peak", "MB", ours.peakMegabytes());
      tell(what + ", ours, peak of the heap", "MB", ours.heapMegabytes());
      List<String> names = parts.stream().map(part -> ours.collection() + part).toList();
      long documents =
          names.stream()
              .mapToLong(name -> database.getCollection(name).estimatedDocumentCount())
              .sum();
      double each = (double) ours.events() / documents;
      double written = new RawWrites(database).rate(names);
      Figure w0 = tell(what + ", W0 × events per document", "/s", written * each);
      Figure limit = w0.median() < r1.median() ? w0 : r1;
      double shared = 1 / (1 / w0.median() + 1 / r1.median());
      Figure both = tell(what + ", R1 and W0 one after the other", "/s", shared);
      tell(what + ", ours / R1 and W0 one after the other", "×", rate.over(both).median());
      names.forEach(name -> database.getCollection(name).drop());
      bars.add(Bar.atLeast(of + what + ", ours / L", 0.8, rate.over(limit)));
      bars.add(Bar.atLeast(of + what + ", ours / R0", 0.5, rate.over(r0)));
      return rate;
    }

    private static double micros(Replayed run, double seconds) {
      return seconds * MICROS / run.events();
    }

    private void stock(@Nullable Figure ours, long head) throws Exception {
      try (CommandSide side = CommandSide.start(postgres)) {
        StockReplay stock = new StockReplay(postgres, side, database);
        Figure a = tell("A, stock Axon", "/s", stock.plain(STOCK_SECONDS, modelEvents(head)));
        Figure tuned = tell("A′, tuned", "/s", stock.tuned(STOCK_SECONDS, modelEvents(head)));
        if (ours != null) {
          bars.add(Bar.atLeast(of + "state, ours / A", 20, ours.over(a)));
          bars.add(Bar.atLeast(of + "state, ours / A′", 7, ours.over(tuned)));
        }
      }
    }

    private Replayed replayed(List<String> memory, String... arguments)
        throws IOException, InterruptedException {
      List<String> command =
          new ArrayList<>(Program.command(ReplayProgram.class, memory.toArray(new String[0])));
      command.addAll(List.of(arguments));
      ProcessBuilder builder = new ProcessBuilder(command);
      builder
          .environment()
          .putAll(
              Map.of(
                  "POSTGRES_URL", postgres.jdbcUrl(),
                  "POSTGRES_USER", postgres.user(),
                  "POSTGRES_PASSWORD", postgres.password(),
                  "MONGODB_URI", mongo.uri()));
      Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
      String result =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (process.waitFor() != 0) {
        throw new IllegalStateException("The program ended with " + process.exitValue());
      }
      return JsonMapper.shared()
          .readValue(result.substring(result.lastIndexOf('\n') + 1), Replayed.class);
    }

    private long head() throws SQLException {
      try (Connection connection = postgres.connect()) {
        return new EventLogReader(connection).head();
      }
    }

    private long modelEvents(long head) throws SQLException {
      try (Connection connection = postgres.connect();
          var statement =
              connection.prepareStatement(
                  "SELECT count(*) FROM event_log WHERE aggregate_type = 'model' AND position <= "
                      + head);
          var row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }

    private Figure tell(String name, String unit, double value) {
      Figure figure = Figure.once(of + name, unit, value);
      figures.add(figure);
      out.printf("%-60s %,14.2f %s%n", of + name, value, unit);
      return figure;
    }
  }
}
