package vn.danvankheo.events.model;

/**
 * The department confirmed a remedy; the finding is closed.
 *
 * @param year the term, 2000 to 2100
 * @param inspection the inspection's number
 * @param finding the finding's number in it
 */
public record RemedyConfirmed(int year, int inspection, int finding) implements ModelEvent {}
