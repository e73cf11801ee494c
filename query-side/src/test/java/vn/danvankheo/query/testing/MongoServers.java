package vn.danvankheo.query.testing;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.concurrent.atomic.AtomicInteger;

/** View databases for tests, each its own, on the server that the standalone embeds. */
public final class MongoServers {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static MongoClient client;
  private static String address;

  private MongoServers() {}

  /** An empty database on the embedded kind of server. */
  public static synchronized MongoDatabase embedded() {
    if (client == null) {
      MongoServer server = new MongoServer(new MemoryBackend());
      server.bind("127.0.0.1", 0);
      address = server.getConnectionString();
      client = MongoClients.create(address);
    }
    return client.getDatabase("views_" + COUNT.incrementAndGet());
  }

  /** The address of a database of the embedded kind. */
  public static String uri(MongoDatabase database) {
    return address + "/" + database.getName();
  }
}
