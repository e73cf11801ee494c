package vn.danvankheo.web.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a workbook sheet by sheet and row by row, holding one row at a time. The same calls give
 * the same bytes: no date, name or random number of the writing gets in.
 */
public final class XlsxWorkbook implements Closeable {
  /** The rows of a sheet, its headings among them. */
  public static final int MOST_ROWS = 1_048_576;

  private final ZipOutputStream zip;
  private final int announcedSheets;
  private final List<SheetPart> sheets = new ArrayList<>();

  /**
   * Begins a workbook.
   *
   * @param out where to; it stays open
   * @param sheets how many sheets will follow; programs that sniff want to read it first
   * @throws IOException when the stream is gone
   */
  public XlsxWorkbook(OutputStream out, int sheets) throws IOException {
    zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    announcedSheets = sheets;
    part("[Content_Types].xml", WorkbookParts.contentTypes(sheets));
    part("_rels/.rels", WorkbookParts.ROOT_RELATIONSHIPS);
    part("xl/_rels/workbook.xml.rels", WorkbookParts.relationships(sheets));
    part("xl/styles.xml", CellStyle.STYLES);
  }

  /**
   * The address of a part of a column, for {@link SheetLayout.Choice#source}.
   *
   * @param sheet the sheet's name
   * @param column 0-based
   * @param fromRow the first 1-based row
   * @param toRow the last one
   * @return such as {@code 'Danh mục'!$A$2:$A$5}
   */
  public static String range(String sheet, int column, int fromRow, int toRow) {
    String name = SheetPart.columnName(column);
    return "'%s'!$%s$%d:$%s$%d".formatted(sheet.replace("'", "''"), name, fromRow, name, toRow);
  }

  /**
   * Completes the sheet before and begins the next one.
   *
   * @param layout how it looks
   * @throws IOException when the stream is gone
   */
  public void sheet(SheetLayout layout) throws IOException {
    endSheet();
    begin("xl/worksheets/sheet" + (sheets.size() + 1) + ".xml");
    SheetPart sheet = new SheetPart(layout);
    sheets.add(sheet);
    write(sheet.head());
  }

  /**
   * Writes the next row of the sheet.
   *
   * @param cells from the first column on
   * @throws IOException when the stream is gone
   * @throws IllegalStateException when no sheet was begun, or it is full
   */
  public void row(List<Cell> cells) throws IOException {
    row(cells, 0);
  }

  /**
   * The same with a height.
   *
   * @param cells from the first column on
   * @param lines how many lines of text it is high; 0 leaves it to whoever opens the workbook
   * @throws IOException when the stream is gone
   */
  public void row(List<Cell> cells, int lines) throws IOException {
    if (sheets.isEmpty()) {
      throw new IllegalStateException("No sheet was begun");
    }
    write(sheets.get(sheets.size() - 1).row(cells, lines));
  }

  /** Completes the workbook; the stream beneath stays open for its owner to close. */
  @Override
  public void close() throws IOException {
    endSheet();
    if (sheets.size() != announcedSheets) {
      throw new IllegalStateException(sheets.size() + " sheets, announced " + announcedSheets);
    }
    part("xl/workbook.xml", WorkbookParts.workbook(sheets));
    zip.finish();
  }

  private void endSheet() throws IOException {
    if (!sheets.isEmpty()) {
      write(sheets.get(sheets.size() - 1).tail());
      zip.closeEntry();
    }
  }

  private void part(String name, String xml) throws IOException {
    begin(name);
    write(xml);
    zip.closeEntry();
  }

  private void begin(String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(ZipTime.NONE);
    zip.putNextEntry(entry);
    write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
  }

  private void write(String xml) throws IOException {
    zip.write(xml.getBytes(StandardCharsets.UTF_8));
  }
}
