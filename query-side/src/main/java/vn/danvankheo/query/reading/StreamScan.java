package vn.danvankheo.query.reading;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
      "SELECT "
          + EventLogReader.COLUMNS
          + " FROM event_log WHERE aggregate_type = ? AND position <= ? ORDER BY aggregate_id, version";
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
    // Only within a transaction does the driver fetch page by page.
    Sql.inTransaction(
        source,
        connection -> {
          try (PreparedStatement statement =
              Sql.prepare(connection, ROWS, aggregateType, settled)) {
            statement.setFetchSize(PAGE);
            try (ResultSet rows = statement.executeQuery()) {
              each(rows, take);
            }
          }
          return settled;
        });
  }

  private static void each(ResultSet rows, Consumer<List<StoredEvent>> take) throws SQLException {
    List<StoredEvent> stream = new ArrayList<>();
    String id = null;
    while (rows.next()) {
      LogRow row = EventLogReader.row(rows);
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

  /**
   * How many events a scan will hand over.
   *
   * @param aggregateType the stored name of the type
   * @param settled the last position to read
   * @return zero or more
   * @throws EventDatabaseFailure when the event database is away
   */
  public long count(String aggregateType, long settled) {
    return Sql.first(source, COUNT, row -> row.getLong(1), aggregateType, settled).orElseThrow();
  }

  /**
   * The last position recorded by a moment.
   *
   * @param moment the moment
   * @return 0 when there is none
   * @throws EventDatabaseFailure when the event database is away
   */
  public long lastPositionAt(Instant moment) {
    return Sql.first(source, LAST_AT, row -> row.getLong(1), moment.atOffset(ZoneOffset.UTC))
        .orElseThrow();
  }
}
