package vn.danvankheo.command.importing.reading;

/**
 * A cell that holds something.
 *
 * @param column 0-based
 * @param kind what it holds
 * @param text the exact text, a number in plain digits with a point, or {@code TRUE} or {@code
 *     FALSE}; of a formula its source
 */
public record TableCell(int column, Kind kind, String text) {
  /** No cell of a workbook holds more characters. */
  public static final int LONGEST_TEXT = 32_767;

  /** What a cell holds. */
  public enum Kind {
    TEXT,
    NUMBER,
    /** A number shown as a day: days since the workbook's day zero. */
    DATE_SERIAL,
    BOOLEAN,
    /** A formula's error, such as {@code #N/A}. */
    ERROR,
    /** A formula; it is never evaluated, nor its last result believed. */
    FORMULA,
    /** A text longer than a cell can be; the rest was left out. */
    OVERLONG
  }
}
