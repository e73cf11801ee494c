package vn.danvankheo.query.reporting.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.DutyKind;

/**
 * Something late.
 *
 * @param modelId the model's id
 * @param title its title
 * @param unitCode its unit
 * @param year the term
 * @param kind what
 * @param dueOn its day; null when it was done since, late
 * @param daysLate days past it on the report's last day; 0 when it was done since
 */
public record LateRow(
    String modelId,
    String title,
    String unitCode,
    int year,
    DutyKind kind,
    @Nullable LocalDate dueOn,
    long daysLate) {}
