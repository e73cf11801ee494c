package vn.danvankheo.standalone.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import vn.danvankheo.events.ports.FreePorts;
import vn.danvankheo.standalone.datafolder.DataFolder;
import vn.danvankheo.standalone.deploy.Gateway;
import vn.danvankheo.standalone.embedded.EmbeddedPostgres;

/**
 * Command-side and query-side processes on a PostgreSQL server and a MongoDB-protocol server of
 * their own, behind the gateway, as docker-compose.yml has them.
 */
final class SeparateProcesses implements AutoCloseable {
  static final String PASSWORD = "Bac-Kan-2024-admin";

  /** The database that the views are in. */
  static final String VIEWS = "danvankheo";

  private static final String JAVA_OPTIONS = javaOptions();

  private final Path folder;
  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final EmbeddedPostgres postgres;
  private final Relay events;
  private final Relay mongo;
  private final List<Side> commands = new ArrayList<>();
  private final List<Side> queries = new ArrayList<>();
  private final int port = FreePorts.next();
  private Program gateway;

  /** One process, with where it answers and where it tells its health. */
  static final class Side implements AutoCloseable {
    private final Program.Start start;
    private final int port;
    private final int health;
    private Program program;

    private Side(Program.Start start, int port, int health) throws IOException {
      this.start = start;
      this.port = port;
      this.health = health;
      this.program = start.start();
    }

    Program program() {
      return program;
    }

    int port() {
      return port;
    }

    /** Ends it without any warning and starts it again in its place. */
    void killAndStartAgain() throws IOException, InterruptedException {
      program.kill();
      program = start.start().untilReady(health);
    }

    @Override
    public void close() throws InterruptedException {
      program.close();
    }
  }

  private SeparateProcesses(Path folder) throws IOException {
    this.folder = folder;
    // Asked for first: whoever lacks them should know at once.
    Needed.program("nginx", "NGINX");
    Path mongoServer = Needed.program("secantusd-py", "SECANTUSD");
    postgres = keep(EmbeddedPostgres.start(keep(DataFolder.open(folder.resolve("postgres")))));
    events = keep(Relay.to(URI.create(postgres.jdbcUrl().substring("jdbc:".length())).getPort()));
    mongo = keep(Relay.to(startMongo(mongoServer)));
  }

  /** Starts one of each and the gateway, and waits until both sides are ready. */
  static SeparateProcesses start(Path folder) throws Exception {
    SeparateProcesses processes = new SeparateProcesses(folder);
    try {
      processes.startOneMoreOfEach();
      return processes;
    } catch (Exception | AssertionError e) {
      processes.close();
      throw e;
    }
  }

  /** Starts one more of each side, and the gateway anew so that it knows them. */
  void startOneMoreOfEach() throws Exception {
    Side command = keep(side(Program.jar("command-side", "command-side-.*-exec\\.jar")));
    Side query = keep(side(Program.jar("query-side", "query-side-.*-exec\\.jar")));
    for (Side one : List.of(command, query)) {
      one.program().untilReady(one.health);
    }
    commands.add(command);
    queries.add(query);
    if (gateway != null) {
      gateway.stop();
    }
    gateway = startGateway();
  }

  /** Kills the query sides and starts them on an empty view database. */
  void startQueriesOnNewViews(String database) throws Exception {
    for (Side query : queries) {
      query.program.kill();
      query.program = query.start.env("MONGODB_URI", mongodb(database)).start();
    }
    for (Side query : queries) {
      query.program.untilReady(query.health);
    }
  }

  private int startMongo(Path program) {
    int mongoPort = FreePorts.next();
    try {
      Program server =
          keep(
              Program.of(program.toString(), "--host", "127.0.0.1")
                  .with("--standalone", "--port", Integer.toString(mongoPort))
                  .with("--storage-path", folder.resolve("mongo").toString())
                  .start());
      server.until("MongoDB's protocol is spoken", () -> Http.listens(mongoPort));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return mongoPort;
  }

  /** The address of a database on the MongoDB-protocol server. */
  String mongodb(String database) {
    return "mongodb://127.0.0.1:"
        + mongo.port()
        + "/"
        + database
        + "?directConnection=true&serverMonitoringMode=poll";
  }

  private Side side(Program.Start start) throws IOException {
    int sidePort = FreePorts.next();
    int health = FreePorts.next();
    start
        .env("JAVA_TOOL_OPTIONS", JAVA_OPTIONS)
        .env("POSTGRES_URL", "jdbc:postgresql://127.0.0.1:" + events.port() + "/postgres")
        .env("POSTGRES_USER", postgres.user())
        .env("POSTGRES_PASSWORD", postgres.password())
        .env("MONGODB_URI", mongodb(VIEWS))
        .env("DANVANKHEO_ADMIN_PASSWORD", PASSWORD)
        .env("DANVANKHEO_DATA", folder.resolve("data"))
        .env("DANVANKHEO_PORT", sidePort)
        .env("DANVANKHEO_MANAGEMENT_PORT", health)
        .env("SERVER_FORWARD_HEADERS_STRATEGY", "native");
    return new Side(start, sidePort, health);
  }

  /** As the containers have them. */
  private static String javaOptions() {
    try {
      return Files.readAllLines(Path.of("../deploy/Dockerfile")).stream()
          .map(line -> line.replaceFirst("^ENV JAVA_TOOL_OPTIONS=\"(.*)\".*", "$1"))
          .filter(line -> line.startsWith("-X"))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Program startGateway() throws IOException {
    return keep(
        Gateway.start(
            Files.createDirectories(folder.resolve("gateway")),
            port,
            commands.stream().map(side -> side.port).toList(),
            queries.stream().map(side -> side.port).toList(),
            commands.stream().map(side -> side.health).toList(),
            queries.stream().map(side -> side.health).toList()));
  }

  /** A connection of the test's own to the events. */
  Connection connect() throws SQLException {
    return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
  }

  /** What everybody outside uses. */
  Http gateway() {
    return new Http(port);
  }

  /** The wire to PostgreSQL. */
  Relay events() {
    return events;
  }

  /** The wire to the MongoDB-protocol server. */
  Relay mongo() {
    return mongo;
  }

  List<Side> commands() {
    return commands;
  }

  List<Side> queries() {
    return queries;
  }

  private <T extends AutoCloseable> T keep(T one) {
    running.push(one);
    return one;
  }

  @Override
  public void close() throws Exception {
    while (!running.isEmpty()) {
      running.pop().close();
    }
  }
}
