package vn.danvankheo.command.session;

/**
 * Nobody was let in. Whether the name, the password, the account or the session is at fault is not
 * told.
 */
public final class LoginRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LoginRefused() {
    super("Login refused", null, false, false);
  }
}
