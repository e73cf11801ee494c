package vn.danvankheo.events.text;

import java.util.LinkedHashSet;
import java.util.Set;

/** Texts taken apart into the folded words by which they are found. */
public final class FoldedWords {
  private FoldedWords() {}

  /**
   * The words of a text, for what is stored and what is looked for alike.
   *
   * @param text any text
   * @return folded, without punctuation, each once; empty when there is no letter or digit
   */
  public static Set<String> of(String text) {
    String folded = VietnameseText.fold(text);
    Set<String> words = new LinkedHashSet<>();
    int begin = 0;
    for (int i = 0, c; i < folded.length(); i += Character.charCount(c)) {
      c = folded.codePointAt(i);
      if (!isPart(c)) {
        add(folded, begin, i, words);
        begin = i + Character.charCount(c);
      }
    }
    add(folded, begin, folded.length(), words);
    return words;
  }

  private static void add(String folded, int begin, int end, Set<String> words) {
    if (end > begin) {
      words.add(folded.substring(begin, end));
    }
  }

  /** Letters and numbers of any kind. */
  private static boolean isPart(int character) {
    int type = Character.getType(character);
    return Character.isLetter(character)
        || type == Character.DECIMAL_DIGIT_NUMBER
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }
}
