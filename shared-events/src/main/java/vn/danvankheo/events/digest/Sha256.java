package vn.danvankheo.events.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 digest. */
public final class Sha256 {
  private Sha256() {}

  /**
   * Takes bytes as they come.
   *
   * @return a new one, for use by one thread at a time
   */
  public static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /**
   * The digest of bytes.
   *
   * @param content any bytes
   * @return 64 hexadecimal digits
   */
  public static String hex(byte[] content) {
    return HexFormat.of().formatHex(begin().digest(content));
  }

  /**
   * The digest of a text in UTF-8.
   *
   * @param text any text
   * @return 64 hexadecimal digits
   */
  public static String hex(String text) {
    return hex(text.getBytes(StandardCharsets.UTF_8));
  }
}
