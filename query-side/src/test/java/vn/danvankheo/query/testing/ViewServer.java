package vn.danvankheo.query.testing;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/**
 * A server of view databases, started when it is first asked for. The second one is another
 * program: a laptop without it skips its tests, the build server must have it.
 */
public enum ViewServer {
  /** The kind that the standalone embeds. */
  EMBEDDED {
    @Override
    String start() {
      MongoServer server = new MongoServer(new MemoryBackend());
      server.bind("127.0.0.1", 0);
      return server.getConnectionString();
    }

    @Override
    public boolean explains() {
      return false;
    }
  },

  /** SecantusDB, by the path of its launcher in {@code SECANTUSD}. */
  SECOND {
    @Override
    String start() {
      String launcher = System.getenv("SECANTUSD");
      if (launcher == null && !"true".equals(System.getenv("CI"))) {
        Assumptions.abort("No second MongoDB server: SECANTUSD does not tell where it is");
      }
      return "mongodb://127.0.0.1:"
          + launch(launcher)
          + "/?directConnection=true&serverMonitoringMode=poll";
    }

    @Override
    public boolean explains() {
      return true;
    }
  };

  private static final AtomicInteger COUNT = new AtomicInteger();
  private String address;
  private MongoClient client;

  abstract String start();

  /** Whether it tells by which index it finds things. */
  public abstract boolean explains();

  /** An empty database. */
  public synchronized MongoDatabase database() {
    if (client == null) {
      address = start();
      client = MongoClients.create(address);
    }
    return client.getDatabase("views_" + COUNT.incrementAndGet());
  }

  /** The address of a database. */
  public synchronized String uri(MongoDatabase database) {
    int path = address.indexOf('/', "mongodb://".length());
    return path < 0
        ? address + "/" + database.getName()
        : address.substring(0, path + 1) + database.getName() + address.substring(path + 1);
  }

  private static int launch(String launcher) {
    try {
      Path folder = Files.createTempDirectory("secantus");
      Path log = folder.resolve("log");
      Process process =
          new ProcessBuilder(
                  launcher,
                  "--host",
                  "127.0.0.1",
                  "--port",
                  "0",
                  "--storage-path",
                  folder.resolve("data").toString())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
      return Awaitility.await()
          .atMost(Duration.ofSeconds(120))
          .failFast("The second server ended", () -> !process.isAlive())
          .until(() -> port(log), Optional::isPresent)
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** It takes a port of its own choice, so that nobody else has it, and says which. */
  private static Optional<Integer> port(Path log) throws IOException {
    Matcher said = Pattern.compile("listening on [\\d.]+:(\\d+)\\s").matcher(Files.readString(log));
    return said.find() ? Optional.of(Integer.valueOf(said.group(1))) : Optional.empty();
  }
}
