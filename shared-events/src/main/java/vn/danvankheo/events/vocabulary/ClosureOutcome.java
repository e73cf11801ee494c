package vn.danvankheo.events.vocabulary;

/** How a model ended: carried through, or stopped before. */
public enum ClosureOutcome {
  COMPLETED,
  STOPPED
}
