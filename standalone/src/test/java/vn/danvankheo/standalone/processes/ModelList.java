package vn.danvankheo.standalone.processes;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook as Excel writes it, with a fault of a known kind in every tenth row. */
final class ModelList {
  private static final int FIRST_ROW = 2;
  private static final int ROWS_PER_FAULT = 10;
  private static final String NS = "http://schemas.openxmlformats.org/";
  private static final String RELATIONS =
      "<Relationships xmlns=\"" + NS + "package/2006/relationships\">";
  private static final List<String> HEADINGS =
      List.of(
          "Tên mô hình",
          "Loại hình",
          "Tên tập thể, cá nhân thực hiện",
          "Mã đơn vị đăng ký",
          "Năm",
          "Lĩnh vực",
          "Nội dung thực hiện",
          "Mục tiêu, chỉ tiêu",
          "Từ ngày",
          "Đến ngày",
          "Địa điểm",
          "Chức vụ người phụ trách",
          "Điện thoại liên hệ",
          "Căn cứ",
          "Nhiệm vụ trọng tâm",
          "Số người thụ hưởng");

  private final int rows;
  private final String unit;
  private final List<Fault> faults;
  private final List<String> shared = new ArrayList<>();

  /** A list of so many models of one unit. */
  ModelList(int rows, String unit) {
    this.rows = rows;
    this.unit = unit;
    this.faults = faults(unit);
  }

  /** What a cell is made of: a text, or XML that stands for itself. */
  private record Cell(String text, boolean raw) {}

  /** A fault: where it is told, by which code, and what makes it. */
  private record Fault(char column, String code, Consumer<Cell[]> planting) {}

  private static Fault fault(char column, String code, String text) {
    return new Fault(column, code, row -> row[column - 'A'] = new Cell(text, false));
  }

  private static Fault raw(char column, String code, String xml) {
    return new Fault(column, code, row -> row[column - 'A'] = new Cell(xml, true));
  }

  private static List<Fault> faults(String unit) {
    return List.of(
        fault('A', "REQUIRED", ""),
        fault('A', "TOO_SHORT", "Tổ"),
        fault('A', "TOO_LONG", "Tổ tự quản ".repeat(30)),
        fault('A', "DUPLICATE_IN_FILE", title(FIRST_ROW).toUpperCase(java.util.Locale.ROOT)),
        fault('A', "BROKEN_TEXT", "M� h�nh t� qu�n"),
        fault('B', "NOT_A_CHOICE", "Nhóm"),
        fault('D', "UNIT_UNKNOWN", "KHONG-CO"),
        fault('D', "NOT_YOUR_UNIT", unit + "-2"),
        fault('E', "NOT_A_WHOLE_NUMBER", "hai nghìn"),
        fault('E', "PLAN_NOT_ISSUED", "2031"),
        fault('E', "OUT_OF_RANGE", "1024"),
        fault('F', "NOT_A_CHOICE", "Lĩnh vực khác"),
        fault('G', "TOO_SHORT", "Chưa rõ"),
        fault('G', "CELL_TOO_LONG", "nội dung ".repeat(4_000)),
        fault('H', "OBJECTIVE_SYNTAX", "Nhiều hộ tham gia"),
        fault('I', "NOT_A_DATE", "31/02/2024"),
        fault('J', "END_BEFORE_START", "29/02/2024"),
        raw('K', "FORMULA", "t=\"str\"><f>HYPERLINK(\"http://x\")</f><v>x</v>"),
        raw('K', "CELL_ERROR", "t=\"e\"><v>#REF!</v>"),
        fault('M', "INVALID_PHONE", "0123"),
        fault('N', "LEGAL_BASIS_UNKNOWN", "1/KHONG-CO"),
        fault('O', "FOCUS_TASK_UNKNOWN", "NV9"),
        fault('P', "NOT_A_WHOLE_NUMBER", "1,5"),
        fault('Q', "NO_HEADING", "ghi chú"));
  }

  private static String title(int row) {
    return "Tổ tự quản số T" + row + " giữ gìn vệ sinh đường làng";
  }

  /** Which faults have to be told, as {@code A12 REQUIRED}, by row. */
  Map<Integer, String> planted() {
    Map<Integer, String> planted = new TreeMap<>();
    for (int row = FIRST_ROW; row < FIRST_ROW + rows; row++) {
      if (isWrong(row)) {
        planted.put(row, faultOf(row).column() + "" + row + " " + faultOf(row).code());
      }
    }
    return planted;
  }

