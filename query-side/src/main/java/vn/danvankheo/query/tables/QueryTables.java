package vn.danvankheo.query.tables;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The read side's own tables in the event database. They are made once the command side has made
 * its own, by whatever process comes first; Flyway's lock lets several begin at once.
 */
public final class QueryTables {
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

  private static boolean installed(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery("SELECT to_regclass('installation') IS NOT NULL")) {
      result.next();
      return result.getBoolean(1);
    }
  }
}
