package vn.danvankheo.query.reading;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import vn.danvankheo.events.StoredEvent;

/** Reads single aggregates' events, for what has to be shown as it stood. */
public final class EventStreams {
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
}
