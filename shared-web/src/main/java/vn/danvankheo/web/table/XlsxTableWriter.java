package vn.danvankheo.web.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list as a workbook of one sheet: typed cells, headings frozen and with filters. */
public final class XlsxTableWriter implements TableWriter {
  private final XlsxWorkbook workbook;
  private final List<TableColumn> columns;

  /**
   * Begins a list and writes its headings.
   *
   * @param out where to
   * @param sheetName up to 31 characters, none of {@code []:*?/\}
   * @param columns at least one
   * @throws IOException when the stream is gone
   */
  public XlsxTableWriter(OutputStream out, String sheetName, List<TableColumn> columns)
      throws IOException {
    this.columns = List.copyOf(columns);
    workbook = new XlsxWorkbook(out, 1);
    List<SheetLayout.Column> layout =
        columns.stream().map(it -> new SheetLayout.Column(it.width(), CellStyle.PLAIN)).toList();
    workbook.sheet(new SheetLayout(sheetName, layout, 1, true, List.of()));
    workbook.row(
        columns.stream().map(column -> new Cell(column.heading(), CellStyle.HEADING)).toList());
  }

  @Override
  public void row(List<? extends @Nullable Object> cells) throws IOException {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(
          cells.size() + " cells for " + columns.size() + " columns");
    }
    List<Cell> row = new ArrayList<>(cells.size());
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = Cell.of(cells.get(i));
      boolean money = columns.get(i).kind() == TableColumn.Kind.MONEY;
      row.add(
          money && cell.style() == CellStyle.NUMBER
              ? new Cell(cell.value(), CellStyle.MONEY)
              : cell);
    }
    workbook.row(row);
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }
}
