package vn.danvankheo.query.audit.ledger.domain;

/** What exactly is not as it was recorded; its words are in the labels. */
public enum Flaw {
  /** An event's parts are others; {@code what} names them. */
  PARTS(FindingKind.CHANGED),
  /** An event stands at another place of its stream, or of the log. */
  PLACE(FindingKind.REORDERED),
  /** An event of the ledger is not in the log. */
  EVENT_GONE(FindingKind.MISSING),
  /** An event of the log is not in the ledger, though later ones are. */
  EVENT_UNKNOWN(FindingKind.ADDED),
  /** An entry is gone or unreadable; {@code what} is its leaf. */
  ENTRY(FindingKind.LEDGER_CHANGED),
  /** An entry is not the one whose hash is in the tree; {@code what} is its leaf. */
  LEAF(FindingKind.LEDGER_CHANGED),
  /** A tile does not hold the hashes of those below; {@code what} is its path. */
  TILE(FindingKind.LEDGER_CHANGED),
  /** A signed tree is not the one that is stored; {@code what} are positions of its events. */
  SIGNED_TREE(FindingKind.LEDGER_CHANGED),
  /** A checkpoint is not signed by a key of the ledger; {@code what} is its size. */
  SIGNATURE(FindingKind.LEDGER_CHANGED),
  /** A tree whose checkpoint was kept elsewhere is another one now; {@code what} is its size. */
  KEPT_TREE(FindingKind.LEDGER_CHANGED),
  /** A checkpoint that was kept elsewhere is not of this ledger; {@code what} is its origin. */
  KEPT_FOREIGN(FindingKind.LEDGER_CHANGED),
  /** The ledger is shorter than a checkpoint that was kept elsewhere; {@code what} is its size. */
  SHORTER(FindingKind.ROLLED_BACK);

  private final FindingKind kind;

  Flaw(FindingKind kind) {
    this.kind = kind;
  }

  /**
   * What kind of finding it makes.
   *
   * @return the contract's word
   */
  public FindingKind kind() {
    return kind;
  }
}
