package vn.danvankheo.query.replay;

import java.sql.ResultSet;
import javax.sql.DataSource;
import vn.danvankheo.query.reading.Sql;

/** Makes changes to which replays there are one after the other, whatever process makes them. */
final class Turns {
  private static final String TURN =
      "SELECT pg_advisory_xact_lock(hashtextextended('danvankheo replays', 0))";

  private Turns() {}

  /** Waits for its turn, and makes a change that is there when this returns. */
  static <T> T take(DataSource source, Sql.Use<T> change) {
    return Sql.inTransaction(
        source,
        connection -> {
          Sql.first(connection, TURN, ResultSet::getRow);
          return change.of(connection);
        });
  }
}
