package vn.danvankheo.query.reading;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import vn.danvankheo.events.StoredEvent;

/**
 * Reads all streams of a type one after the other, as they were at a position. It holds one stream
 * at a time, so that whatever folds them needs no more memory than its own result.
 */
public final class StreamScan {
  private static final int PAGE = 2_000;
  private static final String ROWS =
      "SELECT position, event_id, aggregate_type, aggregate_id, version, type, revision,"
          + " recorded_at, payload, metadata FROM event_log"
          + " WHERE aggregate_type = ? AND position <= ? ORDER BY aggregate_id, version";
  private static final String LAST_AT =
      "SELECT coalesce(max(position), 0) FROM event_log WHERE recorded_at <= ?";
  private static final String COUNT =
      "SELECT count(*) FROM event_log WHERE aggregate_type = ? AND position <= ?";

  private final DataSource source;

  /**
   * Reads from the event database.
   *
   * @param source its connections
   */
  public StreamScan(DataSource source) {
    this.source = source;
  }

  /**
   * Hands over every stream of a type.
   *
   * @param aggregateType the stored name of the type
   * @param settled the last position to read; nothing can appear before it any more
   * @param take takes one stream's events from version 0 on, never empty; in no order of streams
   * @throws EventDatabaseFailure when the event database is away
   * @throws UnreadableEvent when this release can't read one of them
   */
  public void each(String aggregateType, long settled, Consumer<List<StoredEvent>> take) {
    try (Connection connection = source.getConnection()) {
      // Only within a transaction does the driver fetch page by page.
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(ROWS)) {
        statement.setFetchSize(PAGE);
        statement.setString(1, aggregateType);
        statement.setLong(2, settled);
        try (ResultSet rows = statement.executeQuery()) {
          each(rows, take);
        }
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new EventDatabaseFailure(e);
    }
  }

  private static void each(ResultSet rows, Consumer<List<StoredEvent>> take) throws SQLException {
    List<StoredEvent> stream = new ArrayList<>();
    String id = null;
    while (rows.next()) {
      LogRow row = row(rows);
      if (!row.aggregateId().equals(id) && !stream.isEmpty()) {
        take.accept(List.copyOf(stream));
        stream.clear();
      }
      id = row.aggregateId();
      stream.add(row.event());
    }
    if (!stream.isEmpty()) {
      take.accept(List.copyOf(stream));
    }
  }

  private static LogRow row(ResultSet rows) throws SQLException {
    return new LogRow(
        rows.getLong(1),
        rows.getString(2),
        rows.getString(3),
        rows.getString(4),
        rows.getLong(5),
        rows.getString(6),
        rows.getInt(7),
        rows.getObject(8, OffsetDateTime.class).toInstant(),
        rows.getBytes(9),
        rows.getBytes(10));
  }

  /**
   * How many events a scan will hand over.
   *
   * @param aggregateType the stored name of the type
   * @param settled the last position to read
   * @return zero or more
   * @throws EventDatabaseFailure when the event database is away
   */
  public long count(String aggregateType, long settled) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(COUNT)) {
      statement.setString(1, aggregateType);
      statement.setLong(2, settled);
      return number(statement);
    } catch (SQLException e) {
      throw new EventDatabaseFailure(e);
    }
  }

  /**
   * The last position recorded by a moment.
   *
   * @param moment the moment
   * @return 0 when there is none
   * @throws EventDatabaseFailure when the event database is away
   */
  public long lastPositionAt(Instant moment) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(LAST_AT)) {
      statement.setObject(1, moment.atOffset(ZoneOffset.UTC));
      return number(statement);
    } catch (SQLException e) {
      throw new EventDatabaseFailure(e);
    }
  }

  private static long number(PreparedStatement statement) throws SQLException {
    try (ResultSet result = statement.executeQuery()) {
      result.next();
      return result.getLong(1);
    }
  }
}
