package vn.danvankheo.benchmarks.generator;

import java.time.Instant;
import vn.danvankheo.events.DomainEvent;
import vn.danvankheo.events.metadata.EventMetadata;

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
    EventMetadata metadata) {}
