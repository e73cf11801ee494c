package vn.danvankheo.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** A public key of a log or a witness: C2SP signed-note's {@code name+id+base64}. */
public final class VerifierKey {
  private static final int TIME_SIZE = 8;

  private final String name;
  private final KeyAlgorithm algorithm;
  private final byte[] raw;
  private final int id;
  private final PublicKey key;

  VerifierKey(String name, KeyAlgorithm algorithm, byte[] raw) {
    if (name.isEmpty() || name.contains("+") || name.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException("A key's name has no spaces and no plus");
    }
    this.name = name;
    this.algorithm = algorithm;
    this.raw = raw.clone();
    this.key = Ed25519.publicKey(raw);
    this.id = id(name, algorithm, raw);
  }

  /**
   * Reads a key.
   *
   * @param text as {@link #text()} gives it
   * @return the key
   * @throws IllegalArgumentException when it is none, or of an algorithm not known here
   */
  public static VerifierKey parse(String text) {
    String[] parts = text.split("\\+", 3);
    byte[] encoded = parts.length == 3 ? Base64.getDecoder().decode(parts[2]) : new byte[0];
    if (encoded.length != 1 + Ed25519.KEY_SIZE) {
      throw new IllegalArgumentException("Not a verifier key");
    }
    VerifierKey key =
        new VerifierKey(
            parts[0], KeyAlgorithm.of(encoded[0]), Arrays.copyOfRange(encoded, 1, encoded.length));
    if (!key.text().equals(text)) {
      throw new IllegalArgumentException("The key does not have the id it is given with");
    }
    return key;
  }

  static int id(String name, KeyAlgorithm algorithm, byte[] raw) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    ByteBuffer content = ByteBuffer.allocate(bytes.length + 2 + raw.length);
    content.put(bytes).put((byte) '\n').put(algorithm.code()).put(raw);
    return ByteBuffer.wrap(Hash.sha256(content.array()).bytes()).getInt();
  }

  /**
   * The key's name.
   *
   * @return a log's origin or a witness's name
   */
  public String name() {
    return name;
  }

  /**
   * The key's number.
   *
   * @return the first four bytes of its digest
   */
  public int id() {
    return id;
  }

  /**
   * The key as it is handed on.
   *
   * @return name, id in hexadecimal, and algorithm with public key in base64, joined by plus
   */
  public String text() {
    byte[] encoded = ByteBuffer.allocate(1 + raw.length).put(algorithm.code()).put(raw).array();
    return name
        + '+'
        + HexFormat.of().toHexDigits(id)
        + '+'
        + Base64.getEncoder().encodeToString(encoded);
  }

  /**
   * Whether a signature says that it is by this key.
   *
   * @param signature of a note
   * @return true when name and id are this key's
   */
  public boolean made(NoteSignature signature) {
    return signature.keyId() == id && signature.name().equals(name);
  }

  /**
   * Checks a signature.
   *
   * @param text the note's
   * @param signature of the note
   * @return whether this key made it over that text
   */
  public boolean verify(String text, NoteSignature signature) {
    byte[] signed = signature.signature();
    int lead = algorithm == KeyAlgorithm.COSIGNATURE_V1 ? TIME_SIZE : 0;
    if (!made(signature) || signed.length != lead + Ed25519.SIGNATURE_SIZE) {
      return false;
    }
    byte[] message =
        lead == 0 ? text.getBytes(StandardCharsets.UTF_8) : cosigned(seconds(signed), text);
    return Ed25519.verify(key, message, Arrays.copyOfRange(signed, lead, signed.length));
  }

  /**
   * When a witness saw the checkpoint.
   *
   * @param signature made by this key
   * @return to the second; empty when this key is not a witness's
   */
  public Optional<Instant> cosignedAt(NoteSignature signature) {
    return algorithm == KeyAlgorithm.COSIGNATURE_V1 && signature.signature().length > TIME_SIZE
        ? Optional.of(Instant.ofEpochSecond(seconds(signature.signature())))
        : Optional.empty();
  }

  static byte[] cosigned(long seconds, String text) {
    return ("cosignature/v1\ntime " + Long.toUnsignedString(seconds) + '\n' + text)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static long seconds(byte[] signature) {
    return ByteBuffer.wrap(signature).getLong();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey that && text().equals(that.text());
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }

  @Override
  public String toString() {
    return text();
  }
}
