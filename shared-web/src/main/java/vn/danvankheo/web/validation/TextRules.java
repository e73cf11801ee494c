package vn.danvankheo.web.validation;

/** Which characters a text may have. */
public final class TextRules {
  private TextRules() {}

  /**
   * Whether a text can be stored and shown: no unpaired surrogates, no control characters but tab
   * and line ends, none of Unicode's noncharacters.
   *
   * @param text any text
   * @return false when some character must be refused
   */
  public static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)) {
        if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return false;
        }
        i++;
        if ((Character.toCodePoint(c, text.charAt(i)) & 0xFFFE) == 0xFFFE) {
          return false;
        }
      } else if (!isStorable(c)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a text stands on one line.
   *
   * @param text a text that can be stored
   * @return false when it has tabs or line ends
   */
  public static boolean isOneLine(String text) {
    return text.chars().noneMatch(c -> c < ' ' || c == 0x2028 || c == 0x2029);
  }

  private static boolean isStorable(char c) {
    if (c < ' ') {
      return c == '\t' || c == '\n' || c == '\r';
    }
    return !(c >= 0x7F && c <= 0x9F)
        && !Character.isLowSurrogate(c)
        && !(c >= 0xFDD0 && c <= 0xFDEF)
        && c < 0xFFFE
        && !isDirectionOverride(c);
  }

  /** These make a text look like another one. */
  private static boolean isDirectionOverride(char c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }
}
