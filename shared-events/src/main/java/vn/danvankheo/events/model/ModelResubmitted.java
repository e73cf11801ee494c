package vn.danvankheo.events.model;

import org.jspecify.annotations.Nullable;

/**
 * A returned registration was handed in again.
 *
 * @param year the term, 2000 to 2100
 * @param note a remark
 * @param late whether it came after the day set
 */
public record ModelResubmitted(int year, @Nullable String note, boolean late)
    implements ModelEvent {}
