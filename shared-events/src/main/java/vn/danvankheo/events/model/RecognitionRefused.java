package vn.danvankheo.events.model;

/**
 * Recognition was refused for the year.
 *
 * @param year the term, 2000 to 2100
 * @param reason why
 */
public record RecognitionRefused(int year, String reason) implements ModelEvent {}
