package vn.danvankheo.events.recording;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import vn.danvankheo.events.catalogue.EventCatalogue;
import vn.danvankheo.events.catalogue.EventType;
import vn.danvankheo.events.metadata.EventMetadata;
import vn.danvankheo.events.oversight.OversightEvent;
import vn.danvankheo.events.serialization.EventJson;

/** Puts events of oversight into the log, each on a stream of its own. */
public final class OversightRow {
  private static final String INSERT =
      "INSERT INTO event_log (event_id, aggregate_type, aggregate_id, version, type, revision,"
          + " recorded_at, payload, metadata)"
          + " VALUES (gen_random_uuid(), ?, ? || ':' || gen_random_uuid(), 0, ?, ?, ?, ?, ?)"
          + " RETURNING position";
  private static final String WAKE_READERS = "NOTIFY danvankheo_events";

  private OversightRow() {}

  /**
   * Appends one event and wakes the readers of the log.
   *
   * @param connection commits by itself after every statement: the event is durable before anybody
   *     is woken; or ends a short transaction soon, which wakes them then
   * @param at when it happened, by the clock
   * @param event what happened
   * @param metadata who, why and through which request
   * @return its place in the log
   * @throws SQLException when the event database is away; then nothing is recorded, or only nobody
   *     was woken
   */
  public static long append(
      Connection connection, Instant at, OversightEvent event, EventMetadata metadata)
      throws SQLException {
    EventType type = EventCatalogue.byClass(event.getClass());
    long position;
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, OversightEvent.AGGREGATE_TYPE);
      insert.setString(2, OversightEvent.AGGREGATE_TYPE);
      insert.setString(3, type.name());
      insert.setInt(4, type.revision());
      insert.setObject(5, at.atOffset(ZoneOffset.UTC));
      insert.setBytes(6, EventJson.write(event));
      insert.setBytes(7, EventJson.write(metadata));
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        position = row.getLong(1);
      }
    }
    try (Statement wake = connection.createStatement()) {
      wake.execute(WAKE_READERS);
    }
    return position;
  }
}
