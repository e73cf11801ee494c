package vn.danvankheo.benchmarks.stores;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import vn.danvankheo.standalone.embedded.EmbeddedMongo;

/**
 * A server of MongoDB's protocol with an empty database: the program named by {@code SECANTUSD} in
 * the environment, in a process of its own, else the product's embedded one within this process.
 */
public final class BenchmarkMongo implements AutoCloseable {
  private static final int TRIES = 300;
  private static final long LOOK_EVERY_MILLIS = 100;

  private final String name;
  private final String uri;
  private final @Nullable Process process;
  private final @Nullable Path storage;
  private final @Nullable EmbeddedMongo embedded;

  private BenchmarkMongo(
      String name,
      String uri,
      @Nullable Process process,
      @Nullable Path storage,
      @Nullable EmbeddedMongo embedded) {
    this.name = name;
    this.uri = uri;
    this.process = process;
    this.storage = storage;
    this.embedded = embedded;
  }

  /**
   * Starts or finds the server.
   *
   * @param parent where a started one keeps its data
   * @return the server
   * @throws IOException when it does not start
   */
  public static BenchmarkMongo start(Path parent) throws IOException {
    String program = System.getenv("SECANTUSD");
    return program == null ? embedded() : started(program, parent);
  }

  /**
   * Starts the product's embedded server.
   *
   * @return the server
   */
  public static BenchmarkMongo embedded() {
    EmbeddedMongo embedded = EmbeddedMongo.start();
    String uri = embedded.connectionString() + "/danvankheo";
    return new BenchmarkMongo("mongo-java-server", uri, null, null, embedded);
  }

  /**
   * Starts the same server, but the embedded one in a process of its own, too.
   *
   * @param parent where a server with files keeps its data
   * @param command runs {@link MongoProgram}
   * @return the server
   * @throws IOException when it does not start
   */
  public static BenchmarkMongo apart(Path parent, List<String> command) throws IOException {
    if (System.getenv("SECANTUSD") != null) {
      return start(parent);
    }
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String address =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))
            .lines()
            .filter(line -> line.startsWith("mongodb://"))
            .findFirst()
            .orElseThrow(() -> new IOException("The server did not start"));
    return new BenchmarkMongo(
        "mongo-java-server, apart", address + "/danvankheo", process, null, null);
  }

  private static BenchmarkMongo started(String program, Path parent) throws IOException {
    Path storage = Files.createTempDirectory(parent, "mongo");
    int port = freePort();
    Process process = launch(program, port, storage);
    String uri =
        "mongodb://127.0.0.1:"
            + port
            + "/danvankheo?directConnection=true&serverMonitoringMode=poll";
    return new BenchmarkMongo(
        Path.of(program).getFileName().toString(), uri, process, storage, null);
  }

  private static Process launch(String program, int port, Path storage) throws IOException {
    Process process =
        new ProcessBuilder(
                program,
                "--host",
                "127.0.0.1",
                "--standalone",
                "--port",
                Integer.toString(port),
                "--storage-path",
                storage.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    for (int i = 0; i < TRIES && !listens(port); i++) {
      if (hasEndedWithin(process, LOOK_EVERY_MILLIS)) {
        throw new IOException(program + " ended with " + process.exitValue());
      }
    }
    return process;
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private static boolean hasEndedWithin(Process process, long millis) {
    try {
      return process.waitFor(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /**
   * What it is.
   *
   * @return a program's name
   */
  public String name() {
    return name;
  }

  /**
   * The server's address, with the database.
   *
   * @return for the driver
   */
  public String uri() {
    return uri;
  }

  @Override
  public void close() throws IOException {
    if (embedded != null) {
      embedded.close();
    }
    if (process != null) {
      process.destroy();
      hasEndedWithin(process, TRIES * LOOK_EVERY_MILLIS);
    }
    if (storage != null) {
      FileSystemUtils.deleteRecursively(storage);
    }
  }
}
