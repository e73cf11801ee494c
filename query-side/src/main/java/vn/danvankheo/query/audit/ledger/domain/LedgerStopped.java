package vn.danvankheo.query.audit.ledger.domain;

/** The ledger must not be signed on as it is. */
public final class LedgerStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final LedgerState state;

  /**
   * Says why.
   *
   * @param state one that is not well
   * @param why in words, for operators; no personal data
   */
  public LedgerStopped(LedgerState state, String why) {
    super(why, null, false, false);
    this.state = state;
  }

  /**
   * How the ledger stands.
   *
   * @return one that is not well
   */
  public LedgerState state() {
    return state;
  }
}
