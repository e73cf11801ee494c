package vn.danvankheo.events.unit;

import java.time.LocalDate;
import vn.danvankheo.events.vocabulary.DutyKind;

/**
 * A unit was reminded of something late that is no single model's (đôn đốc).
 *
 * @param year the plan year, 2000 to 2100
 * @param about what is late
 * @param dueOn when it was due
 * @param message the words sent
 */
public record UnitReminderSent(int year, DutyKind about, LocalDate dueOn, String message)
    implements UnitEvent {}
