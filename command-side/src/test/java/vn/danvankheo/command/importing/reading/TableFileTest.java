package vn.danvankheo.command.importing.reading;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.danvankheo.command.importing.reading.TableCell.Kind;
import vn.danvankheo.command.importing.reading.UnreadableFile.Reason;

class TableFileTest {
  @TempDir private Path folder;

  @Test
  void cellsOfEveryKindAreToldApart() throws IOException {
    Path file =
        Workbooks.of(
                """
                <row r="2"><c r="A2" t="s"><v>1</v></c><c r="C2" s="1"><v>45352.5</v></c>
                <c r="D2"><v>1.2000000000000002</v></c><c r="E2" t="b"><v>1</v></c>
                <c r="F2" t="e"><v>#N/A</v></c><c r="G2"><f>SUM(D2)</f><v>3</v></c>
                <c r="H2" t="inlineStr"><is><r><t>nông </t></r><r><t>thôn</t></r></is></c>
                <c r="I2" t="str"><v>chữ</v></c><c r="J2" s="2"><v>1E3</v></c></row>
                <row r="4"><c><v>7</v></c><c t="inlineStr"><is><t>=1+1</t></is></c></row>
                <row r="5"><c r="B5"/><c r="C5" t="inlineStr"><is><t> </t></is></c></row>
                """)
            .part(
                "xl/sharedStrings.xml",
                "<sst><si><t>không</t></si><si><r><t>một_x000A_</t></r>"
                    + "<rPh><t>x</t></rPh><r><t> hai</t></r></si></sst>")
            .part(
                "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"[$-42A]dd/mm/yyyy\"/>"
                    + "<numFmt numFmtId=\"171\" formatCode=\"0 &quot;day&quot;\"/></numFmts>"
                    + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>"
                    + "<xf numFmtId=\"0\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/></cellXfs>"
                    + "</styleSheet>")
            .write(folder.resolve("a.xlsx"));
    assertThat(rows(file))
        .containsExactly(
            new TableRow(
                2,
                List.of(
                    new TableCell(0, Kind.TEXT, "một\n hai"),
                    new TableCell(2, Kind.DATE_SERIAL, "45352.5"),
                    new TableCell(3, Kind.NUMBER, "1.2"),
                    new TableCell(4, Kind.BOOLEAN, "TRUE"),
                    new TableCell(5, Kind.ERROR, "#N/A"),
                    new TableCell(6, Kind.FORMULA, "=SUM(D2)"),
                    new TableCell(7, Kind.TEXT, "nông thôn"),
                    new TableCell(8, Kind.TEXT, "chữ"),
                    new TableCell(9, Kind.NUMBER, "1000"))),
            new TableRow(
                4,
                List.of(
                    new TableCell(0, Kind.NUMBER, "7"), new TableCell(1, Kind.FORMULA, "=1+1"))));
  }

  @Test
  void onlyVisibleSheetsCount() throws IOException {
    try (TableFile file = TableFile.open(Workbooks.of("").write(folder.resolve("a.xlsx")))) {
      assertThat(file.tables()).containsExactly("Danh sách");
      assertThat(file.dayZero()).isEqualTo(LocalDate.of(1899, 12, 30));
    }
  }

  @Test
  void workbooksOfOldMacsCountDaysFromAnotherDay() throws IOException {
    Path path =
        Workbooks.of("")
            .replacing("xl/workbook.xml", "<workbookPr/>", "<workbookPr date1904=\"1\"/>")
            .write(folder.resolve("a.xlsx"));
    try (TableFile file = TableFile.open(path)) {
      assertThat(file.dayZero()).isEqualTo(LocalDate.of(1904, 1, 1));
    }
  }

  @Test
  void aBombOfEqualBytesIsRefusedBeforeItUnpacks() throws IOException {
    String bomb = "<row><c t=\"inlineStr\"><is><t>a</t></is></c></row>".repeat(400_000);
    Path file = Workbooks.of(bomb).write(folder.resolve("bomb.xlsx"));
    assertThat(Files.size(file)).isLessThan(200_000);
    assertRefused(file, Reason.SUSPICIOUS_COMPRESSION);
  }

  @Test
  void aTextOfMegabytesIsRefused() throws IOException {
    byte[] noise = new byte[2 << 20];
    new Random(1).nextBytes(noise);
    StringBuilder text = new StringBuilder();
    for (byte b : noise) {
      text.append((char) ('a' + (b & 15)));
    }
    Path file =
        Workbooks.of("<row><c t=\"inlineStr\"><is><t>" + text + "</t></is></c></row>")
            .write(folder.resolve("long.xlsx"));
    assertRefused(file, Reason.SUSPICIOUS_COMPRESSION);
  }

