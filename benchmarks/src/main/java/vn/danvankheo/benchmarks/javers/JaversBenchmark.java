package vn.danvankheo.benchmarks.javers;

import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.javers.core.Javers;
import org.javers.core.JaversBuilder;
import org.javers.repository.jql.QueryBuilder;
import org.javers.repository.sql.DialectName;
import org.javers.repository.sql.SqlRepositoryBuilder;
import vn.danvankheo.benchmarks.commands.CommandSide;
import vn.danvankheo.benchmarks.commands.Workload;
import vn.danvankheo.benchmarks.measure.Comparison;
import vn.danvankheo.benchmarks.measure.Contender;
import vn.danvankheo.benchmarks.measure.Figure;
import vn.danvankheo.benchmarks.measure.Findings;
import vn.danvankheo.benchmarks.measure.Protocol;
import vn.danvankheo.benchmarks.measure.Round;
import vn.danvankheo.benchmarks.programs.HttpLines;
import vn.danvankheo.benchmarks.programs.Program;
import vn.danvankheo.benchmarks.programs.Registry;
import vn.danvankheo.benchmarks.stores.BenchmarkMongo;
import vn.danvankheo.benchmarks.stores.BenchmarkPostgres;

/**
 * The same twenty thousand changes of a thousand models kept by both on one PostgreSQL, each change
 * in a transaction of its own by one writer, with who and why; then the same questions. JaVers is
 * asked within this process; the registry over HTTP, with all that it checks.
 */
public final class JaversBenchmark {
  private static final int MODELS = 1_000;
  private static final int CHANGES = 20;
  private static final int FROM = 5;
  private static final int TO = 15;

  private final BenchmarkPostgres postgres;
  private final BenchmarkMongo mongo;
  private final Protocol protocol;
  private final PrintStream out;
  private final List<Figure> figures = new ArrayList<>();

  /**
   * A benchmark.
   *
   * @param postgres a server with an empty database
   * @param mongo the views' server
   * @param protocol how to measure questions; with one reader
   * @param out told about every turn
   */
  public JaversBenchmark(
      BenchmarkPostgres postgres, BenchmarkMongo mongo, Protocol protocol, PrintStream out) {
    this.postgres = postgres;
    this.mongo = mongo;
    this.protocol = protocol;
    this.out = out;
  }

  /** What changes a model for the n-th time; the first time makes it. */
  @FunctionalInterface
  private interface Change {
    void of(int model, int number) throws Exception;
  }

  /**
   * Runs it.
   *
   * @return figures
   * @throws Exception what went wrong
   */
  public Findings run() throws Exception {
    CommandSide.prepare(postgres, 0);
    List<String> ids = new ArrayList<>();
    try (CommandSide side = CommandSide.start(postgres)) {
      write("registry", (model, number) -> change(side, ids, model, number));
    }
    try (HikariDataSource pool = postgres.pool(1);
        Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      Javers javers = javers(connection);
      List<AuditedModel> models = ids.stream().map(AuditedModel::new).toList();
      write("JaVers", (model, number) -> commit(javers, connection, models.get(model), number));
      bytes("registry", "event_log");
      bytes("JaVers", "jv_commit", "jv_commit_property", "jv_global_id", "jv_snapshot");
      ask(ids, javers);
    }
    return new Findings("javers", figures, List.of());
  }

  private static Javers javers(Connection connection) {
    return JaversBuilder.javers()
        .registerJaversRepository(
            SqlRepositoryBuilder.sqlRepository()
                .withConnectionProvider(() -> connection)
                .withDialect(DialectName.POSTGRES)
                .build())
        .build();
  }

  private static void change(CommandSide side, List<String> ids, int model, int number) {
    if (number == 0) {
      ids.addAll(side.registered(1));
    } else {
      side.update(ids.get(model), number);
    }
  }

