package vn.danvankheo.command.importing.encoding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes a text apart into words, counting as letters what legacy encodings use as letters. */
final class Words {
  /** Letters and marks, and of the Western symbols those that TCVN3 has letters for. */
  static final Pattern PATTERN = Pattern.compile("[\\p{L}\\p{M}\u00A1-\u00BF\u00D7\u00F7]+");

  private Words() {}

  /** By hand, not by {@link #PATTERN}, since it looks at every character of every file. */
  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    int begin = -1;
    for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      boolean inWord = isPartOfWord(c);
      if (inWord && begin < 0) {
        begin = i;
      } else if (!inWord && begin >= 0) {
        words.add(text.substring(begin, i));
        begin = -1;
      }
    }
    if (begin >= 0) {
      words.add(text.substring(begin));
    }
    return words;
  }

  private static boolean isPartOfWord(int c) {
    int marks =
        1 << Character.NON_SPACING_MARK
            | 1 << Character.ENCLOSING_MARK
            | 1 << Character.COMBINING_SPACING_MARK;
    return Character.isLetter(c)
        || (c >= 0xA1 && c <= 0xBF)
        || c == 0xD7
        || c == 0xF7
        || (c > 0xFF && (marks >> Character.getType(c) & 1) != 0);
  }

  static boolean hasWestern(String word) {
    return word.chars().anyMatch(Words::isWestern);
  }

  static boolean hasBeyondWestern(String text) {
    return text.chars().anyMatch(c -> c > 0xFF && Character.isLetter(c));
  }

  static boolean isWestern(int character) {
    return character > 0xA0 && character <= 0xFF;
  }
}
