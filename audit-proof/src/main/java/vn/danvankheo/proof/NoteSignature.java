package vn.danvankheo.proof;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * One signature line of a note.
 *
 * @param name of the key that signed
 * @param keyId the first four bytes of the key's digest, as a number
 * @param signature what the key's algorithm gives; do not change
 */
public record NoteSignature(String name, int keyId, byte[] signature) {
  private static final String LEAD = "— ";

  /**
   * Reads a line.
   *
   * @param line without its end
   * @return the signature
   * @throws IllegalArgumentException when it is none
   */
  public static NoteSignature parse(String line) {
    String[] parts = line.split(" ", -1);
    if (parts.length != 3 || !line.startsWith(LEAD) || parts[1].isEmpty()) {
      throw new IllegalArgumentException("Not a signature line");
    }
    byte[] bytes = Base64.getDecoder().decode(parts[2]);
    if (bytes.length < 5) {
      throw new IllegalArgumentException("A signature of " + bytes.length + " bytes");
    }
    return new NoteSignature(
        parts[1], ByteBuffer.wrap(bytes).getInt(), Arrays.copyOfRange(bytes, 4, bytes.length));
  }

  /**
   * The line.
   *
   * @return without its end
   */
  public String line() {
    byte[] bytes = ByteBuffer.allocate(4 + signature.length).putInt(keyId).put(signature).array();
    return LEAD + name + ' ' + Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NoteSignature that && line().equals(that.line());
  }

  @Override
  public int hashCode() {
    return line().hashCode();
  }

  @Override
  public String toString() {
    return name + '+' + HexFormat.of().toHexDigits(keyId);
  }
}
