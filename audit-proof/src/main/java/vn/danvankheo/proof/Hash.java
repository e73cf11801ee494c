package vn.danvankheo.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A SHA-256 digest in a Merkle tree, with the leaf and node hashes of RFC 6962, section 2.1. */
public final class Hash {
  /** How many bytes a hash has. */
  public static final int SIZE = 32;

  private static final byte LEAF = 0;
  private static final byte NODE = 1;
  private static final ThreadLocal<MessageDigest> SHA256 = ThreadLocal.withInitial(Hash::digest);

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * A hash from its bytes.
   *
   * @param bytes exactly {@link #SIZE}; copied
   * @return the hash
   */
  public static Hash of(byte[] bytes) {
    return of(bytes, 0, bytes.length);
  }

  /**
   * A hash from a part of an array.
   *
   * @param bytes holds it; copied
   * @param from where it begins
   * @param to where it ends; {@link #SIZE} after {@code from}
   * @return the hash
   */
  public static Hash of(byte[] bytes, int from, int to) {
    if (to - from != SIZE) {
      throw new IllegalArgumentException("A hash has 32 bytes, not " + (to - from));
    }
    return new Hash(Arrays.copyOfRange(bytes, from, to));
  }

  /**
   * A hash from its base64 text.
   *
   * @param base64 the standard alphabet, padded
   * @return the hash
   */
  public static Hash fromBase64(String base64) {
    return of(Base64.getDecoder().decode(base64));
  }

  /**
   * The plain digest of bytes.
   *
   * @param content any bytes
   * @return their SHA-256
   */
  public static Hash sha256(byte[] content) {
    return new Hash(SHA256.get().digest(content));
  }

  /**
   * The hash of a leaf.
   *
   * @param entry the leaf's content
   * @return SHA-256(0x00 ‖ entry)
   */
  public static Hash leaf(byte[] entry) {
    MessageDigest digest = SHA256.get();
    digest.update(LEAF);
    return new Hash(digest.digest(entry));
  }

  /**
   * The hash over two subtrees.
   *
   * @param left the earlier one
   * @param right the later one
   * @return SHA-256(0x01 ‖ left ‖ right)
   */
  public static Hash node(Hash left, Hash right) {
    MessageDigest digest = SHA256.get();
    digest.update(NODE);
    digest.update(left.bytes);
    return new Hash(digest.digest(right.bytes));
  }

  /**
   * The root of a tree without leaves.
   *
   * @return SHA-256 of nothing
   */
  public static Hash empty() {
    return sha256(new byte[0]);
  }

  /**
   * The bytes.
   *
   * @return a copy
   */
  public byte[] bytes() {
    return bytes.clone();
  }

  /**
   * The text as proofs and checkpoints carry it.
   *
   * @return the standard alphabet, padded
   */
  public String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * The text as people and entries carry it.
   *
   * @return 64 lower-case hexadecimal digits
   */
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash that && MessageDigest.isEqual(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return base64();
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
