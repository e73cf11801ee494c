package vn.danvankheo.query.reading;

import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import vn.danvankheo.events.StoredEvent;

/** Reads single aggregates' events, for what has to be shown as it stood. */
public final class EventStreams {
  private static final String OF_STREAM = " WHERE aggregate_type = ? AND aggregate_id = ?";
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
    return upTo(aggregateId, Long.MAX_VALUE);
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
    return Sql.with(
            source, connection -> new EventLogReader(connection).stream(aggregateId, version))
        .stream()
        .map(LogRow::event)
        .toList();
  }

  /**
   * Where one aggregate's event stands.
   *
   * @param version in its stream
   * @param position in the log
   * @param eventId what tells it from all others
   */
  public record Place(long version, long position, String eventId) {}

  /**
   * How many events of one aggregate were recorded in a stretch of time.
   *
   * @param type the aggregate's type
   * @param aggregateId the stream's id
   * @param stretch when
   * @return 0 when there are none, or no such stream of that type
   * @throws EventDatabaseFailure when the event database is away
   */
  public int count(String type, String aggregateId, Stretch stretch) {
    if (stretch.equals(Stretch.EVER)) {
      List<Place> last = places(type, aggregateId, stretch, Long.MAX_VALUE, true, 1);
      return last.isEmpty() ? 0 : Math.toIntExact(last.get(0).version() + 1);
    }
    String sql = "SELECT count(*) FROM event_log" + OF_STREAM + WITHIN;
    return ask(sql, type, aggregateId, stretch, row -> row.getInt(1)).get(0);
  }

  /**
   * The places of a page of one aggregate's events.
   *
   * @param type the aggregate's type
   * @param aggregateId the stream's id
   * @param stretch when they were recorded
   * @param behind the version that the page begins behind
   * @param descending whether the newest comes first
   * @param limit at most so many, from 1
   * @return in that order; none when there is no such stream of that type
   * @throws EventDatabaseFailure when the event database is away
   */
  public List<Place> places(
      String type,
      String aggregateId,
      Stretch stretch,
      long behind,
      boolean descending,
      int limit) {
    String sql =
        "SELECT version, position, event_id FROM event_log"
            + OF_STREAM
            + (stretch.equals(Stretch.EVER) ? "" : WITHIN)
            + " AND version "
            + (descending ? "< " + behind + ORDERED + " DESC" : "> " + behind + ORDERED)
            + " LIMIT "
            + limit;
    return ask(
        sql,
        type,
        aggregateId,
        stretch,
        row -> new Place(row.getLong(1), row.getLong(2), row.getString(3)));
  }

  private <T> List<T> ask(
      String sql, String type, String aggregateId, Stretch stretch, Sql.Row<T> reader) {
    return stretch.equals(Stretch.EVER)
        ? Sql.list(source, sql, reader, type, aggregateId)
        : Sql.list(
            source,
            sql,
            reader,
            type,
            aggregateId,
            stretch.from().atOffset(ZoneOffset.UTC),
            stretch.to().atOffset(ZoneOffset.UTC));
  }
}
