package vn.danvankheo.events;

import java.time.Instant;

/**
 * An event in its place in one aggregate's stream: all that a fold may know.
 *
 * @param aggregateId the stream's id
 * @param version the event's sequence number in its stream, from 0
 * @param at when it was recorded, by the command side's clock
 * @param event the event itself, lifted to its newest revision
 * @param <E> the event's family
 */
public record Recorded<E extends DomainEvent>(
    String aggregateId, long version, Instant at, E event) {}
