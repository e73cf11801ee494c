package vn.danvankheo.command.importing.encoding;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Takes a text apart into words, counting as letters what legacy encodings use as letters. */
final class Words {
  /** Letters and marks, and of the Western symbols those that TCVN3 has letters for. */
  static final Pattern PATTERN = Pattern.compile("[\\p{L}\\p{M}\u00A1-\u00BF\u00D7\u00F7]+");

  private Words() {}

  static List<String> of(String text) {
    return PATTERN.matcher(text).results().map(MatchResult::group).toList();
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
