package vn.danvankheo.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A private key of a log or a witness. Its text is a secret; {@link #toString} does not show it.
 */
public final class SignerKey {
  private static final String LEAD = "PRIVATE+KEY+";

  private final VerifierKey verifier;
  private final KeyAlgorithm algorithm;
  private final byte[] seed;
  private final PrivateKey key;

  private SignerKey(String name, KeyAlgorithm algorithm, byte[] seed) {
    this.algorithm = algorithm;
    this.seed = seed.clone();
    this.key = Ed25519.privateKey(seed);
    this.verifier = new VerifierKey(name, algorithm, Ed25519.publicKeyOf(seed));
  }

  /**
   * Makes a new key.
   *
   * @param name the log's origin or the witness's name: no spaces, no plus
   * @param algorithm what it signs
   * @param random a strong source
   * @return the key
   */
  public static SignerKey generate(String name, KeyAlgorithm algorithm, SecureRandom random) {
    byte[] seed = new byte[Ed25519.KEY_SIZE];
    random.nextBytes(seed);
    return new SignerKey(name, algorithm, seed);
  }

  /**
   * Reads a key, as Go's note package writes it too.
   *
   * @param text as {@link #text()} gives it
   * @return the key
   * @throws IllegalArgumentException when it is none; the message does not repeat it
   */
  public static SignerKey parse(String text) {
    String[] parts = text.startsWith(LEAD) ? text.substring(LEAD.length()).split("\\+", 3) : null;
    byte[] encoded = parts != null && parts.length == 3 ? decode(parts[2]) : new byte[0];
    if (parts == null || encoded.length != 1 + Ed25519.KEY_SIZE) {
      throw new IllegalArgumentException("Not a signer key");
    }
    SignerKey key =
        new SignerKey(
            parts[0], KeyAlgorithm.of(encoded[0]), Arrays.copyOfRange(encoded, 1, encoded.length));
    if (!HexFormat.of().toHexDigits(key.verifier.id()).equals(parts[1])) {
      throw new IllegalArgumentException("The signer key does not have the id it is given with");
    }
    return key;
  }

  private static byte[] decode(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  /**
   * The secret.
   *
   * @return name, id in hexadecimal, and algorithm with the private seed in base64
   */
  public String text() {
    byte[] encoded = ByteBuffer.allocate(1 + seed.length).put(algorithm.code()).put(seed).array();
    return LEAD
        + verifier.name()
        + '+'
        + HexFormat.of().toHexDigits(verifier.id())
        + '+'
        + Base64.getEncoder().encodeToString(encoded);
  }

  /**
   * The public half.
   *
   * @return who has it can check
   */
  public VerifierKey verifier() {
    return verifier;
  }

  /**
   * Signs a note as a log does.
   *
   * @param text the note's
   * @return a signature line
   */
  public NoteSignature sign(String text) {
    require(KeyAlgorithm.ED25519);
    byte[] signed = Ed25519.sign(key, text.getBytes(StandardCharsets.UTF_8));
    return new NoteSignature(verifier.name(), verifier.id(), signed);
  }

  /**
   * Signs a checkpoint as a witness does.
   *
   * @param text the checkpoint's
   * @param seen when; kept to the second
   * @return a signature line
   */
  public NoteSignature cosign(String text, Instant seen) {
    require(KeyAlgorithm.COSIGNATURE_V1);
    long seconds = seen.getEpochSecond();
    byte[] signed = Ed25519.sign(key, VerifierKey.cosigned(seconds, text));
    byte[] signature =
        ByteBuffer.allocate(Long.BYTES + signed.length).putLong(seconds).put(signed).array();
    return new NoteSignature(verifier.name(), verifier.id(), signature);
  }

  private void require(KeyAlgorithm needed) {
    if (algorithm != needed) {
      throw new IllegalStateException("A key for " + algorithm + " does not sign " + needed);
    }
  }

  @Override
  public String toString() {
    return "the signer of " + verifier;
  }
}
