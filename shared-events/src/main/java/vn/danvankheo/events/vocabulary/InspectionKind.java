package vn.danvankheo.events.vocabulary;

/** A planned inspection, one on a sign of failure, or the unit's own. */
public enum InspectionKind {
  PERIODIC,
  AD_HOC,
  SELF
}
