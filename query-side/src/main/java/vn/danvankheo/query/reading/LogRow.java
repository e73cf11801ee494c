package vn.danvankheo.query.reading;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import vn.danvankheo.events.Recorded;
import vn.danvankheo.events.StoredEvent;
import vn.danvankheo.events.metadata.EventMetadata;
import vn.danvankheo.events.serialization.EventJson;

/**
 * A row of the event log as it is stored.
 *
 * @param position place in the whole log, from 1
 * @param eventId the event's own id
 * @param aggregateType the stored name of the aggregate's type
 * @param aggregateId the stream's id
 * @param version sequence number in its stream, from 0
 * @param type the event's stored name
 * @param revision the revision it was stored in
 * @param recordedAt when it was recorded
 * @param payload the event's JSON; not to be changed
 * @param metadata the metadata's JSON; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record LogRow(
    long position,
    String eventId,
    String aggregateType,
    String aggregateId,
    long version,
    String type,
    int revision,
    Instant recordedAt,
    byte[] payload,
    byte[] metadata) {

  /**
   * Reads the event and lifts it to its newest revision. Its time has milliseconds, as views and
   * answers have, so that a time read there means the same when it is asked for.
   *
   * @return the event with its metadata
   * @throws UnreadableEvent when this release can't read it
   */
  public StoredEvent event() {
    try {
      return new StoredEvent(
          position,
          eventId,
          aggregateType,
          type,
          revision,
          new String(payload, StandardCharsets.UTF_8),
          EventJson.stored().readValue(metadata, EventMetadata.class),
          new Recorded<>(
              aggregateId,
              version,
              recordedAt.truncatedTo(ChronoUnit.MILLIS),
              EventJson.read(type, revision, payload)));
    } catch (RuntimeException e) {
      throw new UnreadableEvent(this, e);
    }
  }
}
