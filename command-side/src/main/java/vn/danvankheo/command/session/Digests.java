package vn.danvankheo.command.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests of what must not be kept as it is. */
final class Digests {
  private Digests() {}

  /** SHA-256 of some texts, in hexadecimal digits; ("a", "b") is not ("ab"). */
  static String of(String... texts) {
    try {
      byte[] bytes = String.join("\0", texts).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
