package vn.danvankheo.events.model;

/**
 * An inspection was declared void; it stays visible.
 *
 * @param year the term, 2000 to 2100
 * @param inspection the inspection's number
 * @param reason why
 */
public record InspectionAnnulled(int year, int inspection, String reason) implements ModelEvent {}
