package vn.danvankheo.query.mongo;

import java.time.Instant;

/**
 * A document that stays as it was before an event that can't be folded into it.
 *
 * @param collection the generation's own collection
 * @param documentId the document's id; it is not there when its first event can't be folded
 * @param position the event's log position
 * @param eventId the event
 * @param type the event's stored name
 * @param revision the revision it was stored in
 * @param cause the class of what was thrown; its message might quote the event
 * @param since when it was met first
 */
public record Parked(
    String collection,
    String documentId,
    long position,
    String eventId,
    String type,
    int revision,
    String cause,
    Instant since) {}