  @Test
  void aTextLongerThanACellIsCutAndTold() throws IOException {
    String text = "a".repeat(TableCell.LONGEST_TEXT + 5);
    Path book =
        Workbooks.of("<row><c t=\"inlineStr\"><is><t>" + text + "</t></is></c></row>")
            .write(folder.resolve("a.xlsx"));
    Path csv = Files.writeString(folder.resolve("a.csv"), text + ",b\n");
    for (Path file : List.of(book, csv)) {
      TableCell cell = rows(file).get(0).cells().get(0);
      assertThat(cell.kind()).isEqualTo(Kind.OVERLONG);
      assertThat(cell.text()).hasSize(TableCell.LONGEST_TEXT);
    }
  }

  @Test
  void anArchiveOfTooManyPartsIsRefused() throws IOException {
    Workbooks many = Workbooks.of("");
    for (int i = 0; i < 2_001; i++) {
      many.part("part" + i, "");
    }
    assertRefused(many.write(folder.resolve("a.xlsx")), Reason.SUSPICIOUS_COMPRESSION);
  }

  @Test
  void entitiesAreNeitherFetchedNorExpanded() throws IOException {
    String doctype =
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b SYSTEM \"file:///etc/hostname\">]>";
    for (String entity : List.of("&a;", "&b;")) {
      Path file =
          Workbooks.of("")
              .part(
                  "xl/worksheets/a.xml",
                  doctype
                      + "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>"
                      + entity
                      + "</t></is></c></row></sheetData></worksheet>")
              .write(folder.resolve("a.xlsx"));
      assertRefused(file, Reason.DAMAGED_FILE);
    }
  }

