package vn.danvankheo.events;

import vn.danvankheo.events.metadata.EventMetadata;

/**
 * An event as read from the log, with its place in the whole.
 *
 * @param position place in the whole log, from 1, with gaps where transactions were rolled back
 * @param eventId the event's own id
 * @param aggregateType the stored name of the aggregate's type, such as {@code model}
 * @param type the event's stored name
 * @param revision the revision it was stored in, before any upcast
 * @param payload the JSON that is stored
 * @param metadata who, why, on what basis, through which request
 * @param recorded the event in its stream, lifted to its newest revision
 */
public record StoredEvent(
    long position,
    String eventId,
    String aggregateType,
    String type,
    int revision,
    String payload,
    EventMetadata metadata,
    Recorded<? extends DomainEvent> recorded) {}
