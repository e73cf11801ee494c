package vn.danvankheo.events.vocabulary;

import org.jspecify.annotations.Nullable;

/**
 * How many benefit.
 *
 * @param households households, not negative
 * @param people persons, not negative
 */
public record Beneficiaries(@Nullable Integer households, @Nullable Integer people) {}
