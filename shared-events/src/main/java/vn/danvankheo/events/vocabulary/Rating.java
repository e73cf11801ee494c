package vn.danvankheo.events.vocabulary;

/** Classes of inspected models and of units, best first. */
public enum Rating {
  EXCELLENT,
  GOOD,
  FAIR,
  AVERAGE,
  POOR
}