  /** The rows that have to be registered. */
  List<Integer> good() {
    List<Integer> good = new ArrayList<>();
    for (int row = FIRST_ROW; row < FIRST_ROW + rows; row++) {
      if (!isWrong(row)) {
        good.add(row);
      }
    }
    return good;
  }

  private static boolean isWrong(int row) {
    return row % ROWS_PER_FAULT == 0;
  }

  private Fault faultOf(int row) {
    return faults.get(row / ROWS_PER_FAULT % faults.size());
  }

  private Cell[] row(int row) {
    String[] texts = {
      title(row),
      "Tập thể",
      "Chi bộ số " + row,
      unit,
      "2024",
      "Cải cách hành chính, xây dựng công sở",
      "Vận động "
          + (row % 97 + 20)
          + " hộ dân giữ gìn vệ sinh chung, mỗi tuần một buổi, tuyến số "
          + row,
      "Hộ ký cam kết | hộ | " + (row % 300 + 1),
      "01/03/2024",
      "31/12/2024",
      "Xóm số " + row % 500,
      "Bí thư Chi bộ",
      "0209 3 870 " + (100 + row % 900),
      "89/KH-UBND",
      "NV1",
      "1.200",
      ""
    };
    Cell[] cells = Arrays.stream(texts).map(text -> new Cell(text, false)).toArray(Cell[]::new);
    if (isWrong(row)) {
      faultOf(row).planting().accept(cells);
    }
    return cells;
  }

  /** Writes the workbook. */
  Path write(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      String types = NS + "officeDocument/2006/relationships";
      part(zip, "_rels/.rels", relations(types + "/officeDocument", "xl/workbook.xml"));
      part(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns=\""
              + NS
              + "spreadsheetml/2006/main\" xmlns:r=\""
              + types
              + "\"><sheets><sheet name=\"DS\" sheetId=\"1\" r:id=\"r0\"/></sheets></workbook>");
      part(
          zip,
          "xl/_rels/workbook.xml.rels",
          relations(
              types + "/worksheet", "worksheets/sheet1.xml",
              types + "/sharedStrings", "sharedStrings.xml"));
      sheet(zip);
      zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
      text(zip, "<sst xmlns=\"" + NS + "spreadsheetml/2006/main\">");
      for (String string : shared) {
        text(zip, "<si><t xml:space=\"preserve\">" + string + "</t></si>");
      }
      text(zip, "</sst>");
      zip.closeEntry();
    }
    return file;
  }

  private void sheet(ZipOutputStream zip) throws IOException {
    zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
    text(zip, "<worksheet xmlns=\"" + NS + "spreadsheetml/2006/main\"><sheetData>");
    Cell[] headings =
        HEADINGS.stream().map(heading -> new Cell(heading, false)).toArray(Cell[]::new);
    text(zip, xml(1, headings));
    for (int row = FIRST_ROW; row < FIRST_ROW + rows; row++) {
      text(zip, xml(row, row(row)));
    }
    text(zip, "</sheetData></worksheet>");
    zip.closeEntry();
  }

  private String xml(int row, Cell[] cells) {
    StringBuilder xml = new StringBuilder("<row r=\"" + row + "\">");
    for (int i = 0; i < cells.length; i++) {
      if (!cells[i].text().isEmpty()) {
        xml.append("<c r=\"").append((char) ('A' + i)).append(row).append("\" ");
        if (cells[i].raw()) {
          xml.append(cells[i].text());
        } else {
          xml.append("t=\"s\"><v>").append(shared.size()).append("</v>");
          shared.add(cells[i].text());
        }
        xml.append("</c>");
      }
    }
    return xml.append("</row>").toString();
  }

  private static String relations(String... kindsAndTargets) {
    StringBuilder xml = new StringBuilder(RELATIONS);
    for (int i = 0; i < kindsAndTargets.length; i += 2) {
      xml.append("<Relationship Id=\"r").append(i / 2);
      xml.append("\" Type=\"").append(kindsAndTargets[i]);
      xml.append("\" Target=\"").append(kindsAndTargets[i + 1]).append("\"/>");
    }
    return xml.append("</Relationships>").toString();
  }

  private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    text(zip, xml);
    zip.closeEntry();
  }

  private static void text(ZipOutputStream zip, String text) throws IOException {
    zip.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
