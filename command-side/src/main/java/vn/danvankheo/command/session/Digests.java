package vn.danvankheo.command.session;

import vn.danvankheo.events.digest.Sha256;

/** Digests of what must not be kept as it is. */
final class Digests {
  private Digests() {}

  /** SHA-256 of some texts, in hexadecimal digits; ("a", "b") is not ("ab"). */
  static String of(String... texts) {
    return Sha256.hex(String.join("\0", texts));
  }
}
