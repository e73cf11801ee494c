package vn.danvankheo.command.execution;

/** The same person sent the same key before, with another request. */
public final class IdempotencyKeyReused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  IdempotencyKeyReused() {
    super("Idempotency key reused", null, false, false);
  }
}
