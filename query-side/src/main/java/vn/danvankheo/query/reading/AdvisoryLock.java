package vn.danvankheo.query.reading;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT pg_try_advisory_lock(hashtextextended(?, 0))")) {
      statement.setString(1, name);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getBoolean(1);
      }
    }
  }
}
