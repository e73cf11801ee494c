package vn.danvankheo.query.reading;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import vn.danvankheo.events.StoredEvent;

/** Reads single aggregates' events, for what has to be shown as it stood. */
public final class EventStreams {
  private static final String WITHIN = " AND recorded_at >= ? AND recorded_at <= ?";
  private static final String ORDERED = " ORDER BY version";

  private final DataSource source;

  /**
   * Reads from the event database.
   *
   * @param source its connections
   */
  public EventStreams(DataSource source) {
    this.source = source;
  }

  /**
   * One aggregate's events.
   *
   * @param aggregateId the stream's id
   * @return from version 0 on; empty when there is no such stream
   * @throws EventDatabaseFailure when the event database is away
   * @throws UnreadableEvent when this release can't read one of them
   */
  public List<StoredEvent> of(String aggregateId) {
    try (Connection connection = source.getConnection()) {
      return new EventLogReader(connection)
          .stream(aggregateId).stream().map(LogRow::event).toList();
    } catch (SQLException e) {
      throw new EventDatabaseFailure(e);
    }
  }

  /**
   * The first of one aggregate's events.
   *
   * @param aggregateId the stream's id
   * @param version the last version to read
   * @return from version 0 on; empty when there is no such stream
   * @throws EventDatabaseFailure when the event database is away
   * @throws UnreadableEvent when this release can't read one of them
   */
  public List<StoredEvent> upTo(String aggregateId, long version) {
    try (Connection connection = source.getConnection()) {
      return new EventLogReader(connection)
          .stream(aggregateId, version).stream().map(LogRow::event).toList();
    } catch (SQLException e) {
      throw new EventDatabaseFailure(e);
    }
  }

  /**
   * How many events of one aggregate were recorded in a stretch of time.
   *
   * @param aggregateId the stream's id
   * @param stretch when
   * @return 0 when there are none, or no such stream
   * @throws EventDatabaseFailure when the event database is away
   */
  public int count(String aggregateId, Stretch stretch) {
    String sql =
        stretch.equals(Stretch.EVER)
            ? "SELECT coalesce(max(version) + 1, 0) FROM event_log WHERE aggregate_id = ?"
            : "SELECT count(*) FROM event_log WHERE aggregate_id = ?" + WITHIN;
    return numbers(sql, aggregateId, stretch).get(0).intValue();
  }

  /**
   * The versions of a page of one aggregate's events.
   *
   * @param aggregateId the stream's id
   * @param stretch when they were recorded
   * @param behind the version that the page begins behind
   * @param descending whether the newest comes first
   * @param limit at most so many, from 1
   * @return in that order
   * @throws EventDatabaseFailure when the event database is away
   */
  public List<Long> versions(
      String aggregateId, Stretch stretch, long behind, boolean descending, int limit) {
    String sql =
        "SELECT version FROM event_log WHERE aggregate_id = ?"
            + (stretch.equals(Stretch.EVER) ? "" : WITHIN)
            + " AND version "
            + (descending ? "< " + behind + " ORDER BY version DESC" : "> " + behind + ORDERED)
            + " LIMIT "
            + limit;
    return numbers(sql, aggregateId, stretch);
  }

  private List<Long> numbers(String sql, String aggregateId, Stretch stretch) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, aggregateId);
      if (!stretch.equals(Stretch.EVER)) {
        statement.setObject(2, stretch.from().atOffset(ZoneOffset.UTC));
        statement.setObject(3, stretch.to().atOffset(ZoneOffset.UTC));
      }
      try (ResultSet result = statement.executeQuery()) {
        List<Long> numbers = new ArrayList<>();
        while (result.next()) {
          numbers.add(result.getLong(1));
        }
        return numbers;
      }
    } catch (SQLException e) {
      throw new EventDatabaseFailure(e);
    }
  }
}
