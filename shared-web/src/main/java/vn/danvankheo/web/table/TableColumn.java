package vn.danvankheo.web.table;

/**
 * One column of a list.
 *
 * @param heading the words above it
 * @param kind what its cells hold
 * @param width characters that should fit in its breadth, 1 to 255
 */
public record TableColumn(String heading, Kind kind, int width) {
  /** What a column's cells hold. */
  public enum Kind {
    /** Strings; a code with leading zeros stays as it is. */
    TEXT,
    /** Integers and decimals, shown plain. */
    NUMBER,
    /** Whole đồng, shown with thousands separators. */
    MONEY,
    /** {@code LocalDate}. */
    DATE,
    /** {@code Instant}; a spreadsheet shows it in Vietnam's time, a CSV in UTC. */
    INSTANT
  }

  /**
   * A column of strings.
   *
   * @param heading the words above it
   * @param width characters that should fit in its breadth
   * @return the column
   */
  public static TableColumn text(String heading, int width) {
    return new TableColumn(heading, Kind.TEXT, width);
  }
}
