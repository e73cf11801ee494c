package vn.danvankheo.standalone.embedded;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Short texts by number, so that documents name them and don't repeat them: words, codes, names of
 * fields. What was met but once gets no number, as ids and moments don't.
 */
final class Words {
  /** Stands for a text that has no number. */
  static final int NONE = -1;

  private static final int LONGEST = 64;

  /** Then the rest is written out: so many take some 100 MB. */
  private static final int MOST = 1 << 20;

  /** One bit for a text that was met: for one that was not, it is set by another now and then. */
  private static final int MET = 1 << 23;

  private static final int FIRST_SIZE = 1_024;

  private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
  private final BitSet met = new BitSet();
  private int count;

  /** Written anew after each change, so that who reads without a lock sees what is in it. */
  private volatile String[] words = new String[FIRST_SIZE];

  /** The number of a text, or {@link #NONE}. */
  int number(String text) {
    Integer number = numbers.get(text);
    if (number != null) {
      return number;
    }
    return text.length() > LONGEST ? NONE : metAgain(text);
  }

  /** The number of a field's name, which always has one. */
  int ofName(String name) {
    Integer number = numbers.get(name);
    return number != null ? number : added(name);
  }

  /** The text of a number. */
  String word(int number) {
    return words[number];
  }

  private synchronized int metAgain(String text) {
    int hash = text.hashCode() * 0x9E3779B9 >>> Integer.SIZE - Integer.numberOfTrailingZeros(MET);
    if (!met.get(hash) || count == MOST) {
      met.set(hash);
      return NONE;
    }
    return added(text);
  }

  private synchronized int added(String text) {
    Integer before = numbers.get(text);
    if (before != null) {
      return before;
    }
    String[] room = count == words.length ? Arrays.copyOf(words, count * 2) : words;
    room[count] = text;
    words = room;
    numbers.put(text, count);
    return count++;
  }
}
