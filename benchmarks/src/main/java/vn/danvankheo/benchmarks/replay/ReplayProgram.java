package vn.danvankheo.benchmarks.replay;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;
import tools.jackson.databind.json.JsonMapper;
import vn.danvankheo.benchmarks.stores.MongoProgram;
import vn.danvankheo.events.StoredEvent;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.vocabulary.ReportScope;
import vn.danvankheo.events.vocabulary.ReportType;
import vn.danvankheo.query.mongo.BuildMark;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.mongo.ViewIndex;
import vn.danvankheo.query.projecting.BuildControl;
import vn.danvankheo.query.projecting.Emission;
import vn.danvankheo.query.projecting.Poison;
import vn.danvankheo.query.projecting.Projection;
import vn.danvankheo.query.projecting.ViewBuild;
import vn.danvankheo.query.reading.EventLogReader;
import vn.danvankheo.query.reading.StreamScan;
import vn.danvankheo.query.replay.Pacing;
import vn.danvankheo.query.reporting.ReportGenerator;
import vn.danvankheo.query.reporting.domain.Definitions;
import vn.danvankheo.query.views.models.ModelsProjection;

/**
 * The product's builder of views in a process of its own, so that its memory is its own: what to
 * build, how many events to warm up with, and the root unit as arguments; the stores from the
 * environment, as the product's programs have them. Prints one {@link Replayed} as JSON.
 */
public final class ReplayProgram {
  /** The state of models alone. */
  static final String STATE = "state";

  /** Models with their versions and their audit. */
  static final String ALL = "all";

  /** The report of a year. */
  static final String REPORT = "report";

  private static final int YEAR = 2024;
  private static final double NANOS = 1e9;
  private static final double KILO = 1024;
  private static final long TENTH = 10;

  private final PGSimpleDataSource source = new PGSimpleDataSource();
  private long documentsAt;

  private ReplayProgram() {
    source.setUrl(environment("POSTGRES_URL"));
    source.setUser(environment("POSTGRES_USER"));
    source.setPassword(environment("POSTGRES_PASSWORD"));
  }

  /**
   * Runs it.
   *
   * @param arguments what, then the root unit, or how many events to warm up with and whether to
   *     make the indexes
   * @throws Exception what went wrong
   */
  @SuppressWarnings("SystemOut") // what starts it reads the result there
  public static void main(String[] arguments) throws Exception {
    MongoProgram.quiet();
    ReplayProgram program = new ReplayProgram();
    Replayed result =
        arguments[0].equals(REPORT)
            ? program.report(arguments[1])
            : program.replay(
                arguments[0].equals(ALL),
                Long.parseLong(arguments[1]),
                Boolean.parseBoolean(arguments[2]));
    System.out.println(JsonMapper.shared().writeValueAsString(result));
  }

  private Replayed replay(boolean all, long warmUp, boolean indexed) throws Exception {
    ConnectionString uri = new ConnectionString(environment("MONGODB_URI"));
    try (MongoClient client = MongoClients.create(uri);
        Connection connection = source.getConnection()) {
      ViewDatabase database =
          new ViewDatabase(client.getDatabase(Objects.requireNonNull(uri.getDatabase())));
      Models models = new Models(all);
      models.indexed = false;
      BuildMark warm = build(connection, database, models, warmUp, "1", mark -> {});
      models.collections(warm).forEach(database::drop);
      models.indexed = indexed;
      heap().forEach(MemoryPoolMXBean::resetPeakUsage);
      long backend = connection.unwrap(PGConnection.class).getBackendPID();
      double log = seconds(ProcessHandle.of(backend).stream());
      double views = seconds(siblings());
      long processor = processorNanos();
      Telling telling = new Telling();
      BuildMark built =
          build(connection, database, models, Long.MAX_VALUE, all ? "3" : "2", telling::reached);
      long ended = System.nanoTime();
      return new Replayed(
          built.done(),
          (documentsAt - telling.began) / NANOS,
          (ended - telling.began) / NANOS,
          (processorNanos() - processor) / NANOS,
          seconds(ProcessHandle.of(backend).stream()) - log,
          seconds(siblings()) - views,
          secondHalf(telling.reached, telling.began, documentsAt, built.done()),
          telling.foretold(documentsAt),
          telling.foretold(ended),
          peakMegabytes(),
          heap().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / KILO / KILO,
          built.generations().get(0).collection());
    }
  }

