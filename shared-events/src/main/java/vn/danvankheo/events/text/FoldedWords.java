package vn.danvankheo.events.text;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts taken apart into the folded words by which they are found. */
public final class FoldedWords {
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  private FoldedWords() {}

  /**
   * The words of a text, for what is stored and what is looked for alike.
   *
   * @param text any text
   * @return folded, without punctuation, each once; empty when there is no letter or digit
   */
  public static Set<String> of(String text) {
    Set<String> words = new LinkedHashSet<>();
    for (String word : BETWEEN.split(VietnameseText.fold(text), -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }
}
