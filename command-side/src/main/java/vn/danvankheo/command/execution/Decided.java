package vn.danvankheo.command.execution;

import org.jspecify.annotations.Nullable;

/**
 * What an aggregate made of a command, before it is written.
 *
 * @param kind the aggregate's kind
 * @param aggregateId its stream
 * @param before its state before; null before its first event
 * @param after its state after; null when there is still no event
 * @param version sequence number of its last event; -1 when there is none
 */
record Decided(
    AggregateKind kind,
    String aggregateId,
    @Nullable Record before,
    @Nullable Record after,
    long version) {}
