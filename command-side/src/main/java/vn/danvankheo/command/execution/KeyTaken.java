package vn.danvankheo.command.execution;

/** The request was carried out before, or is by another one at this moment. */
final class KeyTaken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  KeyTaken() {
    super("The key was taken", null, false, false);
  }
}