  /** Each of these, in a file of a few hundred kilobytes, took minutes or all memory. */
  @Test
  void whatIsMadeToKeepTheReaderBusyIsRefusedOrPassedOver() throws IOException {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 60_000; i++) {
      many.append("<Relationship Id=\"r%d\" Target=\"x\"/>".formatted(i));
    }
    assertRefused(
        Workbooks.of("")
            .part("xl/_rels/workbook.xml.rels", "<Relationships>" + many + "</Relationships>")
            .write(folder.resolve("relationships.xlsx")),
        Reason.SUSPICIOUS_COMPRESSION);
    assertRefused(
        Workbooks.of("")
            .replacing(
                "xl/workbook.xml",
                "</sheets>",
                IntStream.range(0, 300)
                        .mapToObj("<sheet name=\"%d\" r:id=\"rId1\"/>"::formatted)
                        .collect(Collectors.joining())
                    + "</sheets>")
            .write(folder.resolve("sheets.xlsx")),
        Reason.SUSPICIOUS_COMPRESSION);
    assertRefused(
        Workbooks.of("<row>" + "<a>".repeat(200) + "</a>".repeat(200) + "</row>")
            .write(folder.resolve("deep.xlsx")),
        Reason.DAMAGED_FILE);
    assertRefused(file("a,".repeat(1 << 20).concat("\n").getBytes(UTF_8)), Reason.DAMAGED_FILE);
    String format = "<numFmt numFmtId=\"164\" formatCode=\"" + "[".repeat(1_000_000) + "\"/>";
    assertThat(
            rows(
                Workbooks.of("<row><c><v>1</v></c></row>")
                    .part(
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships><Relationship"
                            + " Id=\"rId1\" Type=\"/worksheet\" Target=\"worksheets/a.xml\"/>"
                            + "<Relationship Id=\"rId2\" Type=\"/styles\" Target=\"styles.xml\"/>"
                            + "</Relationships>")
                    .part("xl/styles.xml", "<styleSheet>" + format + "</styleSheet>")
                    .write(folder.resolve("styles.xlsx"))))
        .hasSize(1);
  }

  @Test
  void everySharedTextIsFoundWhereverItLies() throws IOException {
    for (int count : List.of(1, 16, 17, 1_000)) {
      StringBuilder texts = new StringBuilder();
      StringBuilder cells = new StringBuilder();
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int wanted = (i * 389 + 7) % count;
        texts.append("<si><t>chữ ").append(i).append("</t></si>");
        cells.append("<row><c t=\"s\"><v>").append(wanted).append("</v></c></row>");
        expected.add("chữ " + wanted);
      }
      Path file =
          Workbooks.of(cells.toString())
              .part("xl/sharedStrings.xml", "<sst>" + texts + "</sst>")
              .write(folder.resolve("a.xlsx"));
      assertThat(rows(file).stream().map(row -> row.cells().get(0).text())).isEqualTo(expected);
      assertThat(folder).isDirectoryNotContaining("glob:**.texts");
    }
  }

  @Test
  void whatIsNoTableIsToldApart() throws IOException {
    assertRefused(file(new byte[0]), Reason.EMPTY_FILE);
    byte[] oldWorkbook = new byte[600];
    System.arraycopy(
        new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, oldWorkbook, 0, 4);
    assertRefused(file(oldWorkbook), Reason.OLD_OR_LOCKED_WORKBOOK);
    assertRefused(file("%PDF-1.7\n\u0001\u0002".getBytes(UTF_8)), Reason.NOT_A_TABLE);
    for (String text : List.of("%PDF-1.4\n1 0 obj\n", "\n<html><table>", "{\\rtf1 danh sach}")) {
      assertRefused(file(text.getBytes(UTF_8)), Reason.NOT_A_TABLE);
    }
    Path letter =
        Workbooks.of("")
            .part("xl/workbook.xml", "<w:document xmlns:w=\"w\"><w:body/></w:document>")
            .write(folder.resolve("a.docx"));
    assertRefused(letter, Reason.NOT_A_TABLE);
    assertRefused(file("PK\u0003\u0004 and no more".getBytes(UTF_8)), Reason.DAMAGED_FILE);
    assertRefused(
        file("Größe,Äpfel,Öl,Übung\n".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)),
        Reason.UNKNOWN_ENCODING);
    Path otherArchive = Workbooks.of("").write(folder.resolve("a.zip"));
    byte[] renamed =
        new String(Files.readAllBytes(otherArchive), java.nio.charset.StandardCharsets.ISO_8859_1)
            .replace("xl/workbook.xml", "xl/warkbook.xml")
            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    assertRefused(file(renamed), Reason.NOT_A_TABLE);
  }

  @Test
  void damageAnywhereIsRefusedAndNeverAnotherError() throws IOException {
    Path good =
        Workbooks.of("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>5</v></c></row>")
            .part("xl/sharedStrings.xml", "<sst><si><t>một</t></si></sst>")
            .write(folder.resolve("good.xlsx"));
    byte[] bytes = Files.readAllBytes(good);
    Random random = new Random(42);
    for (int i = 0; i < 400; i++) {
      byte[] damaged = bytes.clone();
      for (int j = 0; j < 1 + random.nextInt(4); j++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Path file =
          file(
              random.nextInt(4) == 0
                  ? Arrays.copyOf(damaged, random.nextInt(bytes.length))
                  : damaged);
      try {
        rows(file);
      } catch (UnreadableFile refused) {
        assertThat(refused.reason()).isNotNull();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c></row>",
        "<row r=\"1\"><c r=\"A1\"><v>12a</v></c></row>",
        "<row r=\"1\"><c r=\"A1\"><v>1E999999999</v></c></row>",
        "<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"A1\"><v>1</c></row>",
      })
  void contradictionsAreDamage(String rows) throws IOException {
    assertRefused(Workbooks.of(rows).write(folder.resolve("a.xlsx")), Reason.DAMAGED_FILE);
  }

  @Test
  void csvRowsAreNumberedAsASpreadsheetShowsThem() throws IOException {
    Path file = file("a,\"b\nc\",\n\n ,\n'=d,=e,'f\n".getBytes(UTF_8));
    assertThat(rows(file))
        .containsExactly(
            new TableRow(
                1, List.of(new TableCell(0, Kind.TEXT, "a"), new TableCell(1, Kind.TEXT, "b\nc"))),
            new TableRow(
                4,
                List.of(
                    new TableCell(0, Kind.TEXT, "=d"),
                    new TableCell(1, Kind.FORMULA, "=e"),
                    new TableCell(2, Kind.TEXT, "'f"))));
  }

  @Test
  void textAsExcelCallsUnicodeIsATable() throws IOException {
    Path file = file("\uFEFFTiếng Việt,Đến ngày\n".getBytes(UTF_16LE));
    assertThat(rows(file))
        .containsExactly(
            new TableRow(
                1,
                List.of(
                    new TableCell(0, Kind.TEXT, "Tiếng Việt"),
                    new TableCell(1, Kind.TEXT, "Đến ngày"))));
  }

  @Test
  void addressesAreThoseOfASpreadsheet() {
    assertThat(TableRow.address(12, 5)).isEqualTo("F12");
    assertThat(TableRow.address(1, 26)).isEqualTo("AA1");
    assertThat(TableRow.address(1, 701)).isEqualTo("ZZ1");
    assertThat(TableRow.address(1, 702)).isEqualTo("AAA1");
  }

  @Test
  void aHonestPartPassesTheGuard() throws IOException {
    byte[] bytes = "<a>1</a>".repeat(2 << 20).getBytes(UTF_8);
    try (InputStream in = new GuardedStream(new ByteArrayInputStream(bytes), bytes.length / 60)) {
      assertThat(in.readAllBytes()).isEqualTo(bytes);
    }
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("file"), bytes);
  }

  private void assertRefused(Path file, Reason reason) {
    assertThatThrownBy(() -> rows(file))
        .isInstanceOfSatisfying(
            UnreadableFile.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  private static List<TableRow> rows(Path path) throws IOException {
    List<TableRow> rows = new ArrayList<>();
    try (TableFile file = TableFile.open(path)) {
      if (file.tables().isEmpty()) {
        return rows;
      }
      try (TableSource source = file.read(file.tables().get(0))) {
        for (Optional<TableRow> row = source.next(); row.isPresent(); row = source.next()) {
          rows.add(row.get());
        }
      }
    }
    return rows;
  }
}
