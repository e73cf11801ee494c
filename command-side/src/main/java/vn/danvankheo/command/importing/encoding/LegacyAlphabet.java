package vn.danvankheo.command.importing.encoding;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * The ways Vietnamese was written before Unicode, as they look when their bytes are taken for
 * Western European letters.
 */
public enum LegacyAlphabet {
  /** TCVN 5712 VN3, called ABC: one byte a letter; capitals with tones come from the font. */
  TCVN3 {
    @Override
    Optional<String> letters(String text) {
      StringBuilder decoded = new StringBuilder(text.length());
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        char letter = c >= FIRST && c <= LAST ? TCVN3_LETTERS.charAt(c - FIRST) : c;
        if (letter == UNUSED) {
          return Optional.empty();
        }
        decoded.append(letter);
      }
      return Optional.of(decoded.toString());
    }
  },
  /** VNI Windows: a plain vowel, then one letter for its marks. */
  VNI {
    @Override
    Optional<String> letters(String text) {
      StringBuilder decoded = new StringBuilder(text.length());
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        int mark = VNI_MARK_LETTERS.indexOf(Character.toLowerCase(c));
        int single = VNI_SINGLE_LETTERS.indexOf(Character.toLowerCase(c));
        if (mark >= 0
            && i > 0
            && VNI_VOWELS.indexOf(Character.toLowerCase(text.charAt(i - 1))) >= 0) {
          decoded.append(VNI_MARKS[mark]);
        } else if (single >= 0) {
          char letter = VNI_SINGLES.charAt(single);
          decoded.append(Character.isUpperCase(c) ? Character.toUpperCase(letter) : letter);
        } else if (c >= FIRST && c <= LAST) {
          return Optional.empty();
        } else {
          decoded.append(c);
        }
      }
      return Optional.of(Normalizer.normalize(decoded, Normalizer.Form.NFC));
    }
  };

  private static final char FIRST = '\u00A1';
  private static final char LAST = '\u00FF';
  private static final char UNUSED = '\u0000';

  /** The letters of A1 to FF; of AF to B4 and other places VN3 makes no use. */
  private static final String TCVN3_LETTERS =
      "ĂÂÊÔƠƯĐăâêôơưđ\0\0\0\0\0\0àảãáạ\0ằẳẵắ\0\0\0\0\0\0\0ặầẩẫấậè\0ẻẽéẹềểễếệìỉ\0\0\0ĩíịò\0ỏõóọồổỗốộ"
          + "ờởỡớợù\0ủũúụừửữứựỳỷỹýỵ\0";

  private static final String VNI_VOWELS = "aeouyôö";
  private static final String VNI_MARK_LETTERS = "ùøûõïâáàåãäêéèúüë";
  private static final String[] VNI_MARKS = {
    "\u0301",
    "\u0300",
    "\u0309",
    "\u0303",
    "\u0323",
    "\u0302",
    "\u0302\u0301",
    "\u0302\u0300",
    "\u0302\u0309",
    "\u0302\u0303",
    "\u0302\u0323",
    "\u0306",
    "\u0306\u0301",
    "\u0306\u0300",
    "\u0306\u0309",
    "\u0306\u0303",
    "\u0306\u0323"
  };
  private static final String VNI_SINGLE_LETTERS = "ôöñæóòîíì";
  private static final String VNI_SINGLES = "ơưđỉĩịỵíì";

  /** The letters as written, or nothing when there is a character that it has not. */
  abstract Optional<String> letters(String text);

  /**
   * Reads a text as written in this alphabet.
   *
   * @param text what it looks like as Western European letters
   * @return the Vietnamese in NFC, empty when a character has no meaning here
   */
  public Optional<String> decode(String text) {
    return letters(text).map(LegacyAlphabet::restoreCapitals);
  }

  /**
   * Words in capitals came out with small letters where only the font knew: ĐẶNG typed as §ÆNG
   * decodes to ĐặNG.
   */
  private static String restoreCapitals(String decoded) {
    return isCapitals(decoded)
        ? decoded.toUpperCase(Locale.ROOT)
        : Words.PATTERN
            .matcher(decoded)
            .replaceAll(
                word ->
                    isCapitals(word.group())
                        ? word.group().toUpperCase(Locale.ROOT)
                        : word.group());
  }

  private static boolean isCapitals(String text) {
    return text.chars().noneMatch(c -> c >= 'a' && c <= 'z')
        && text.chars().filter(Character::isUpperCase).count() >= 2;
  }
}
