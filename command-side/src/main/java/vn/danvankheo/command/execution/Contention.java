package vn.danvankheo.command.execution;

/**
 * Others kept getting there first, or held on for too long; nothing was done, try again shortly.
 */
public final class Contention extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Contention(Throwable cause) {
    super("Too much contention", cause);
  }
}
