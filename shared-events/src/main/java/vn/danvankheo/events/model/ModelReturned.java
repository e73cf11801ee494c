package vn.danvankheo.events.model;

import java.time.LocalDate;

/**
 * The registration was returned to be completed.
 *
 * @param year the term, 2000 to 2100
 * @param reason what is missing
 * @param dueOn when it is due again
 */
public record ModelReturned(int year, String reason, LocalDate dueOn) implements ModelEvent {}
