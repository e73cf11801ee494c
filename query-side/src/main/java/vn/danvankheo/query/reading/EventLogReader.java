package vn.danvankheo.query.reading;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the whole log by ranges of positions. Positions are drawn before they are committed, so a
 * gap may still be filled; this reader never goes past one that may. Used by one thread at a time.
 */
public final class EventLogReader {
  /** The columns of {@link #row}, in its order. */
  public static final String COLUMNS =
      "position, event_id, aggregate_type, aggregate_id, version, type, revision, recorded_at,"
          + " payload, metadata";

  private static final String AFTER =
      "SELECT "
          + COLUMNS
          + " FROM event_log WHERE position > ? AND position <= ? ORDER BY position LIMIT ?";
  private static final String STREAM =
      "SELECT "
          + COLUMNS
          + " FROM event_log WHERE aggregate_id = ? AND version <= ?"
          + " ORDER BY version";

  private static final String STREAMS =
      "SELECT aggregate_type, aggregate_id FROM event_log"
          + " WHERE aggregate_id > ? AND version = 0 ORDER BY aggregate_id LIMIT ?";
  private static final String PRESENT =
      "SELECT aggregate_id FROM event_log WHERE aggregate_id = ANY (?) AND version = 0";

  private final Connection connection;
  private final OpenWriters writers;

  /**
   * Reads over a connection that commits by itself after every statement.
   *
   * @param connection stays the caller's, who closes it
   */
  public EventLogReader(Connection connection) {
    this.connection = connection;
    this.writers = new OpenWriters(connection);
  }

  /**
   * Reads the next rows.
   *
   * @param position the last position already read; 0 at the beginning
   * @param limit at most so many rows, from 1
   * @return the rows that are safe to take, and whether others wait behind a gap
   * @throws SQLException when the event database is away
   */
  public LogPage after(long position, int limit) throws SQLException {
    return after(position, Long.MAX_VALUE, limit);
  }

  /**
   * Reads the next rows up to a fixed position.
   *
   * @param position the last position already read; 0 at the beginning
   * @param last the last position to read
   * @param limit at most so many rows, from 1
   * @return the rows that are safe to take, and whether others wait behind a gap
   * @throws SQLException when the event database is away
   */
  public LogPage after(long position, long last, int limit) throws SQLException {
    List<LogRow> rows = read(position, last, limit);
    int safe = safeCount(position, rows, writers.settled());
    if (safe < rows.size() && writers.settle(rows.get(rows.size() - 1).position())) {
      rows = read(position, last, limit);
      safe = safeCount(position, rows, writers.settled());
    }
    return new LogPage(
        rows.subList(0, safe),
        rows.size() == limit,
        safe < rows.size() ? rows.get(safe).recordedAt() : null);
  }

  /**
   * Reads rows before a position that has settled, such as one that a view has reached.
   *
   * @param position the last position already read; 0 at the beginning
   * @param settled the last position to read; nothing can appear before it any more
   * @param limit at most so many rows, from 1
   * @return the rows
   * @throws SQLException when the event database is away
   */
  public List<LogRow> settled(long position, long settled, int limit) throws SQLException {
    return read(position, settled, limit);
  }

  /**
   * Looks once whether nothing can appear up to a position any more. To be asked again until it is
   * so: when no transaction is open, that is at once.
   *
   * @param position a position that was seen
   * @return true once queries that start now see everything up to it that there will ever be
   * @throws SQLException when the event database is away
   */
  public boolean hasSettled(long position) throws SQLException {
    if (writers.settled() < position) {
      writers.settle(position);
    }
    return writers.settled() >= position;
  }

  /**
   * The last position that is visible now.
   *
   * @return 0 when the log is empty
   * @throws SQLException when the event database is away
   */
  public long head() throws SQLException {
    return Sql.first(
            connection,
            "SELECT coalesce(max(position), 0) FROM event_log",
            result -> result.getLong(1))
        .orElseThrow();
  }

  /**
   * The event at a position.
   *
   * @param position a position
   * @return its id; empty when there is none
   * @throws SQLException when the event database is away
   */
  public Optional<String> eventIdAt(long position) throws SQLException {
    return Sql.first(
        connection,
        "SELECT event_id FROM event_log WHERE position = ?",
        result -> result.getString(1),
        position);
  }

  /**
   * The identity of this event store, made when its tables were.
   *
   * @return the id
   * @throws SQLException when the event database is away or has no id yet
   */
  public String storeId() throws SQLException {
    return Sql.first(
            connection, "SELECT event_store_id FROM installation", result -> result.getString(1))
        .orElseThrow(() -> new SQLException("The event store has no id yet"));
  }

  /**
   * Reads one aggregate's events.
   *
   * @param aggregateId the stream's id
   * @return its rows from version 0 on; empty when there is no such stream
   * @throws SQLException when the event database is away
   */
  public List<LogRow> stream(String aggregateId) throws SQLException {
    return stream(aggregateId, Long.MAX_VALUE);
  }

  /**
   * Reads the first of one aggregate's events.
   *
   * @param aggregateId the stream's id
   * @param version the last version to read
   * @return its rows from version 0 on; empty when there is no such stream
   * @throws SQLException when the event database is away
   */
  public List<LogRow> stream(String aggregateId, long version) throws SQLException {
    return Sql.list(connection, STREAM, EventLogReader::row, aggregateId, version);
  }

  /**
   * A stream.
   *
   * @param aggregateType the stored name of the aggregate's type
   * @param aggregateId the stream's id
   */
  public record Stream(String aggregateType, String aggregateId) {}

  /**
   * The streams behind one, in the database's own order.
   *
   * @param aggregateId a stream's id; empty to begin
   * @param limit at most so many, from 1
   * @return in order
   * @throws SQLException when the event database is away
   */
  public List<Stream> streams(String aggregateId, int limit) throws SQLException {
    return Sql.list(
        connection,
        STREAMS,
        result -> new Stream(result.getString(1), result.getString(2)),
        aggregateId,
        limit);
  }

  /**
   * Which of some streams there are.
   *
   * @param aggregateIds their ids
   * @return those that have a first event
   * @throws SQLException when the event database is away
   */
  public Set<String> present(Collection<String> aggregateIds) throws SQLException {
    return new HashSet<>(
        Sql.list(
            connection,
            PRESENT,
            result -> result.getString(1),
            connection.createArrayOf("text", aggregateIds.toArray())));
  }

  private List<LogRow> read(long position, long last, int limit) throws SQLException {
    return Sql.list(connection, AFTER, EventLogReader::row, position, last, limit);
  }

  /** How many rows have nothing that may still appear before them. */
  private static int safeCount(long position, List<LogRow> rows, long settled) {
    long previous = position;
    int count = 0;
    for (LogRow row : rows) {
      if (row.position() != previous + 1 && row.position() - 1 > settled) {
        return count;
      }
      previous = row.position();
      count++;
    }
    return count;
  }

  /**
   * A row.
   *
   * @param result stands on a row whose first columns are {@link #COLUMNS}
   * @return the row
   * @throws SQLException when it does not have them
   */
  public static LogRow row(ResultSet result) throws SQLException {
    return new LogRow(
        result.getLong(1),
        result.getString(2),
        result.getString(3),
        result.getString(4),
        result.getLong(5),
        result.getString(6),
        result.getInt(7),
        result.getObject(8, OffsetDateTime.class).toInstant(),
        result.getBytes(9),
        result.getBytes(10));
  }
}
