package vn.danvankheo.events.model;

/**
 * Another unit took the model over as its own.
 *
 * @param replicaId the new model
 * @param unitCode its unit
 * @param year its first year
 */
public record ModelReplicated(String replicaId, String unitCode, int year) implements ModelEvent {}
