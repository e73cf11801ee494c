package vn.danvankheo.events.model;

import java.time.LocalDate;
import java.util.List;

/**
 * The unit reported a finding remedied.
 *
 * @param year the term, 2000 to 2100
 * @param inspection the inspection's number
 * @param finding the finding's number in it
 * @param doneOn the day
 * @param note how
 * @param attachments ids of attachments
 */
public record FindingRemedied(
    int year, int inspection, int finding, LocalDate doneOn, String note, List<String> attachments)
    implements ModelEvent {}
