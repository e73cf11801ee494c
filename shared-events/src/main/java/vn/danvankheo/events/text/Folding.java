package vn.danvankheo.events.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Search folding, see {@link VietnameseText#fold}. Characters are decomposed one by one, which the
 * most frequent have been beforehand: the order of marks makes no difference, since all fall away.
 */
final class Folding {
  /** The province wrote its own name both ways; its present official spelling is the key. */
  private static final Pattern BAC_CAN = Pattern.compile("\\bbac can\\b");

  private static final String FORMER = "bac can";

  /** Latin letters, marks and punctuation. */
  private static final int KNOWN = 0x2070;

  private static final char NOTHING = '\uFFFF';
  private static final char SEVERAL = '\uFFFE';
  private static final String PLAIN = known();

  private final StringBuilder plain;
  private boolean blankDue;

  private Folding(int length) {
    this.plain = new StringBuilder(length);
  }

  static String fold(String text) {
    Folding folding = new Folding(text.length());
    folding.add(text);
    unifySpelling(folding.plain);
    String folded = folding.plain.toString();
    return folded.contains(FORMER) ? BAC_CAN.matcher(folded).replaceAll("bac kan") : folded;
  }

  private static String known() {
    StringBuilder known = new StringBuilder(KNOWN);
    for (char c = 0; c < KNOWN; c++) {
      Folding one = new Folding(1);
      one.decompose(c);
      if (one.plain.length() == 0) {
        known.append(one.blankDue ? ' ' : NOTHING);
      } else {
        known.append(one.plain.length() == 1 && !one.blankDue ? one.plain.charAt(0) : SEVERAL);
      }
    }
    return known.toString();
  }

  /** Lower case, no marks, one blank between words, one kind of dash and quote. */
  private void add(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char known = c < KNOWN ? PLAIN.charAt(c) : SEVERAL;
      if (known == SEVERAL) {
        int character = text.codePointAt(i);
        decompose(character);
        i += Character.charCount(character) - 1;
      } else if (known == ' ') {
        blankDue = true;
      } else if (known != NOTHING) {
        append(known);
      }
    }
  }

  private void decompose(int character) {
    String decomposed = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD);
    for (int i = 0, c; i < decomposed.length(); i += Character.charCount(c)) {
      c = decomposed.codePointAt(i);
      if (Characters.isBlank(c)) {
        blankDue = true;
      } else if (!Characters.isMark(c) && !Characters.isInvisible(c)) {
        append(plainCharacter(c));
      }
    }
  }

  private void append(int character) {
    if (blankDue && plain.length() > 0) {
      plain.append(' ');
    }
    blankDue = false;
    plain.appendCodePoint(character);
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
  private static void unifySpelling(StringBuilder plain) {
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c == 'y' && !isPartOfDiphthong(plain, i)) {
        plain.setCharAt(i, 'i');
      } else if (c == '\'' && !isInsideWord(plain, i)) {
        plain.setCharAt(i, '"');
      }
    }
  }

  /** After a vowel y is a sound of its own (tay, thủy); the u of {@code qu} is no vowel. */
  private static boolean isPartOfDiphthong(CharSequence plain, int at) {
    if (at == 0 || !Characters.isVowel(plain.charAt(at - 1))) {
      return false;
    }
    return plain.charAt(at - 1) != 'u' || at == 1 || plain.charAt(at - 2) != 'q';
  }

  private static boolean isInsideWord(CharSequence plain, int at) {
    return at > 0
        && at + 1 < plain.length()
        && Character.isLetterOrDigit(plain.charAt(at - 1))
        && Character.isLetterOrDigit(plain.charAt(at + 1));
  }
}
