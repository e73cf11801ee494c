package vn.danvankheo.proof;

/** What a note's key signs, by the byte that C2SP signed-note gives it. */
public enum KeyAlgorithm {
  /** Ed25519 over the note's text. */
  ED25519(1),
  /** Ed25519 over a time and the note's text: a witness's {@code cosignature/v1}. */
  COSIGNATURE_V1(4);

  private final byte code;

  KeyAlgorithm(int code) {
    this.code = (byte) code;
  }

  byte code() {
    return code;
  }

  static KeyAlgorithm of(byte code) {
    for (KeyAlgorithm each : values()) {
      if (each.code == code) {
        return each;
      }
    }
    throw new IllegalArgumentException("Key algorithm " + code + " is not known here");
  }
}
