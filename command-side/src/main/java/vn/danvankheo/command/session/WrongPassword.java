package vn.danvankheo.command.session;

/** Somebody who is logged in did not know the password of their account. */
public final class WrongPassword extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongPassword() {
    super("Wrong password", null, false, false);
  }
}
