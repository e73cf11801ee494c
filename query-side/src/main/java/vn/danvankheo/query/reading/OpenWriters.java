package vn.danvankheo.query.reading;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/**
 * Knows up to which position nothing can appear in the log any more.
 *
 * <p>An insert locks the table before it draws its position, and the lock ends only after the
 * transaction's rows are visible. So once every transaction that held the lock after position p had
 * been seen has gone, all positions up to p are either visible or will never be.
 */
final class OpenWriters {
  private static final String WRITERS =
      """
      SELECT virtualtransaction FROM pg_locks
      WHERE locktype = 'relation' AND relation = 'event_log'::regclass
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND mode = 'RowExclusiveLock' AND granted
      """;

  private final Connection connection;
  private final Set<String> awaited = new HashSet<>();
  private long settled;
  private long target;

  OpenWriters(Connection connection) {
    this.connection = connection;
  }

  /** The position up to which a query that starts now sees everything there will ever be. */
  long settled() {
    return settled;
  }

  /**
   * Looks once whether more of the log has settled.
   *
   * @param seen a position that was seen before
   * @return whether {@link #settled} has grown
   */
  boolean settle(long seen) throws SQLException {
    long before = settled;
    Set<String> writers = writers();
    awaited.retainAll(writers);
    if (awaited.isEmpty()) {
      settled = target;
      if (target < seen) {
        target = seen;
        awaited.addAll(writers);
        settled = awaited.isEmpty() ? target : settled;
      }
    }
    return settled > before;
  }

  private Set<String> writers() throws SQLException {
    return new HashSet<>(Sql.list(connection, WRITERS, row -> row.getString(1)));
  }
}
