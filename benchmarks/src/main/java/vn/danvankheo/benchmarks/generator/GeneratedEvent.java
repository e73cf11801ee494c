package vn.danvankheo.benchmarks.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.UUID;
import vn.danvankheo.events.DomainEvent;
import vn.danvankheo.events.catalogue.EventCatalogue;
import vn.danvankheo.events.catalogue.EventType;
import vn.danvankheo.events.metadata.EventMetadata;
import vn.danvankheo.events.serialization.EventJson;
import vn.danvankheo.query.reading.LogRow;

/**
 * An event that is not in any log yet.
 *
 * @param aggregateType the stored name of the aggregate's type
 * @param aggregateId the stream
 * @param version its place in the stream, from 0
 * @param at when it is said to have happened
 * @param event what happened
 * @param metadata who and why
 */
public record GeneratedEvent(
    String aggregateType,
    String aggregateId,
    long version,
    Instant at,
    DomainEvent event,
    EventMetadata metadata) {

  /**
   * Its id: by time, as the registry's own are, so that an index over them grows at its end.
   *
   * @return always the same
   */
  public UUID id() {
    UUID chance = UUID.nameUUIDFromBytes((aggregateId + version).getBytes(UTF_8));
    long time = at.toEpochMilli() << 16 | 0x7000;
    return new UUID(
        time | chance.getMostSignificantBits() & 0xfff, chance.getLeastSignificantBits());
  }

  /**
   * How it would be read from a log.
   *
   * @param position its place there
   * @return the row
   */
  public LogRow row(long position) {
    EventType type = EventCatalogue.byClass(event.getClass());
    return new LogRow(
        position,
        id().toString(),
        aggregateType,
        aggregateId,
        version,
        type.name(),
        type.revision(),
        at,
        EventJson.write(event),
        EventJson.write(metadata));
  }
}
