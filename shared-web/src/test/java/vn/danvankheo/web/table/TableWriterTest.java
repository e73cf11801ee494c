package vn.danvankheo.web.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class TableWriterTest {
  private static final List<TableColumn> COLUMNS =
      List.of(
          TableColumn.text("Tên mô hình", 40),
          new TableColumn("Số hộ", TableColumn.Kind.NUMBER, 10),
          new TableColumn("Kinh phí", TableColumn.Kind.MONEY, 18),
          new TableColumn("Từ ngày", TableColumn.Kind.DATE, 12),
          new TableColumn("Cập nhật", TableColumn.Kind.INSTANT, 20));
  private static final List<Object> ROW =
      Arrays.asList(
          "Nhà sạch, “vườn đẹp”",
          new BigDecimal("1.5"),
          1_250_000_000L,
          LocalDate.of(2024, 3, 1),
          Instant.parse("2024-06-30T17:15:00Z"));

  @Test
  void csvHasAByteOrderMarkQuotesAndPlainValues() throws IOException {
    assertThat(csv(ROW))
        .isEqualTo(
            "\uFEFFTên mô hình,Số hộ,Kinh phí,Từ ngày,Cập nhật\r\n"
                + "\"Nhà sạch, “vườn đẹp”\",1.5,1250000000,2024-03-01,2024-06-30T17:15:00Z\r\n");
    assertThat(csv(Arrays.asList("nói \"khéo\"\nlàm khéo", null, -5, null, null)))
        .endsWith("\r\n\"nói \"\"khéo\"\"\nlàm khéo\",,-5,,\r\n");
  }

  @Test
  void formulasInCsvAreNeutralisedAndComeBackAsTheyWere() throws IOException {
    for (String attack : List.of("=1+1", "+84 912", "-2", "@SUM(A1)", "\tx", "＝1")) {
      assertThat(SpreadsheetSafe.neutralise(attack)).isEqualTo("'" + attack);
      assertThat(SpreadsheetSafe.restore("'" + attack)).isEqualTo(attack);
    }
    assertThat(csv(Arrays.asList("=cmd|' /C calc'!A0", null, null, null, null)))
        .contains("'=cmd|' /C calc'!A0");
    assertThat(SpreadsheetSafe.restore("'Dân vận'")).isEqualTo("'Dân vận'");
  }

  @Test
  void workbookCellsAreTyped() throws Exception {
    Map<String, Document> parts = workbook(ROW);
    Document sheet = parts.get("xl/worksheets/sheet1.xml");
    assertThat(cell(sheet, "A1")).isEqualTo("inlineStr HEADING Tên mô hình");
    assertThat(cell(sheet, "A2")).isEqualTo("inlineStr TEXT Nhà sạch, “vườn đẹp”");
    assertThat(cell(sheet, "B2")).isEqualTo(" NUMBER 1.5");
    assertThat(cell(sheet, "C2")).isEqualTo(" MONEY 1250000000");
    assertThat(cell(sheet, "D2")).isEqualTo(" DATE 45352");
    assertThat(cell(sheet, "E2")).isEqualTo(" INSTANT 45474.0104166667");
  }

  @Test
  void workbookTextIsNeverAFormula() throws Exception {
    Document sheet =
        workbook(Arrays.asList("=1+1", null, null, null, null)).get("xl/worksheets/sheet1.xml");
    assertThat(cell(sheet, "A2")).isEqualTo("inlineStr TEXT_LIKE_FORMULA =1+1");
    assertThat(sheet.getElementsByTagName("f").getLength()).isZero();
  }

  @Test
  void workbookKeepsCharactersThatXmlForbids() throws Exception {
    Document sheet =
        workbook(Arrays.asList("a\u0001<&>\" _x0041_\n😀", null, null, null, null))
            .get("xl/worksheets/sheet1.xml");
    assertThat(cell(sheet, "A2")).endsWith(" a_x0001_<&>\" _x005F_x0041_\n😀");
  }

  @Test
  void workbookHeadingsAreFrozenFilteredAndRepeatedInPrint() throws Exception {
    Map<String, Document> parts = workbook(ROW);
    assertThat(parts.keySet().iterator().next()).isEqualTo("[Content_Types].xml");
    Document sheet = parts.get("xl/worksheets/sheet1.xml");
    assertThat(first(sheet, "pane").getAttribute("state")).isEqualTo("frozen");
    assertThat(first(sheet, "autoFilter").getAttribute("ref")).isEqualTo("A1:E2");
    NodeList names = parts.get("xl/workbook.xml").getElementsByTagName("definedName");
    assertThat(names.item(0).getTextContent()).isEqualTo("'Danh sách'!$A$1:$E$2");
    assertThat(names.item(1).getTextContent()).isEqualTo("'Danh sách'!$1:$1");
    NodeList styles =
        parts.get("xl/styles.xml").getElementsByTagName("cellXfs").item(0).getChildNodes();
    assertThat(styles.getLength()).isEqualTo(CellStyle.values().length);
  }

  @Test
  void theSameListGivesTheSameBytes() throws IOException {
    assertThat(xlsx(ROW)).isEqualTo(xlsx(ROW));
  }

  @Test
  void columnsAreNamedAsInASpreadsheet() {
    assertThat(List.of(SheetPart.columnName(0), SheetPart.columnName(25)))
        .containsExactly("A", "Z");
    assertThat(SheetPart.columnName(26)).isEqualTo("AA");
    assertThat(SheetPart.columnName(702)).isEqualTo("AAA");
  }

  @Test
  void aRowOfAnotherWidthOrTypeIsRefused() {
    assertThatThrownBy(() -> csv(List.of("one"))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> xlsx(List.of("one"))).isInstanceOf(IllegalArgumentException.class);
    List<Object> odd = Arrays.asList(new StringBuilder(), null, null, null, null);
    assertThatThrownBy(() -> csv(odd)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> xlsx(odd)).isInstanceOf(IllegalArgumentException.class);
  }

  private interface Opening {
    TableWriter open(OutputStream out) throws IOException;
  }

  private static byte[] written(Opening opening, List<?> row) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TableWriter table = opening.open(out)) {
      table.row(row);
    }
    return out.toByteArray();
  }

  private static String csv(List<?> row) throws IOException {
    return new String(written(out -> new CsvTableWriter(out, COLUMNS), row), UTF_8);
  }

  private static byte[] xlsx(List<?> row) throws IOException {
    return written(out -> new XlsxTableWriter(out, "Danh sách", COLUMNS), row);
  }

  private static Map<String, Document> workbook(List<?> row) throws Exception {
    Map<String, Document> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(xlsx(row)))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(
            entry.getName(),
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(zip.readAllBytes())));
      }
    }
    return parts;
  }

  private static String cell(Document sheet, String address) {
    NodeList cells = sheet.getElementsByTagName("c");
    for (int i = 0; i < cells.getLength(); i++) {
      Element cell = (Element) cells.item(i);
      if (cell.getAttribute("r").equals(address)) {
        CellStyle style = CellStyle.values()[Integer.parseInt(cell.getAttribute("s"))];
        return cell.getAttribute("t") + " " + style + " " + cell.getTextContent();
      }
    }
    throw new AssertionError("no cell " + address);
  }

  private static Element first(Document document, String name) {
    return (Element) document.getElementsByTagName(name).item(0);
  }
}
