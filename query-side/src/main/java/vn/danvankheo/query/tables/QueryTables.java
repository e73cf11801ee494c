package vn.danvankheo.query.tables;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The read side's own tables in the event database. They are made once the command side has made
 * its own, by whatever process comes first; Flyway's lock lets several begin at once.
 */
public final class QueryTables {
  /** When to ask again for what needs tables that are being made. */
  public static final Duration RETRY = Duration.ofSeconds(1);

  /** An unknown table, or a column that a further script adds. */
  private static final Set<String> UNKNOWN = Set.of("42P01", "42703");

  private static final int DEPTH = 20;

  private final DataSource source;
  private boolean ready;

  /**
   * Makes tables where events are.
   *
   * @param source the event database
   */
  public QueryTables(DataSource source) {
    this.source = source;
  }

  /**
   * Makes the tables that are missing, if it is time.
   *
   * @param connection to the event database
   * @return false while the command side has not made its own yet
   * @throws SQLException when the event database is away
   * @throws org.flywaydb.core.api.FlywayException when the tables can't be made
   */
  public synchronized boolean ready(Connection connection) throws SQLException {
    if (!ready && installed(connection)) {
      Flyway.configure()
          .dataSource(source)
          .locations("classpath:db/query")
          .table("query_schema_history")
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .load()
          .migrate();
      ready = true;
    }
    return ready;
  }

  /**
   * Whether something failed because the first start of a release is still making tables.
   *
   * @param thrown what was thrown
   * @return true when it, or a cause of it, is PostgreSQL's word for that
   */
  public static boolean areMissing(Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
        .limit(DEPTH)
        .anyMatch(t -> t instanceof SQLException sql && UNKNOWN.contains(sql.getSQLState()));
  }

  private static boolean installed(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery("SELECT to_regclass('installation') IS NOT NULL")) {
      result.next();
      return result.getBoolean(1);
    }
  }
}
