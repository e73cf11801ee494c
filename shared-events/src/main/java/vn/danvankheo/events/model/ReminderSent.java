package vn.danvankheo.events.model;

import java.time.LocalDate;
import vn.danvankheo.events.vocabulary.DutyKind;

/**
 * A unit was reminded of something late (đôn đốc).
 *
 * @param year the term or plan year, 2000 to 2100
 * @param unitCode who was reminded
 * @param about what is late
 * @param dueOn when it was due
 * @param message the words sent
 */
public record ReminderSent(
    int year, String unitCode, DutyKind about, LocalDate dueOn, String message)
    implements ModelEvent {}
