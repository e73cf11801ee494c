package vn.danvankheo.query.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.util.PSQLState;
import vn.danvankheo.events.DomainEvent;
import vn.danvankheo.events.catalogue.EventCatalogue;
import vn.danvankheo.events.catalogue.EventType;
import vn.danvankheo.events.metadata.Actor;
import vn.danvankheo.events.metadata.EventMetadata;
import vn.danvankheo.events.ports.FreePorts;
import vn.danvankheo.events.sealing.MasterKey;
import vn.danvankheo.events.serialization.EventJson;
import vn.danvankheo.events.vocabulary.Role;

/** An event database of its own for a test, with the tables that the command side makes. */
public final class EventDatabase {
  private static final Path MIGRATIONS = Path.of("../command-side/src/main/resources/db/command");

  /** What names are sealed with in the end. */
  public static final String MASTER_KEY = MasterKey.generate();

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final EventMetadata METADATA =
      new EventMetadata(
          new Actor("van-thu", "Chuyên viên", "VP", Role.CLERK),
          null,
          null,
          "192.0.2.7",
          "request",
          "4bf92f3577b34da6a3ce929d0e0e4736",
          "Test");
  private static EmbeddedPostgres server;

  private final DataSource source;
  private final String name;

  private EventDatabase(DataSource source, String name) {
    this.source = source;
    this.name = name;
  }

  /** Makes a database with all migrations applied on the one server of this test run. */
  public static synchronized EventDatabase create() {
    try {
      if (server == null) {
        server =
            EmbeddedPostgres.builder()
                .setPort(FreePorts.next())
                .setServerConfig("max_connections", "100")
                .setPGStartupWait(Duration.ofMinutes(2))
                .start();
      }
      String name = "events_" + COUNT.incrementAndGet();
      execute(server.getPostgresDatabase(), "CREATE DATABASE " + name);
      DataSource source = server.getDatabase("postgres", name);
      for (Path migration : migrations()) {
        execute(source, Files.readString(migration));
      }
      return new EventDatabase(source, name);
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("No event database", e);
    }
  }

  public DataSource source() {
    return source;
  }

  /** The address for JDBC; user postgres without a password. */
  public String url() {
    return server.getJdbcUrl("postgres", name);
  }

  /** Its connections under a name, by which {@link #disconnect} finds them. */
  public DataSource named(String applicationName) {
    PGSimpleDataSource named = new PGSimpleDataSource();
    named.setURL(url());
    named.setUser("postgres");
    named.setApplicationName(applicationName);
    return named;
  }

  /** Ends the sessions of a name. */
  public void disconnect(String applicationName) {
    run(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
            + name
            + "' AND application_name = '"
            + applicationName
            + "'");
  }

  /** Ends every other session, as a restart of the server does. */
  public void disconnectAll() {
    run(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
            + name
            + "' AND pid <> pg_backend_pid()");
  }

  /** Refuses or allows new sessions. */
  public void allowConnections(boolean allowed) {
    try {
      execute(
          server.getPostgresDatabase(),
          "ALTER DATABASE " + name + " WITH ALLOW_CONNECTIONS " + allowed);
      if (!allowed) {
        execute(
            server.getPostgresDatabase(),
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
                + name
                + "'");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whoever is chosen to give way to others that lock the same tables has done nothing yet. */
  public void run(String sql) {
    try {
      execute(source, sql);
    } catch (SQLException e) {
      if (!PSQLState.DEADLOCK_DETECTED.getState().equals(e.getSQLState())) {
        throw new IllegalStateException(e);
      }
      run(sql);
    }
  }

  /** Appends events to one stream in a transaction of their own and tells all that listen. */
  public long append(
      String type, String id, long firstVersion, List<? extends DomainEvent> events) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      long position = 0;
      long version = firstVersion;
      for (DomainEvent event : events) {
        position = insert(connection, type, id, version++, event);
      }
      connection.commit();
      connection.setAutoCommit(true);
      execute(source, "NOTIFY danvankheo_events");
      return position;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Inserts one event without committing. */
  public static long insert(
      Connection connection, String aggregateType, String id, long version, DomainEvent event)
      throws SQLException {
    EventType type = EventCatalogue.byClass(event.getClass());
    return insert(
        connection,
        aggregateType,
        id,
        version,
        type.name(),
        type.revision(),
        EventJson.write(event));
  }

  /** Inserts one row without committing. */
  public static long insert(
      Connection connection,
      String aggregateType,
      String id,
      long version,
      String type,
      int revision,
      byte[] payload)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            INSERT INTO event_log (event_id, aggregate_type, aggregate_id, version, type, revision,
              recorded_at, payload, metadata)
            VALUES (gen_random_uuid(), ?, ?, ?, ?, ?, ?, ?, ?) RETURNING position
            """)) {
      statement.setString(1, aggregateType);
      statement.setString(2, id);
      statement.setLong(3, version);
      statement.setString(4, type);
      statement.setInt(5, revision);
      statement.setTimestamp(
          6, Timestamp.from(Instant.parse("2024-06-30T07:15:00Z").plusSeconds(version)));
      statement.setBytes(7, payload);
      statement.setBytes(8, EventJson.stored().writeValueAsBytes(METADATA));
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getLong(1);
      }
    }
  }

  private static List<Path> migrations() throws IOException {
    try (Stream<Path> files = Files.list(MIGRATIONS)) {
      return files
          .filter(file -> file.getFileName().toString().matches("V\\d+__.*\\.sql"))
          .sorted(Comparator.comparingInt(EventDatabase::version))
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static int version(Path migration) {
    return Integer.parseInt(migration.getFileName().toString().substring(1).split("__", 2)[0]);
  }

  private static void execute(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
