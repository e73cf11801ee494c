package vn.danvankheo.web.importing;

/** How far an import is. */
public enum ImportState {
  PENDING,
  RUNNING,
  SUCCEEDED,
  FAILED;

  /**
   * Whether nothing more will happen.
   *
   * @return true of the last two
   */
  public boolean isEnd() {
    return this == SUCCEEDED || this == FAILED;
  }
}
