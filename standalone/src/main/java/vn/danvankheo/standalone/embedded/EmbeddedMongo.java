package vn.danvankheo.standalone.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.net.InetSocketAddress;

/** A server of MongoDB's protocol in this process's memory; views in it are rebuilt at start. */
public final class EmbeddedMongo implements AutoCloseable {
  /** A question that takes long keeps the others of its thread waiting. */
  private static final int THREADS = 64;

  private final MongoServer server;
  private final String connectionString;

  private EmbeddedMongo(MongoServer server) {
    this.server = server;
    server.bind(new InetSocketAddress("127.0.0.1", 0), 1, THREADS);
    this.connectionString = server.getConnectionString();
  }

  /** Starts an empty server on the loopback, on a port of chance. */
  public static EmbeddedMongo start() {
    return new EmbeddedMongo(new MongoServer(new IndexedBackend()));
  }

  /** The server's address for the driver. */
  public String connectionString() {
    return connectionString;
  }

  /** Stops the server and forgets everything in it. */
  @Override
  public void close() {
    server.shutdownNow();
  }
}
