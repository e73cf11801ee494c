package vn.danvankheo.verifier;

import java.util.List;

/** What was given is no bundle, or one that nothing can be said about. */
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  Unreadable(String key, Object... args) {
    super(key);
    this.finding = new Finding(key, List.of(args));
  }

  Finding finding() {
    return finding;
  }
}
