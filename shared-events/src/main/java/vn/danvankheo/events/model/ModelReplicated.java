package vn.danvankheo.events.model;

/**
 * Another unit took a model over as its own. It stands in a stream of its own, which names the
 * source; the oldest ones stand in the source's stream.
 *
 * @param replicaId the new model
 * @param unitCode its unit
 * @param year its first year
 */
public record ModelReplicated(String replicaId, String unitCode, int year) implements ModelEvent {}
