package vn.danvankheo.events.model;

import java.time.LocalDate;

/**
 * The department rejected a remedy; the finding is open again.
 *
 * @param year the term, 2000 to 2100
 * @param inspection the inspection's number
 * @param finding the finding's number in it
 * @param reason why
 * @param dueOn the new day
 */
public record RemedyRejected(int year, int inspection, int finding, String reason, LocalDate dueOn)
    implements ModelEvent {}
