package vn.danvankheo.query.audit.ledger.domain;

/** How one process stands to the ledger. */
public enum LedgerState {
  /** Not connected yet, or the event database has no tables yet. */
  STARTING(true),
  /** Another process writes; this one looks on and keeps its last checkpoint. */
  FOLLOWING(true),
  /** This process writes. */
  SEQUENCING(true),
  /** The event database is away. */
  AWAY(false),
  /** The ledger has a key, and this process was not given it. */
  NO_KEY(false),
  /** The key that was given is not the ledger's. */
  WRONG_KEY(false),
  /** The ledger is shorter than a checkpoint that was kept outside of the database. */
  ROLLED_BACK(false),
  /** The ledger's parts, its events or what was kept outside of the database disagree. */
  CHANGED(false);

  private final boolean well;

  LedgerState(boolean well) {
    this.well = well;
  }

  /**
   * Whether all is as it should be.
   *
   * @return false when somebody has to look at it
   */
  public boolean isWell() {
    return well;
  }
}
