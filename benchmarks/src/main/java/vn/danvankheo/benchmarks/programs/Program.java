package vn.danvankheo.benchmarks.programs;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vn.danvankheo.benchmarks.stores.BenchmarkMongo;
import vn.danvankheo.benchmarks.stores.BenchmarkPostgres;
import vn.danvankheo.command.CommandSideApplication;
import vn.danvankheo.events.sealing.MasterKey;
import vn.danvankheo.query.QuerySideApplication;
import vn.danvankheo.standalone.DanvankheoApplication;

/** One of the product's programs, run from this jar in a process of its own. */
public final class Program implements AutoCloseable {
  /** The first administrator's, in every benchmark. */
  public static final String ADMINISTRATORS_PASSWORD = "Do-toc-do-2024-admin";

  /** What everything of one run seals names with, in this process and in others. */
  public static final String MASTER_KEY = MasterKey.generate();

  /** What the images give a side. */
  public static final List<String> MEMORY =
      List.of("-Xms128m", "-Xmn64m", "-Xmx256m", "-XX:+UseSerialGC");

  private static final String LAUNCHER =
      "org.springframework.boot.loader.launch.PropertiesLauncher";

  /** Views of a million events are built before a program is ready. */
  private static final Duration READY_WITHIN = Duration.ofMinutes(30);

  private static final Duration ENDS_WITHIN = Duration.ofMinutes(5);
  private static final long LOOK_EVERY_MILLIS = 100;

  private final Process process;
  private final Path log;
  private final int port;

  private Program(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.port = port;
  }

  /**
   * Starts both sides in one process and waits until they are ready.
   *
   * @param postgres the events' server
   * @param mongo the views' server
   * @return the running program
   * @throws IOException when it cannot be started
   */
  public static Program standalone(BenchmarkPostgres postgres, BenchmarkMongo mongo)
      throws IOException {
    return start(DanvankheoApplication.class, List.of("-Xmx1g"), postgres, mongo);
  }

  /**
   * Starts the command side alone.
   *
   * @param postgres the events' server
   * @param mongo the views' server
   * @return the running program
   * @throws IOException when it cannot be started
   */
  public static Program commandSide(BenchmarkPostgres postgres, BenchmarkMongo mongo)
      throws IOException {
    return start(CommandSideApplication.class, MEMORY, postgres, mongo);
  }

  /**
   * Starts the query side alone, on tables that the command side has made.
   *
   * @param postgres the events' server
   * @param mongo the views' server
   * @return the running program
   * @throws IOException when it cannot be started
   */
  public static Program querySide(BenchmarkPostgres postgres, BenchmarkMongo mongo)
      throws IOException {
    return start(QuerySideApplication.class, MEMORY, postgres, mongo);
  }

  private static Program start(
      Class<?> main, List<String> memory, BenchmarkPostgres postgres, BenchmarkMongo mongo)
      throws IOException {
    int port = freePort();
    Path log = postgres.folder().resolveSibling(main.getSimpleName() + ".log").toAbsolutePath();
    ProcessBuilder builder = new ProcessBuilder(command(main, memory.toArray(String[]::new)));
    builder
        .environment()
        .putAll(
            Map.of(
                "DANVANKHEO_PORT", Integer.toString(port),
                "DANVANKHEO_DATA", postgres.folder().resolve("program").toString(),
                "DANVANKHEO_ADMIN_PASSWORD", ADMINISTRATORS_PASSWORD,
                "DANVANKHEO_MASTER_KEY", MASTER_KEY,
                // All sides' libraries are on one class path here; tables are each side's own
                // affair.
                "SPRING_FLYWAY_ENABLED", "false",
                "POSTGRES_URL", postgres.jdbcUrl(),
                "POSTGRES_USER", postgres.user(),
                "POSTGRES_PASSWORD", postgres.password(),
                "MONGODB_URI", mongo.uri()));
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    Program program = new Program(builder.start(), log, port);
    try {
      program.awaitReady();
      return program;
    } catch (RuntimeException e) {
      program.close();
      throw e;
    }
  }

  /**
   * How any program in this jar is run in a process of its own.
   *
   * @param main its class
   * @param memory what to give it, such as {@code -Xmx256m}
   * @return without arguments
   */
  public static List<String> command(Class<?> main, String... memory) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(memory));
    command.add("-Dloader.main=" + main.getName());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), LAUNCHER));
    return command;
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void awaitReady() {
    long deadline = System.nanoTime() + READY_WITHIN.toNanos();
    while (!isReady()) {
      if (hasEndedWithin(LOOK_EVERY_MILLIS) || System.nanoTime() > deadline) {
        throw new IllegalStateException("The program did not become ready; see " + log);
      }
    }
  }

  private boolean isReady() {
    try (HttpLine line = new HttpLine(port)) {
      return line.send("GET", "/actuator/health/readiness", "", HttpLine.NOTHING).status() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private boolean hasEndedWithin(long millis) {
    try {
      return process.waitFor(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /**
   * Where it answers.
   *
   * @return a port of the loopback
   */
  public int port() {
    return port;
  }

  @Override
  public void close() {
    process.destroy();
    if (!hasEndedWithin(ENDS_WITHIN.toMillis())) {
      process.destroyForcibly();
    }
  }
}
