package vn.danvankheo.command.execution;

/**
 * What a request came to.
 *
 * @param result the outcome
 * @param replayed whether it is the remembered answer to the same request before
 * @param <R> the outcome's type
 */
public record Answer<R>(R result, boolean replayed) {}
