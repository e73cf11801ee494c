package vn.danvankheo.events.vocabulary;

/**
 * Someone who spoke for the inspected unit.
 *
 * @param position the position
 */
public record Representative(String position) {}