  private static void commit(Javers javers, Connection connection, AuditedModel model, int number)
      throws SQLException {
    model.change(number);
    javers.commit(
        Workload.actor().userName(), model, Map.of("reason", "Cập nhật", "unit", Workload.UNIT));
    connection.commit();
  }

  private void write(String name, Change change) throws Exception {
    long[] latencies = new long[MODELS * CHANGES];
    long began = System.nanoTime();
    for (int number = 0; number < CHANGES; number++) {
      for (int model = 0; model < MODELS; model++) {
        long start = System.nanoTime();
        change.of(model, number);
        latencies[number * MODELS + model] = System.nanoTime() - start;
      }
    }
    Round round = new Round(System.nanoTime() - began, latencies, 0);
    figures.add(Figure.once(name + ", changes written", "/s", round.perSecond()));
    figures.add(Figure.once(name + ", a change p50", "ms", round.percentile(0.5)));
    out.printf("%s: %.0f changes/s%n", name, round.perSecond());
  }

  private void bytes(String name, String... tables) throws SQLException {
    double sum = 0;
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement()) {
      for (String table : tables) {
        try (ResultSet row =
            statement.executeQuery("SELECT pg_total_relation_size('" + table + "')")) {
          row.next();
          sum += row.getDouble(1);
        }
      }
    }
    figures.add(Figure.once(name + ", stored for a change", "bytes", sum / MODELS / CHANGES));
  }

  private void ask(List<String> ids, Javers javers) throws Exception {
    try (Program program = Program.standalone(postgres, mongo);
        HttpLines lines = new HttpLines(program.port(), 1)) {
      Registry registry = Registry.open(lines.of(0));
      compare(
          Contender.of(
              "registry, history of 20 changes",
              r -> i -> registry.get(lines.of(0), model(ids, i) + "/history?limit=" + CHANGES)),
          Contender.of(
              "JaVers, changes of 20 commits",
              r -> i -> some(javers.findChanges(byId(ids, i).limit(CHANGES).build()))));
      compare(
          Contender.of(
              "registry, diff",
              r ->
                  i ->
                      registry.get(
                          lines.of(0), model(ids, i) + "/diff?from=" + FROM + "&to=" + TO)),
          Contender.of("JaVers, diff of two snapshots", r -> i -> diff(javers, ids, i)));
      compare(
          Contender.of(
              "registry, as it stood",
              r -> i -> registry.get(lines.of(0), model(ids, i) + "?atVersion=" + FROM)),
          Contender.of(
              "JaVers, shadow",
              r ->
                  i ->
                      some(
                          javers.findShadows(
                              byId(ids, i).withVersion(FROM + 1).limit(1).build()))));
    }
  }

  private static void some(List<?> found) {
    if (found.isEmpty()) {
      throw new IllegalStateException("Nothing was found");
    }
  }

  private static void diff(Javers javers, List<String> ids, int i) {
    Object from = javers.findShadows(byId(ids, i).withVersion(FROM + 1).build()).get(0).get();
    Object to = javers.findShadows(byId(ids, i).withVersion(TO + 1).build()).get(0).get();
    if (!javers.compare(from, to).hasChanges()) {
      throw new IllegalStateException("Nothing changed");
    }
  }

  private static QueryBuilder byId(List<String> ids, int i) {
    return QueryBuilder.byInstanceId(ids.get(i % MODELS), AuditedModel.class);
  }

  private static String model(List<String> ids, int i) {
    return "/api/models/" + ids.get(i % MODELS);
  }

  private void compare(Contender ours, Contender theirs) throws Exception {
    Comparison measured = Comparison.run(protocol.withWriters(1), List.of(ours, theirs), out);
    for (double share : new double[] {0.5, 0.99}) {
      Figure our = measured.percentile(ours.name(), share);
      Figure their = measured.percentile(theirs.name(), share);
      figures.addAll(List.of(our, their, our.over(their)));
    }
  }
}
