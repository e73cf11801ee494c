package vn.danvankheo.events.text;

import java.text.Normalizer;

/**
 * Vietnamese collation as a string, see {@link VietnameseText#sortKey}.
 *
 * <p>The letters come first: a letter with breve, circumflex, horn or bar is its plain letter and a
 * character behind z, so that ă stands between every a-something and b. Then, after a character
 * lower than a blank, one digit for the tone of each word. Words are never compared by tone before
 * all letters are, as dictionaries and CLDR do it.
 */
final class SortKey {
  private static final char FIRST_VARIANT = '{';
  private static final char SECOND_VARIANT = '|';
  private static final char FOREIGN = '}';
  private static final char TONES_FOLLOW = '\t';
  private static final String TONE_MARKS = "\u0300\u0309\u0303\u0301\u0323";
  private static final int BREVE = '\u0306';
  private static final int CIRCUMFLEX = '\u0302';
  private static final int HORN = '\u031B';

  private final String decomposed;
  private final StringBuilder letters = new StringBuilder();
  private final StringBuilder tones = new StringBuilder();
  private boolean blankDue;
  private char tone = '0';

  private SortKey(String decomposed) {
    this.decomposed = decomposed;
  }

  static String of(String text) {
    return new SortKey(Normalizer.normalize(text, Normalizer.Form.NFKD)).build();
  }

  private String build() {
    int at = 0;
    while (at < decomposed.length()) {
      int character = decomposed.codePointAt(at);
      if (Character.isDigit(character)) {
        at = number(at);
      } else {
        at += Character.charCount(character);
        if (Character.isLetter(character)) {
          at = letter(character, at);
        } else if (!Characters.isMark(character) && !Characters.isInvisible(character)) {
          blankDue = true;
        }
      }
    }
    endWord();
    return letters.toString() + TONES_FOLLOW + tones.toString().replaceFirst("0+$", "");
  }

  private void beginCharacter() {
    if (blankDue && letters.length() > 0) {
      endWord();
      letters.append(' ');
    }
    blankDue = false;
  }

  private void endWord() {
    tones.append(tone);
    tone = '0';
  }

  /** A number sorts by how many digits it has, then by them: 9 before 10. */
  private int number(int from) {
    StringBuilder digits = new StringBuilder();
    int at = from;
    while (at < decomposed.length() && Character.isDigit(decomposed.codePointAt(at))) {
      int digit = decomposed.codePointAt(at);
      if (digits.length() > 0 || Character.digit(digit, 10) > 0) {
        digits.append(Character.digit(digit, 10));
      }
      at += Character.charCount(digit);
    }
    beginCharacter();
    int count = digits.length();
    letters.append("9".repeat(count / 9)).append(count % 9).append(digits);
    return at;
  }

  private int letter(int letter, int behind) {
    beginCharacter();
    int lowerCase = Character.toLowerCase(letter);
    int plain = Characters.plainD(lowerCase);
    if (plain >= 'a' && plain <= 'z') {
      letters.append((char) plain);
    } else {
      letters.append(FOREIGN).appendCodePoint(plain);
    }
    if (plain != lowerCase) {
      letters.append(FIRST_VARIANT);
    }
    return marks(plain, behind);
  }

  private int marks(int plain, int from) {
    int at = from;
    while (at < decomposed.length() && Characters.isMark(decomposed.charAt(at))) {
      char mark = decomposed.charAt(at++);
      int toneIndex = TONE_MARKS.indexOf(mark);
      if (toneIndex >= 0 && tone == '0') {
        tone = (char) ('1' + toneIndex);
      } else if (mark == BREVE
          || (mark == CIRCUMFLEX && plain != 'a')
          || mark == HORN && plain == 'u') {
        letters.append(FIRST_VARIANT);
      } else if (mark == CIRCUMFLEX || mark == HORN) {
        letters.append(SECOND_VARIANT);
      }
    }
    return at;
  }
}
