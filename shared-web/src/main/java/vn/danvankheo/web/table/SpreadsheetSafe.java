package vn.danvankheo.web.table;

/**
 * Keeps texts from being run as formulas where a format has no types: a text that begins like a
 * formula gets an apostrophe before it, which spreadsheets show as nothing. Reading takes it off.
 */
public final class SpreadsheetSafe {
  private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

  private SpreadsheetSafe() {}

  /**
   * Whether a spreadsheet could take a text for a formula.
   *
   * @param text a cell's text
   * @return true when its first character starts one
   */
  public static boolean looksLikeFormula(String text) {
    return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
  }

  /**
   * A text as it is safe in a CSV file.
   *
   * @param text a cell's text
   * @return the text, behind an apostrophe where it needs one
   */
  public static String neutralise(String text) {
    return looksLikeFormula(text) ? "'" + text : text;
  }

  /**
   * The text that {@link #neutralise} was given.
   *
   * @param text a cell's text as read
   * @return the text without the protecting apostrophe
   */
  public static String restore(String text) {
    return text.startsWith("'") && looksLikeFormula(text.substring(1)) ? text.substring(1) : text;
  }
}
