package vn.danvankheo.events.state;

/**
 * A model that took this one over.
 *
 * @param id the other model
 * @param unitCode its unit
 * @param year its first year
 */
public record Replica(String id, String unitCode, int year) {}
