package vn.danvankheo.events.vocabulary;

/** OPEN until remedied by the unit, REMEDIED until the department confirms or rejects. */
public enum FindingState {
  OPEN,
  REMEDIED,
  CONFIRMED
}
