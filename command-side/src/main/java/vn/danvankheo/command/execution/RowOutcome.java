package vn.danvankheo.command.execution;

import org.jspecify.annotations.Nullable;

/**
 * What one of several commands came to.
 *
 * @param aggregateId its aggregate
 * @param result what it did; null when it was refused
 * @param refusal why it was refused; null when it was not
 */
public record RowOutcome(
    String aggregateId, @Nullable CommandResult result, @Nullable Refusal refusal) {}
