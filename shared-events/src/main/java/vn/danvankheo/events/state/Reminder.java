package vn.danvankheo.events.state;

import java.time.Instant;
import java.time.LocalDate;
import vn.danvankheo.events.vocabulary.DutyKind;

/**
 * A reminder that was sent.
 *
 * @param about what was late
 * @param dueOn when it was due
 * @param message the words
 * @param at when it was sent
 */
public record Reminder(DutyKind about, LocalDate dueOn, String message, Instant at) {}
