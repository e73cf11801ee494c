package vn.danvankheo.events.text;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The trigrams of a title's words: computed once for a title that is compared with many.
 *
 * @param values the different trigrams, in binary order; a word counts with two blanks before and
 *     one behind it, so that its beginning weighs most
 */
public record TitleTrigrams(SortedSet<String> values) {
  /** From this similarity on people are warned of a title that is there already. */
  public static final double ALIKE = 0.8;

  /** Freezes the set. */
  public TitleTrigrams {
    values = Collections.unmodifiableSortedSet(new TreeSet<>(values));
  }

  /**
   * Takes a title apart.
   *
   * @param title a model's title as typed
   * @return its trigrams; none when the title is empty
   */
  public static TitleTrigrams of(String title) {
    SortedSet<String> trigrams = new TreeSet<>();
    for (String word : TitleKey.of(title).split(" ", -1)) {
      if (!word.isEmpty()) {
        String padded = "  " + word + ' ';
        for (int i = 0; i + 3 <= padded.length(); i++) {
          trigrams.add(padded.substring(i, i + 3));
        }
      }
    }
    return new TitleTrigrams(trigrams);
  }

  /**
   * What both have over what either has.
   *
   * @param other another title's trigrams
   * @return 0 to 1; two empty titles are not alike
   */
  public double similarity(TitleTrigrams other) {
    int shared = 0;
    for (String trigram : values) {
      shared += other.values.contains(trigram) ? 1 : 0;
    }
    int either = values.size() + other.values.size() - shared;
    return either == 0 ? 0 : (double) shared / either;
  }

  /**
   * Whether people are to be warned.
   *
   * @param other another title's trigrams
   * @return true from {@link #ALIKE} on
   */
  public boolean isAlike(TitleTrigrams other) {
    return similarity(other) >= ALIKE;
  }
}
