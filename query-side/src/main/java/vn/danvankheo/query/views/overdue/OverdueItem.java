package vn.danvankheo.query.views.overdue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.DutyKind;

/**
 * Something late.
 *
 * @param kind what
 * @param modelId the model; null when it is the unit's own duty
 * @param code the model's registration code; null when it is the unit's own duty
 * @param year the term or the plan's year
 * @param unitCode the unit that owes it
 * @param unitName the unit's name; null when there is no such unit
 * @param title the model's, or the plan's
 * @param dueOn the last day on which it was not late
 * @param daysLate from 1
 * @param reminders how often the unit was reminded of it
 * @param no its number among what this model, or this unit itself, is late with, from 1
 */
public record OverdueItem(
    DutyKind kind,
    @Nullable String modelId,
    @Nullable String code,
    int year,
    String unitCode,
    @Nullable String unitName,
    @Nullable String title,
    LocalDate dueOn,
    long daysLate,
    int reminders,
    int no) {}
