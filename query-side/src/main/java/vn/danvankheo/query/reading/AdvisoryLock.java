package vn.danvankheo.query.reading;

import java.sql.Connection;
import java.sql.SQLException;

/** A lock in PostgreSQL by a name, held by a connection as long as it is open. */
public final class AdvisoryLock {
  private AdvisoryLock() {}

  /**
   * Takes it, unless another connection has it.
   *
   * @param connection that is to hold it
   * @param name what is locked
   * @return false when another has it
   * @throws SQLException when the event database is away
   */
  public static boolean tryLock(Connection connection, String name) throws SQLException {
    return Sql.first(
            connection,
            "SELECT pg_try_advisory_lock(hashtextextended(?, 0))",
            row -> row.getBoolean(1),
            name)
        .orElseThrow();
  }
}
