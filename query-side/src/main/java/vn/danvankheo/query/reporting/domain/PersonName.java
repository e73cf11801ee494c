package vn.danvankheo.query.reporting.domain;

import org.jspecify.annotations.Nullable;

/**
 * A name in a report. A person's is not in the content, which must come out the same when the name
 * has been erased: only where it stands is.
 *
 * @param name the name, when it is no person's
 * @param person where the name stands, such as {@code 0190…#subject}, when it is a person's
 */
public record PersonName(@Nullable String name, @Nullable String person) {}
