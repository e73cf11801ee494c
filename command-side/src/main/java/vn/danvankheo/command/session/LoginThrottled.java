package vn.danvankheo.command.session;

import java.time.Duration;

/** Too many logins failed or wait; come back later. */
public final class LoginThrottled extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  LoginThrottled(Duration retryAfter) {
    super("Too many logins", null, false, false);
    this.retryAfter = retryAfter;
  }

  /**
   * When to try again.
   *
   * @return from now, more than nothing
   */
  public Duration retryAfter() {
    return retryAfter;
  }
}
