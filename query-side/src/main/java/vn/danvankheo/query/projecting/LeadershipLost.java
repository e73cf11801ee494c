package vn.danvankheo.query.projecting;

/** Another process writes the views now. */
public final class LeadershipLost extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LeadershipLost() {
    super("Another process has taken over the views", null, false, false);
  }
}
