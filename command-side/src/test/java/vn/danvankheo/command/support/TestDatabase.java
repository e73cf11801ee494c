package vn.danvankheo.command.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.danvankheo.events.ports.FreePorts;
import vn.danvankheo.events.sealing.MasterKey;

/**
 * An empty database of its own on the one server of this test run, which is durable like a real
 * one.
 */
public final class TestDatabase {
  /** What names are sealed with in the end. */
  public static final String MASTER_KEY = MasterKey.generate();

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String name;
  private final String url;

  private TestDatabase(String name) {
    this.name = name;
    this.url = Server.INSTANCE.getJdbcUrl("postgres", name);
  }

  /**
   * Makes an empty database.
   *
   * @return a new one for each call
   */
  public static TestDatabase create() {
    String name = "test_" + COUNT.incrementAndGet();
    try (Connection connection = Server.INSTANCE.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new TestDatabase(name);
  }

  /**
   * Where it is.
   *
   * @return a JDBC URL
   */
  public String url() {
    return url;
  }

  /** Ends all connections and lets nobody in until {@link #open}. */
  public void shut() {
    JdbcTemplate server = new JdbcTemplate(Server.INSTANCE.getPostgresDatabase());
    server.execute("ALTER DATABASE " + name + " ALLOW_CONNECTIONS false");
    server.queryForList(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ?", name);
  }

  /** Lets connections in again. */
  public void open() {
    new JdbcTemplate(Server.INSTANCE.getPostgresDatabase())
        .execute("ALTER DATABASE " + name + " ALLOW_CONNECTIONS true");
  }

  /**
   * Looks into it apart from any write side.
   *
   * @return a template with connections of its own
   */
  public JdbcTemplate jdbc() {
    return new JdbcTemplate(new DriverManagerDataSource(url));
  }

  private static final class Server {
    private static final EmbeddedPostgres INSTANCE = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setPort(FreePorts.next())
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("max_connections", "200")
            .setPGStartupWait(Duration.ofMinutes(2))
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
