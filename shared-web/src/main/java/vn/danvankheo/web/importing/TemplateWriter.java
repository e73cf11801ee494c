package vn.danvankheo.web.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import vn.danvankheo.web.importing.ImportColumn.Kind;
import vn.danvankheo.web.table.Cell;
import vn.danvankheo.web.table.CellStyle;
import vn.danvankheo.web.table.CsvTableWriter;
import vn.danvankheo.web.table.SheetLayout;
import vn.danvankheo.web.table.TableColumn;
import vn.danvankheo.web.table.XlsxWorkbook;

/** Writes the empty form with its example row; the workbook has notes and codes beside it. */
public final class TemplateWriter {
  /** The sheet that is filled in. */
  public static final String DATA_SHEET = "Đăng ký mô hình";

  private static final String NOTES_SHEET = "Hướng dẫn";
  private static final int LAST_PREPARED_ROW = 10_001;

  private TemplateWriter() {}

  /**
   * Writes the form as a workbook.
   *
   * @param out where to; it stays open
   * @param lists what to offer for choosing
   * @throws IOException when the stream is gone
   */
  public static void xlsx(OutputStream out, TemplateLists lists) throws IOException {
    CodesSheet codes = new CodesSheet(lists);
    try (XlsxWorkbook workbook = new XlsxWorkbook(out, 3)) {
      workbook.sheet(dataLayout(codes));
      workbook.row(ModelTemplate.columns().stream().map(TemplateWriter::heading).toList());
      workbook.row(
          ModelTemplate.columns().stream()
              .map(column -> new Cell(column.example(), CellStyle.EXAMPLE))
              .toList());
      writeNotes(workbook);
      codes.write(workbook);
    }
  }

  /**
   * Writes the form as CSV.
   *
   * @param out where to; it stays open
   * @throws IOException when the stream is gone
   */
  public static void csv(OutputStream out) throws IOException {
    List<TableColumn> columns =
        ModelTemplate.columns().stream()
            .map(column -> TableColumn.text(column.heading(), column.width()))
            .toList();
    try (CsvTableWriter table = new CsvTableWriter(out, columns)) {
      table.row(ModelTemplate.columns().stream().map(ImportColumn::example).toList());
    }
  }

  private static Cell heading(ImportColumn column) {
    return new Cell(
        column.heading(), column.required() ? CellStyle.REQUIRED_HEADING : CellStyle.HEADING);
  }

  private static SheetLayout dataLayout(CodesSheet codes) {
    List<SheetLayout.Column> columns = new ArrayList<>();
    List<SheetLayout.Choice> choices = new ArrayList<>();
    for (ImportColumn column : ModelTemplate.columns()) {
      int index = columns.size();
      columns.add(new SheetLayout.Column(column.width(), typedStyle(column.kind())));
      codes
          .sourceFor(column)
          .ifPresent(
              source ->
                  choices.add(
                      new SheetLayout.Choice(
                          index, 2, LAST_PREPARED_ROW, source, "Hãy chọn trong danh sách.")));
    }
    return new SheetLayout(DATA_SHEET, columns, 1, false, choices);
  }

  private static CellStyle typedStyle(Kind kind) {
    if (kind == Kind.DATE) {
      return CellStyle.DATE;
    }
    return kind == Kind.INTEGER ? CellStyle.NUMBER : CellStyle.TEXT;
  }

  private static void writeNotes(XlsxWorkbook workbook) throws IOException {
    List<SheetLayout.Column> columns =
        List.of(
            new SheetLayout.Column(32, CellStyle.TEXT),
            new SheetLayout.Column(12, CellStyle.TEXT),
            new SheetLayout.Column(90, CellStyle.TEXT));
    workbook.sheet(new SheetLayout(NOTES_SHEET, columns, 0, false, List.of()));
    workbook.row(
        List.of(
            new Cell("HƯỚNG DẪN ĐIỀN DANH SÁCH ĐĂNG KÝ MÔ HÌNH DÂN VẬN KHÉO", CellStyle.TITLE)));
    for (String line : TemplateNotes.GENERAL) {
      workbook.row(List.of(new Cell(line, CellStyle.PLAIN)));
    }
    workbook.row(
        List.of(
            new Cell("Cột", CellStyle.HEADING),
            new Cell("Bắt buộc", CellStyle.HEADING),
            new Cell("Cách điền", CellStyle.HEADING)));
    for (ImportColumn column : ModelTemplate.columns()) {
      workbook.row(
          List.of(
              Cell.of(column.heading()),
              Cell.of(column.required() ? "Có" : "Không"),
              Cell.of(column.note())));
    }
  }
}