  private static Stream<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP);
  }

  /** The views' server, which the same benchmark has started. */
  private static Stream<ProcessHandle> siblings() {
    ProcessHandle own = ProcessHandle.current();
    return own.parent().stream()
        .flatMap(ProcessHandle::descendants)
        .filter(process -> !process.equals(own));
  }

  private static double seconds(Stream<ProcessHandle> processes) {
    return processes
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .mapToDouble(time -> time.toNanos() / NANOS)
        .sum();
  }

  private BuildMark build(
      Connection connection,
      ViewDatabase database,
      Models models,
      long last,
      String suffix,
      Consumer<BuildMark> reached)
      throws SQLException, InterruptedException {
    EventLogReader reader = new EventLogReader(connection);
    long position = Math.min(last, reader.head());
    BuildMark begin =
        ViewBuild.begin(
            "benchmark",
            reader.storeId(),
            position,
            reader.eventIdAt(position).orElse(null),
            List.of(models),
            suffix);
    int workers = Runtime.getRuntime().availableProcessors();
    return new ViewBuild(database, List.of(models), workers, new BuildControl(), Poison.STOPS)
        .run(connection, begin, reached);
  }

  /** What is told each second, and what the product would foretell by it. */
  private static final class Telling {
    private final Clock clock = Clock.systemUTC();
    private final long began = System.nanoTime();
    private final List<long[]> reached = new ArrayList<>();
    private final Pacing pacing = new Pacing(0, began, Pacing.Known.NOTHING);
    private long tenthAt;
    private double secondsLeft;

    void reached(BuildMark mark) {
      long nanos = System.nanoTime();
      Instant now = clock.instant();
      reached.add(new long[] {mark.done(), nanos});
      pacing.reached(mark.done(), 0, mark.total(), nanos, now);
      if (tenthAt == 0 && mark.done() * TENTH >= mark.total()) {
        tenthAt = nanos;
        Instant ends = Objects.requireNonNull(pacing.endsAt());
        secondsLeft = Duration.between(now, ends).toNanos() / NANOS;
      }
    }

    double foretold(long endedAt) {
      return secondsLeft * NANOS / (endedAt - tenthAt);
    }
  }

  /** From what was told each second; between two tellings it is taken to be even. */
  private static double secondHalf(List<long[]> reached, long began, long ended, long events) {
    long[] before = {0, began};
    for (long[] now : reached) {
      if (now[0] * 2 >= events && now[1] < ended) {
        double share = (events / 2.0 - before[0]) / (now[0] - before[0]);
        double half = before[1] + share * (now[1] - before[1]);
        return (ended - half) / (half - began);
      }
      before = now;
    }
    return 1;
  }

  private Replayed report(String unit) throws Exception {
    long position;
    try (Connection connection = source.getConnection()) {
      position = new EventLogReader(connection).head();
    }
    ReportGenerator generator = new ReportGenerator(new StreamScan(source));
    ReportScope scope =
        new ReportScope(
            ReportType.YEAR,
            unit,
            YEAR,
            null,
            null,
            null,
            LocalDate.of(YEAR, 1, 1),
            LocalDate.of(YEAR, 12, 31));
    long began = System.nanoTime();
    long processor = processorNanos();
    String digest = generator.generate(Definitions.newest(), scope, position).digest();
    double seconds = (System.nanoTime() - began) / NANOS;
    return new Replayed(
        generator.count(position),
        seconds,
        seconds,
        (processorNanos() - processor) / NANOS,
        0,
        0,
        1,
        1,
        1,
        peakMegabytes(),
        heap().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / KILO / KILO,
        digest);
  }

  private static long processorNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** As Linux counts it. */
  private static double peakMegabytes() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmHWM:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) / KILO;
      }
    }
    return 0;
  }

  private static String environment(String name) {
    return Objects.requireNonNull(System.getenv(name), name);
  }

  /** The real projection, or what it makes of the models' states alone. */
  private final class Models implements Projection<ModelState> {
    private final ModelsProjection whole = new ModelsProjection();
    private final boolean all;
    private boolean indexed;

    Models(boolean all) {
      this.all = all;
    }

    List<String> collections(BuildMark built) {
      String collection = built.generations().get(0).collection();
      List<String> names = new ArrayList<>(List.of(collection));
      parts().keySet().forEach(part -> names.add(collection + "_" + part));
      return names;
    }

    @Override
    public String view() {
      return whole.view();
    }

    @Override
    public int definition() {
      return whole.definition();
    }

    @Override
    public Set<String> aggregateTypes() {
      return whole.aggregateTypes();
    }

    @Override
    public String documentId(String aggregateId) {
      return whole.documentId(aggregateId);
    }

    @Override
    public String streamId(String documentId) {
      return whole.streamId(documentId);
    }

    @Override
    public ModelState fold(@Nullable ModelState state, StoredEvent event) {
      return whole.fold(state, event);
    }

    @Override
    public BsonDocument document(ModelState state) {
      return whole.document(state);
    }

    @Override
    public ModelState state(BsonDocument document) {
      return whole.state(document);
    }

    /** Asked for when the last document was written. */
    @Override
    public List<ViewIndex> indexes() {
      documentsAt = System.nanoTime();
      return indexed ? whole.indexes() : List.of();
    }

    @Override
    public Map<String, List<ViewIndex>> parts() {
      Map<String, List<ViewIndex>> parts = new LinkedHashMap<>();
      if (all) {
        whole.parts().forEach((part, own) -> parts.put(part, indexed ? own : List.of()));
      }
      return parts;
    }

    @Override
    public List<Emission> emit(@Nullable ModelState before, ModelState after, StoredEvent event) {
      return all ? whole.emit(before, after, event) : List.of();
    }
  }
}
