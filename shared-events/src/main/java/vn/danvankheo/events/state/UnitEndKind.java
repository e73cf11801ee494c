package vn.danvankheo.events.state;

/** The ways in which a unit ends. */
public enum UnitEndKind {
  MERGED,
  SPLIT,
  DISSOLVED
}
