package vn.danvankheo.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.postgresql.util.PSQLState;
import vn.danvankheo.query.reading.EventDatabaseFailure;
import vn.danvankheo.query.reading.Sql;
import vn.danvankheo.web.security.EndedSessions;

/** The write side's sessions, which are in the event database. */
record StoredSessions(DataSource source) implements EndedSessions {
  @Override
  public Set<String> since(Instant moment) {
    try (Connection connection = source.getConnection()) {
      return new HashSet<>(
          Sql.list(
              connection,
              "SELECT id::text FROM session WHERE ended_at >= ?",
              row -> row.getString(1),
              moment.atOffset(ZoneOffset.UTC)));
    } catch (SQLException e) {
      if (PSQLState.UNDEFINED_TABLE.getState().equals(e.getSQLState())) {
        // The write side has not made its tables yet, so nobody has logged in either.
        return Set.of();
      }
      throw new EventDatabaseFailure(e);
    }
  }
}
