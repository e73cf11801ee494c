package vn.danvankheo.events.text;

/** Classes of characters that the foldings share. */
final class Characters {
  private static final String SINGLE_QUOTES = "'`´‘’‚‛′ʼʻ";
  private static final String DOUBLE_QUOTES = "\"“”„‟«»″❝❞〝〞＂";
  private static final String INVISIBLE = "\u00AD\u200B\u200C\u200D\u2060\uFEFF";

  private Characters() {}

  static boolean isBlank(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.isISOControl(character);
  }

  static boolean isInvisible(int character) {
    return INVISIBLE.indexOf(character) >= 0;
  }

  static boolean isAround(int character) {
    return isBlank(character) || isInvisible(character);
  }

  static boolean isSingleQuote(int character) {
    return SINGLE_QUOTES.indexOf(character) >= 0;
  }

  static boolean isDoubleQuote(int character) {
    return DOUBLE_QUOTES.indexOf(character) >= 0;
  }

  static boolean isDash(int character) {
    return Character.getType(character) == Character.DASH_PUNCTUATION || character == '\u2212';
  }

  static boolean isMark(int character) {
    int type = Character.getType(character);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  /** The letter d for every character that people type for đ, among them the Icelandic Ð. */
  static int plainD(int lowerCase) {
    return lowerCase == 'đ' || lowerCase == 'ð' || lowerCase == 'ɖ' ? 'd' : lowerCase;
  }

  static boolean isVowel(int plainLetter) {
    return "aeiouy".indexOf(plainLetter) >= 0;
  }
}
