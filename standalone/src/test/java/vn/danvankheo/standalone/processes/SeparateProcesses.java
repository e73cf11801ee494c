package vn.danvankheo.standalone.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import vn.danvankheo.standalone.datafolder.DataFolder;
import vn.danvankheo.standalone.deploy.Gateway;
import vn.danvankheo.standalone.embedded.EmbeddedPostgres;

/**
 * Command-side and query-side processes on a PostgreSQL server and a MongoDB-protocol server of
 * their own, behind the gateway, as docker-compose.yml has them.
 */
final class SeparateProcesses implements AutoCloseable {
  static final String PASSWORD = "Bac-Kan-2024-admin";

  private final Path folder;
  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final EmbeddedPostgres postgres;
  private final Relay events;
  private final Relay mongo;
  private final List<Side> commands = new ArrayList<>();
  private final List<Side> queries = new ArrayList<>();
  private final int port = Http.freePort();

  /** One process, with where it answers and where it tells its health. */
  record Side(Program program, int port, int health) {}

  private SeparateProcesses(Path folder) throws IOException {
    this.folder = folder;
    // Asked for first: whoever lacks them should know at once.
    Needed.program("nginx", "NGINX");
    Path mongoServer = Needed.program("secantusd-py", "SECANTUSD");
    postgres = keep(EmbeddedPostgres.start(keep(DataFolder.open(folder.resolve("postgres")))));
    events = keep(Relay.to(URI.create(postgres.jdbcUrl().substring("jdbc:".length())).getPort()));
    mongo = keep(Relay.to(startMongo(mongoServer)));
  }

  /** Starts as many of each as is said and the gateway, and waits until both sides are ready. */
  static SeparateProcesses start(Path folder, int commands, int queries) throws Exception {
    SeparateProcesses processes = new SeparateProcesses(folder);
    try {
      for (int i = 0; i < commands; i++) {
        processes.commands.add(processes.startCommand());
      }
      for (int i = 0; i < queries; i++) {
        processes.queries.add(processes.startQuery());
      }
      processes.startGateway();
      return processes;
    } catch (Exception | AssertionError e) {
      processes.close();
      throw e;
    }
  }

  private int startMongo(Path program) {
    int mongoPort = Http.freePort();
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

  private Side startCommand() throws IOException {
    return side("command-side", Program.jar("command-side", "command-side-.*-exec\\.jar"));
  }

  private Side startQuery() throws IOException {
    return side("query-side", Program.jar("query-side", "query-side-.*-exec\\.jar"));
  }

  private Side side(String name, Program.Start start) throws IOException {
    int sidePort = Http.freePort();
    int health = Http.freePort();
    Program program =
        start
            .env("POSTGRES_URL", "jdbc:postgresql://127.0.0.1:" + events.port() + "/postgres")
            .env("POSTGRES_USER", postgres.user())
            .env("POSTGRES_PASSWORD", postgres.password())
            .env(
                "MONGODB_URI",
                "mongodb://127.0.0.1:"
                    + mongo.port()
                    + "/danvankheo?directConnection=true&serverMonitoringMode=poll")
            .env("DANVANKHEO_ADMIN_PASSWORD", PASSWORD)
            .env("DANVANKHEO_DATA", folder.resolve("data"))
            .env("DANVANKHEO_PORT", sidePort)
            .env("DANVANKHEO_MANAGEMENT_PORT", health)
            .env("SERVER_FORWARD_HEADERS_STRATEGY", "native")
            .start();
    keep(program);
    program.untilReady(health);
    System.out.println(name + " is ready on " + sidePort);
    return new Side(program, sidePort, health);
  }

  private void startGateway() throws IOException {
    keep(
        Gateway.start(
            Files.createDirectory(folder.resolve("gateway")),
            port,
            commands.stream().map(Side::port).toList(),
            queries.stream().map(Side::port).toList(),
            commands.stream().map(Side::health).toList(),
            queries.stream().map(Side::health).toList()));
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
