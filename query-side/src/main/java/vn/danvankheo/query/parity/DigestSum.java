package vn.danvankheo.query.parity;

import java.nio.ByteBuffer;

/**
 * The digest of a whole generation: the sum of its documents' digests modulo 2^256, so that any
 * order, and any division of the work, gives the same. It tells faults from faultlessness, and is
 * no proof against somebody who makes documents up. Used by one thread at a time.
 */
public final class DigestSum {
  private static final int WORDS = 4;
  private static final String PREFIX = "sha256-sum:";
  private static final int HEX = 16;
  private static final int HEX_DIGITS = 16;

  private final long[] words = new long[WORDS];
  private long documents;

  /** The digest of nothing. */
  public DigestSum() {}

  /**
   * A sum to go on with.
   *
   * @param documents how many are in it
   * @param text what {@link #toString} gave
   * @return a new sum
   */
  public static DigestSum of(long documents, String text) {
    DigestSum sum = new DigestSum();
    sum.documents = documents;
    for (int i = 0; i < WORDS; i++) {
      int at = PREFIX.length() + i * HEX_DIGITS;
      sum.words[i] = Long.parseUnsignedLong(text, at, at + HEX_DIGITS, HEX);
    }
    return sum;
  }

  /**
   * Adds a document.
   *
   * @param digest of {@link DocumentDigest}
   */
  public void add(byte[] digest) {
    ByteBuffer buffer = ByteBuffer.wrap(digest);
    long[] more = new long[WORDS];
    for (int i = 0; i < WORDS; i++) {
      more[i] = buffer.getLong();
    }
    add(more);
    documents++;
  }

  /**
   * Adds what somebody else has summed up.
   *
   * @param other documents of the same generation that are not in this sum
   */
  public void add(DigestSum other) {
    add(other.words);
    documents += other.documents;
  }

  private void add(long[] more) {
    long carry = 0;
    for (int i = WORDS - 1; i >= 0; i--) {
      long sum = words[i] + more[i];
      long overflow = Long.compareUnsigned(sum, more[i]) < 0 ? 1 : 0;
      words[i] = sum + carry;
      carry = overflow | (carry == 1 && words[i] == 0 ? 1 : 0);
    }
  }

  /**
   * How many documents there are.
   *
   * @return 0 or more
   */
  public long documents() {
    return documents;
  }

  /**
   * The sum.
   *
   * @return {@code sha256-sum:} and 64 hexadecimal digits
   */
  @Override
  public String toString() {
    return PREFIX + "%016x%016x%016x%016x".formatted(words[0], words[1], words[2], words[3]);
  }
}
