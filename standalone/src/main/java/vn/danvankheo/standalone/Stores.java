package vn.danvankheo.standalone;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.danvankheo.standalone.datafolder.DataFolder;
import vn.danvankheo.standalone.embedded.EmbeddedMongo;
import vn.danvankheo.standalone.embedded.EmbeddedPostgres;

/** The stores of one start: an embedded one wherever no server's address was given. */
final class Stores implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Stores.class);

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private @Nullable DataFolder folder;

  /**
   * Holds the data folder, when events are to be kept there.
   *
   * @throws vn.danvankheo.standalone.console.Refusal when it cannot be used
   */
  synchronized void hold(StoreOptions options) {
    if (!StoreOptions.given(options.postgresUrl)) {
      folder = keep(DataFolder.open(options.data));
    }
  }

  /**
   * Starts what is needed.
   *
   * @return the properties by which both sides find their stores
   * @throws vn.danvankheo.standalone.console.Refusal when a store does not start
   */
  synchronized Map<String, Object> start(Options options) {
    Map<String, Object> properties = startEvents(options);
    properties.put(
        "danvankheo.mongodb.uri",
        Options.given(options.mongodbUri)
            ? options.mongodbUri
            : keep(EmbeddedMongo.start()).connectionString());
    return properties;
  }

  /**
   * Starts what holds the events alone.
   *
   * @return the properties by which they are found
   * @throws vn.danvankheo.standalone.console.Refusal when the store does not start
   */
  synchronized Map<String, Object> startEvents(StoreOptions options) {
    Map<String, Object> properties = new HashMap<>();
    if (folder != null) {
      EmbeddedPostgres postgres = keep(EmbeddedPostgres.start(folder));
      put(properties, postgres.jdbcUrl(), postgres.user(), postgres.password());
    } else {
      put(properties, options.postgresUrl, options.postgresUser, options.postgresPassword);
    }
    return properties;
  }

  /**
   * Starts what holds the events alone, and connects to it.
   *
   * @return the caller's to close
   * @throws SQLException when it can't be reached
   * @throws vn.danvankheo.standalone.console.Refusal when the store does not start
   */
  Connection connectTo(StoreOptions options) throws SQLException {
    Map<String, Object> properties = startEvents(options);
    return DriverManager.getConnection(
        (String) properties.get("spring.datasource.url"),
        (String) properties.get("spring.datasource.username"),
        (String) properties.get("spring.datasource.password"));
  }

  private static void put(
      Map<String, Object> properties,
      @Nullable String url,
      @Nullable String user,
      @Nullable String password) {
    properties.put("spring.datasource.url", url == null ? "" : url);
    properties.put("spring.datasource.username", user == null ? "" : user);
    properties.put("spring.datasource.password", password == null ? "" : password);
  }

  private <T extends AutoCloseable> T keep(T store) {
    open.push(store);
    return store;
  }

  /** Stops them, the last one first; one that fails does not keep the others running. */
  @Override
  public synchronized void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        LOG.error("A store did not stop in good order", e);
      }
    }
  }
}
