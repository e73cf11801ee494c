package vn.danvankheo.web.table;

import java.util.List;

/**
 * How a sheet looks.
 *
 * @param name up to 31 characters, none of {@code []:*?/\}
 * @param columns its columns from the first on
 * @param headingRow the 1-based row of the headings: frozen with all above it, repeated on each
 *     printed page; 0 for none
 * @param filtered whether the headings carry filters
 * @param choices columns that offer a list to choose from
 * @param title printed above each page; empty for none
 */
public record SheetLayout(
    String name,
    List<Column> columns,
    int headingRow,
    boolean filtered,
    List<Choice> choices,
    String title) {
  /**
   * A sheet without a title.
   *
   * @param name up to 31 characters, none of {@code []:*?/\}
   * @param columns its columns from the first on
   * @param headingRow the 1-based row of the headings
   * @param filtered whether the headings carry filters
   * @param choices columns that offer a list to choose from
   */
  public SheetLayout(
      String name, List<Column> columns, int headingRow, boolean filtered, List<Choice> choices) {
    this(name, columns, headingRow, filtered, choices, "");
  }

  /**
   * One column.
   *
   * @param width its breadth in characters, 1 to 255
   * @param style how what people type into its empty cells looks and is understood
   */
  public record Column(int width, CellStyle style) {}

  /**
   * A column whose cells offer a list.
   *
   * @param column 0-based
   * @param fromRow the first 1-based row that offers it
   * @param toRow the last one
   * @param source the cells of another sheet that hold the list, such as {@code 'Mã'!$A$2:$A$5}
   * @param prompt what is said when another value is typed
   */
  public record Choice(int column, int fromRow, int toRow, String source, String prompt) {}
}
