package vn.danvankheo.query.reporting.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.web.table.Cell;
import vn.danvankheo.web.table.CellStyle;
import vn.danvankheo.web.table.SheetLayout;
import vn.danvankheo.web.table.XlsxWorkbook;

/** A paper's tables as a workbook: typed cells, frozen headings, filters; what proves it last. */
final class XlsxPaper {
  private static final int WIDE = 100;

  private static final int LETTERS = 150;

  /** What the button of a filter takes of a heading. */
  private static final int FILTER = 2;

  private XlsxPaper() {}

  static byte[] of(Paper paper) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XlsxWorkbook workbook = new XlsxWorkbook(out, paper.appendices().size() + 1)) {
      for (Paper.Sheet sheet : paper.appendices()) {
        write(workbook, sheet);
      }
      workbook.sheet(
          new SheetLayout(
              "Xác thực",
              List.of(new SheetLayout.Column(WIDE, CellStyle.TEXT)),
              0,
              false,
              List.of()));
      for (String line : paper.foot().lines()) {
        workbook.row(List.of(Cell.of(line)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return StoredZip.again(out.toByteArray());
  }

  private static void write(XlsxWorkbook workbook, Paper.Sheet sheet) throws IOException {
    int[] letters = Columns.letters(sheet, LETTERS);
    List<SheetLayout.Column> columns = new ArrayList<>();
    for (int i = 0; i < sheet.columns().size(); i++) {
      columns.add(new SheetLayout.Column(letters[i] + FILTER, CellStyle.PLAIN));
    }
    workbook.sheet(new SheetLayout(sheet.name(), columns, 1, true, List.of(), sheet.title()));
    workbook.row(
        sheet.columns().stream().map(heading -> new Cell(heading, CellStyle.HEADING)).toList(),
        lines(sheet.columns(), letters));
    for (List<? extends @Nullable Object> row : sheet.rows()) {
      List<Cell> cells = new ArrayList<>();
      row.forEach(value -> cells.add(Cell.of(value)));
      workbook.row(cells, lines(row, letters));
    }
  }

  /** How many lines the fullest cell takes; not every program finds out by itself. */
  private static int lines(List<? extends @Nullable Object> row, int[] letters) {
    int most = 1;
    for (int i = 0; i < row.size(); i++) {
      int lines = 1;
      int used = 0;
      for (String word : Shown.of(row.get(i)).split(" ", -1)) {
        if (used > 0 && used + 1 + word.length() > letters[i]) {
          lines++;
          used = 0;
        }
        used += (used > 0 ? 1 : 0) + word.length();
      }
      most = Math.max(most, lines);
    }
    return most;
  }
}
