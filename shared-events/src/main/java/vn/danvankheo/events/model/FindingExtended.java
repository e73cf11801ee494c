package vn.danvankheo.events.model;

import java.time.LocalDate;

/**
 * A finding's day was put off, once.
 *
 * @param year the term, 2000 to 2100
 * @param inspection the inspection's number
 * @param finding the finding's number in it
 * @param dueOn the new day
 * @param reason why
 */
public record FindingExtended(int year, int inspection, int finding, LocalDate dueOn, String reason)
    implements ModelEvent {}
