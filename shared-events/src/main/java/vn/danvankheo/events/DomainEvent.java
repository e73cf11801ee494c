package vn.danvankheo.events;

/**
 * A fact that was decided and stored; a record of plain values that imports nothing of the sides.
 */
public interface DomainEvent {}
