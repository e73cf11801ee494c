package vn.danvankheo.events.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Search folding, see {@link VietnameseText#fold}. */
final class Folding {
  /** The province wrote its own name both ways; its present official spelling is the key. */
  private static final Pattern BAC_CAN = Pattern.compile("\\bbac can\\b");

  private Folding() {}

  static String fold(String text) {
    String plain = plainLetters(Normalizer.normalize(text, Normalizer.Form.NFKD));
    return BAC_CAN.matcher(unifySpelling(plain)).replaceAll("bac kan");
  }

  /** Lower case, no marks, one blank between words, one kind of dash and quote. */
  private static String plainLetters(String decomposed) {
    StringBuilder plain = new StringBuilder(decomposed.length());
    boolean blankDue = false;
    for (int i = 0, c; i < decomposed.length(); i += Character.charCount(c)) {
      c = decomposed.codePointAt(i);
      if (Characters.isBlank(c)) {
        blankDue = true;
      } else if (!Characters.isMark(c) && !Characters.isInvisible(c)) {
        if (blankDue && plain.length() > 0) {
          plain.append(' ');
        }
        blankDue = false;
        plain.appendCodePoint(plainCharacter(c));
      }
    }
    return plain.toString();
  }

  private static int plainCharacter(int character) {
    if (Characters.isDash(character)) {
      return '-';
    }
    if (Characters.isDoubleQuote(character)) {
      return '"';
    }
    return Characters.isSingleQuote(character)
        ? '\''
        : Characters.plainD(Character.toLowerCase(character));
  }

  /** Writes i for spelling's y, and tells an apostrophe inside a word from a quotation mark. */
  private static String unifySpelling(String plain) {
    StringBuilder unified = new StringBuilder(plain);
    for (int i = 0; i < unified.length(); i++) {
      char c = unified.charAt(i);
      if (c == 'y' && !isPartOfDiphthong(plain, i)) {
        unified.setCharAt(i, 'i');
      } else if (c == '\'' && !isInsideWord(plain, i)) {
        unified.setCharAt(i, '"');
      }
    }
    return unified.toString();
  }

  /** After a vowel y is a sound of its own (tay, thủy); the u of {@code qu} is no vowel. */
  private static boolean isPartOfDiphthong(String plain, int at) {
    if (at == 0 || !Characters.isVowel(plain.charAt(at - 1))) {
      return false;
    }
    return plain.charAt(at - 1) != 'u' || at == 1 || plain.charAt(at - 2) != 'q';
  }

  private static boolean isInsideWord(String plain, int at) {
    return at > 0
        && at + 1 < plain.length()
        && Character.isLetterOrDigit(plain.charAt(at - 1))
        && Character.isLetterOrDigit(plain.charAt(at + 1));
  }
}
