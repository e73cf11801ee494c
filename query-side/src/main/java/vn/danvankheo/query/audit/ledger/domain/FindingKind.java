package vn.danvankheo.query.audit.ledger.domain;

/** What a verification can find. */
public enum FindingKind {
  CHANGED,
  MISSING,
  ADDED,
  REORDERED,
  LEDGER_CHANGED,
  ROLLED_BACK
}
