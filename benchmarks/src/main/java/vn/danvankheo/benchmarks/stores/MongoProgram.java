package vn.danvankheo.benchmarks.stores;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import org.slf4j.LoggerFactory;
import vn.danvankheo.standalone.embedded.EmbeddedMongo;

/** The product's embedded server of MongoDB's protocol as a program; says where it listens. */
public final class MongoProgram {
  private MongoProgram() {}

  /**
   * Serves until the one who started it is gone.
   *
   * @param arguments none
   * @throws IOException never
   */
  @SuppressWarnings("SystemOut") // what starts it reads the address there
  public static void main(String[] arguments) throws IOException {
    quiet();
    try (EmbeddedMongo server = EmbeddedMongo.start()) {
      System.out.println(server.connectionString());
      while (System.in.read() >= 0) {
        // Only the end is waited for.
      }
    }
  }

  /** Without Spring, nobody else keeps libraries from telling everything. */
  public static void quiet() {
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
  }
}
