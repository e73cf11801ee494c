package vn.danvankheo.events.text;

import java.util.Arrays;

/**
 * The trigrams of a title's words: computed once for a title that is compared with many. A word
 * counts with two blanks before and one behind it, so that its beginning weighs most.
 */
public final class TitleTrigrams {
  /** From this similarity on people are warned of a title that is there already. */
  public static final double ALIKE = 0.8;

  /** Chosen by how many are missed and how many are looked at in vain, see {@link #marks}. */
  private static final int MARKS = 16;

  private static final int MINIMA_IN_A_MARK = 5;
  private static final int[] ORDERS = orders();

  /** Three characters each, in ascending order. */
  private final long[] values;

  private TitleTrigrams(long[] values) {
    this.values = values;
  }

  /**
   * Takes a title apart.
   *
   * @param title a model's title as typed
   * @return its trigrams; none when the title is empty
   */
  public static TitleTrigrams of(String title) {
    String words = TitleKey.of(title) + ' ';
    long[] found = new long[words.length()];
    int count = 0;
    char beforeLast = ' ';
    char last = ' ';
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c != ' ' || last != ' ') {
        found[count++] = (long) beforeLast << 32 | (long) last << 16 | c;
      }
      beforeLast = c == ' ' ? ' ' : last;
      last = c;
    }
    return new TitleTrigrams(ascending(Arrays.copyOf(found, count)));
  }

  private static long[] ascending(long[] all) {
    Arrays.sort(all);
    int count = 0;
    for (long one : all) {
      if (count == 0 || all[count - 1] != one) {
        all[count++] = one;
      }
    }
    return Arrays.copyOf(all, count);
  }

  /**
   * What both have over what either has, as PostgreSQL's {@code pg_trgm} counts it.
   *
   * @param other another title's trigrams
   * @return 0 (nothing shared) to 1 (the same); two empty titles are not alike
   */
  public double similarity(TitleTrigrams other) {
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < values.length && j < other.values.length) {
      long mine = values[i];
      long theirs = other.values[j];
      shared += mine == theirs ? 1 : 0;
      i += mine <= theirs ? 1 : 0;
      j += theirs <= mine ? 1 : 0;
    }
    int either = values.length + other.values.length - shared;
    return either == 0 ? 0 : (double) shared / either;
  }

  /**
   * Numbers by which a store finds alike titles: those with at least one in common, of which few
   * are not alike (MinHash in bands: a mark is made of the least of all trigrams by each of five
   * orders). The same title has the same marks; of titles of similarity s a share of (1 - s⁵)¹⁶ has
   * none in common: 0.17 % at 0.8, 0.00002 % at 0.9. Stored, so they never change.
   *
   * @return each with its place in the list, which is part of it; none when there are no trigrams
   */
  public int[] marks() {
    int[] least = new int[ORDERS.length];
    Arrays.fill(least, Integer.MAX_VALUE);
    for (long trigram : values) {
      int hash = hash(trigram);
      for (int i = 0; i < least.length; i++) {
        int mixed = (hash ^ ORDERS[i]) * 0x85EBCA6B;
        least[i] = Math.min(least[i], (mixed ^ mixed >>> 13) * 0xC2B2AE35);
      }
    }
    int[] marks = new int[values.length == 0 ? 0 : MARKS];
    for (int i = 0; i < marks.length; i++) {
      int from = i * MINIMA_IN_A_MARK;
      marks[i] = 31 * i + Arrays.hashCode(Arrays.copyOfRange(least, from, from + MINIMA_IN_A_MARK));
    }
    return marks;
  }

  private static int[] orders() {
    int[] orders = new int[MARKS * MINIMA_IN_A_MARK];
    Arrays.setAll(orders, TitleTrigrams::hash);
    return orders;
  }

  /** The finalizer of MurmurHash3, of which the upper half is taken. */
  private static int hash(long value) {
    long mixed = value + 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ mixed >>> 33) * 0xFF51AFD7ED558CCDL;
    mixed = (mixed ^ mixed >>> 33) * 0xC4CEB9FE1A85EC53L;
    return (int) ((mixed ^ mixed >>> 33) >>> 32);
  }
}
