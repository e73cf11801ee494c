package vn.danvankheo.web.operation;

/** How far long work is. */
public enum OperationState {
  PENDING,
  RUNNING,
  PAUSED,
  SUCCEEDED,
  FAILED,
  CANCELLED;

  /**
   * Whether nothing more will happen.
   *
   * @return true of the last three
   */
  public boolean isEnd() {
    return this == SUCCEEDED || this == FAILED || this == CANCELLED;
  }
}
