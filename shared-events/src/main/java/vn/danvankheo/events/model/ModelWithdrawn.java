package vn.danvankheo.events.model;

/**
 * The registration was withdrawn.
 *
 * @param year the term, 2000 to 2100
 * @param reason why
 */
public record ModelWithdrawn(int year, String reason) implements ModelEvent {}
