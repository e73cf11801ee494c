package vn.danvankheo.command.importing.reading;

import java.util.List;

/**
 * A row that holds something.
 *
 * @param number 1-based, as a spreadsheet counts
 * @param cells those that hold something, by ascending column; at least one
 */
public record TableRow(int number, List<TableCell> cells) {
  /** Keeps its own copy of the cells. */
  public TableRow {
    cells = List.copyOf(cells);
  }

  /**
   * The address of one of its cells.
   *
   * @param column 0-based
   * @return such as {@code F12}
   */
  public String address(int column) {
    return address(number, column);
  }

  /**
   * The address of a cell.
   *
   * @param row 1-based
   * @param column 0-based
   * @return such as {@code F12}
   */
  public static String address(int row, int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
      letters.insert(0, (char) ('A' + rest % 26));
    }
    return letters.append(row).toString();
  }
}
