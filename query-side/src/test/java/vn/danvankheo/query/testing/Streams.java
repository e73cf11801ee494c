package vn.danvankheo.query.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.danvankheo.events.DomainEvent;
import vn.danvankheo.events.Recorded;
import vn.danvankheo.events.StoredEvent;
import vn.danvankheo.events.catalogue.EventCatalogue;
import vn.danvankheo.events.catalogue.EventType;
import vn.danvankheo.events.metadata.Actor;
import vn.danvankheo.events.metadata.EventMetadata;
import vn.danvankheo.events.serialization.EventJson;

/** Events as they come out of a log, without one. */
public final class Streams {
  private static final EventMetadata METADATA =
      new EventMetadata(
          new Actor("van-thu", null, null, null), null, null, null, null, null, "Test");

  private Streams() {}

  /** The events of one aggregate from version 0 on, at positions from 1 on. */
  public static List<StoredEvent> stored(String id, List<? extends DomainEvent> events) {
    List<StoredEvent> stored = new ArrayList<>();
    for (DomainEvent event : events) {
      stored.add(stored(stored.size() + 1, id, stored.size(), event));
    }
    return stored;
  }

  /** One event. */
  public static StoredEvent stored(long position, String id, long version, DomainEvent event) {
    EventType type = EventCatalogue.byClass(event.getClass());
    Instant at = Instant.parse("2024-03-01T01:00:00.123456Z").plusSeconds(position);
    return new StoredEvent(
        position,
        "e" + position,
        "model",
        type.name(),
        type.revision(),
        EventJson.stored().writeValueAsString(event),
        METADATA,
        new Recorded<>(id, version, at, event));
  }
}
