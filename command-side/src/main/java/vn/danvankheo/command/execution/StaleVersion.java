package vn.danvankheo.command.execution;

/** The caller expected another version than there is. */
public final class StaleVersion extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long currentVersion;

  StaleVersion(long currentVersion) {
    super("Another version was expected", null, false, false);
    this.currentVersion = currentVersion;
  }

  /**
   * The version there is.
   *
   * @return sequence number of the last event, from 0
   */
  public long currentVersion() {
    return currentVersion;
  }
}
