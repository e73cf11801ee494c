package vn.danvankheo.command.eventstore;

import java.time.Instant;
import java.util.UUID;

/**
 * An event as it is going to be written.
 *
 * @param eventId its id
 * @param aggregateType the stored name of the aggregate's type
 * @param aggregateId its stream
 * @param version its sequence number there, from 0
 * @param type its stored name
 * @param revision of its shape
 * @param recordedAt when it happened by the clock
 * @param payload its JSON
 * @param metadata the JSON of who and why
 */
@SuppressWarnings("ArrayRecordComponent") // a row on its way, never compared
public record EventRow(
    UUID eventId,
    String aggregateType,
    String aggregateId,
    long version,
    String type,
    int revision,
    Instant recordedAt,
    byte[] payload,
    byte[] metadata) {}
