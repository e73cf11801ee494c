package vn.danvankheo.events.sealing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.danvankheo.events.text.FoldedWords;

/**
 * Names as numbers by which they are found without their words being stored: a number for each
 * folded word, and one for each beginning of a word, as people search while they type.
 */
public final class NameNumbers {
  /** What the key of these numbers is made for. */
  public static final String PURPOSE = "search";

  private static final String WHOLE = "=";
  private static final String BEGINNING = "^";

  private final MasterKey.WordNumbers numbers;

  /**
   * Makes numbers.
   *
   * @param numbers keyed digests
   */
  public NameNumbers(MasterKey.WordNumbers numbers) {
    this.numbers = numbers;
  }

  /**
   * The numbers to be stored of a name.
   *
   * @param name the exact words
   * @return of every word and of every beginning of one
   */
  public Long[] of(String name) {
    Set<Long> all = new LinkedHashSet<>();
    for (String word : FoldedWords.of(name)) {
      all.add(numbers.of(WHOLE + word));
      for (int end = 1; end <= word.length(); end++) {
        all.add(numbers.of(BEGINNING + word.substring(0, end)));
      }
    }
    return all.toArray(Long[]::new);
  }

  /**
   * The numbers that a name must have to be found.
   *
   * @param typed what is looked for; its last word may be the beginning of one
   * @return none when there is no letter or digit in it
   */
  public Long[] wanted(String typed) {
    List<String> words = List.copyOf(FoldedWords.of(typed));
    List<Long> wanted = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      boolean last = i == words.size() - 1;
      wanted.add(numbers.of((last ? BEGINNING : WHOLE) + words.get(i)));
    }
    return wanted.toArray(Long[]::new);
  }
}
