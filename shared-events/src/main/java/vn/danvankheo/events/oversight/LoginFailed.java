package vn.danvankheo.events.oversight;

import org.jspecify.annotations.Nullable;

/**
 * Somebody was not let in after their password had been looked at. What was typed is never told:
 * people type passwords into the wrong field.
 *
 * @param userName the account that was tried; null when there is none of that name
 */
public record LoginFailed(@Nullable String userName) implements OversightEvent {}
