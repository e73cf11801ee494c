package vn.danvankheo.query.replay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import vn.danvankheo.query.reading.EventDatabaseFailure;

/** Makes changes to which replays there are one after the other, whatever process makes them. */
final class Turns {
  private static final String TURN =
      "SELECT pg_advisory_xact_lock(hashtextextended('danvankheo replays', 0))";

  private Turns() {}

  /** What is done in a turn, in its transaction. */
  @FunctionalInterface
  interface Change<T> {
    T make(Connection connection) throws SQLException;
  }

  /** Waits for its turn, and makes a change that is there when this returns. */
  static <T> T take(DataSource source, Change<T> change) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement turn = connection.prepareStatement(TURN)) {
        turn.execute();
        T made = change.make(connection);
        connection.commit();
        return made;
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new EventDatabaseFailure(e);
    }
  }
}
