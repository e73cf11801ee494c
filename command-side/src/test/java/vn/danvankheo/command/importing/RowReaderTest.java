package vn.danvankheo.command.importing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.danvankheo.command.importing.encoding.LegacyAlphabet;
import vn.danvankheo.command.importing.reading.UnreadableFile;
import vn.danvankheo.command.importing.reading.Workbooks;
import vn.danvankheo.web.importing.CellFault;
import vn.danvankheo.web.importing.TemplateLists;
import vn.danvankheo.web.importing.TemplateWriter;

class RowReaderTest {
  private static final String HEADINGS =
      "Tên mô hình;Loại hình;Tên tập thể, cá nhân thực hiện;Mã đơn vị đăng ký;Năm;Lĩnh vực;"
          + "Nội dung thực hiện;Mục tiêu, chỉ tiêu;Từ ngày;Đến ngày;Địa điểm;"
          + "Chức vụ người phụ trách;Số hộ thụ hưởng;Kinh phí (đồng);Điện thoại;Căn cứ;STT\n";
  private static final String ROW =
      "Nhà sạch;tập thể;Chi bộ 3;CB-3 – Chi bộ Kinh tế;2024;ADMINISTRATIVE_REFORM;"
          + "Vận động các hộ giữ nhà sạch;Hộ ký cam kết | hộ | 1.180;1/3/2024;31.12.2024;Nà Pài;"
          + "Bí thư;1.200;45.000.000 đồng;0912345678;25-NQ/TW, 2013;1\n";
  private static final String BODY =
      """
      {"title":"Nhà sạch","subjectKind":"COLLECTIVE","subjectName":"Chi bộ 3","unitCode":"CB-3",\
      "year":2024,"field":"ADMINISTRATIVE_REFORM","content":"Vận động các hộ giữ nhà sạch",\
      "objectives":[{"indicator":"Hộ ký cam kết","unit":"hộ","target":1180}],\
      "startsOn":"2024-03-01","endsOn":"2024-12-31","location":"Nà Pài",\
      "responsiblePosition":"Bí thư","beneficiaries":{"households":1200},"budgetVnd":45000000,\
      "contactPhone":"0912345678","legalBases":["25-NQ/TW, 2013"]}""";

  @TempDir private Path folder;

  @Test
  void aRowBecomesTheBodyThatWouldBePosted() throws IOException {
    ImportRow row = rows(csv(HEADINGS + ROW)).get(0);
    assertThat(row.faults()).isEmpty();
    assertThat(row.number()).isEqualTo(2);
    assertThat(row.body().toString()).isEqualTo(BODY);
  }

  @Test
  void headingsAreFoundWhereverTheyStand() throws IOException {
    String title = "UBND TỈNH;;;;\n\nDANH SÁCH ĐĂNG KÝ MÔ HÌNH;;\n";
    String numbering = "(1);(2);(3);(4);(5);(6)\n";
    String list = title + HEADINGS + numbering + ROW + "\n;;;;;;;;;;;;;;;;2\n" + HEADINGS + ROW;
    assertThat(rows(csv(list))).extracting(ImportRow::number).containsExactly(6, 10);
    assertThat(rows(csv("\uFEFF" + HEADINGS + ROW))).hasSize(1);
    assertThat(rows(csv((HEADINGS + ROW).replace(';', '\t')))).hasSize(1);
  }

  @Test
  void theTemplateItselfHoldsNoRow() throws IOException {
    Path book = folder.resolve("template.xlsx");
    try (OutputStream out = Files.newOutputStream(book)) {
      TemplateWriter.xlsx(out, TemplateLists.NONE);
    }
    Path text = folder.resolve("template.csv");
    try (OutputStream out = Files.newOutputStream(text)) {
      TemplateWriter.csv(out);
    }
    assertThat(rows(book)).isEmpty();
    assertThat(rows(text)).isEmpty();
  }

  @Test
  void theExampleIsReadWithoutFaultOnceItsMarkIsGone() throws IOException {
    Path text = folder.resolve("template.csv");
    try (OutputStream out = Files.newOutputStream(text)) {
      TemplateWriter.csv(out);
    }
    Files.writeString(text, Files.readString(text).replace("VÍ DỤ: ", ""));
    ImportRow example = rows(text).get(0);
    assertThat(example.faults()).isEmpty();
    assertThat(example.body().get("objectives").toString())
        .contains("\"target\":2400}", "\"target\":98.5}");
    assertThat(example.body().get("field").stringValue()).isEqualTo("ADMINISTRATIVE_REFORM");
    assertThat(example.body().at("/beneficiaries/people").longValue()).isEqualTo(3_100);
  }

  @Test
  void faultsAreToldAtTheirCells() throws IOException {
    String wrong =
        ROW.replace("tập thể", "nhóm")
            .replace("2024;ADMIN", "hai nghìn;ADMIN")
            .replace("| hộ | 1.180", "1.180")
            .replace("1/3/2024", "31/2/2024")
            .replace("Nà Pài", "=1+1")
            .replace("1.200;", "12,500;")
            .replace("45.000.000 đồng", "nhiều")
            .replace("25-NQ/TW, 2013;1", "25-NQ/TW;1;thừa");
    ImportRow row = rows(csv(HEADINGS + wrong)).get(0);
    assertThat(row.faults())
        .extracting(fault -> fault.cell() + " " + fault.code())
        .containsExactly(
            "B2 NOT_A_CHOICE",
            "E2 NOT_A_WHOLE_NUMBER",
            "H2 OBJECTIVE_SYNTAX",
            "I2 NOT_A_DATE",
            "K2 FORMULA",
            "M2 NOT_A_WHOLE_NUMBER",
            "N2 NOT_A_WHOLE_NUMBER",
            "R2 NO_HEADING");
    assertThat(row.faults().get(0).column()).isEqualTo("Loại hình");
    assertThat(row.faults().get(0).details())
        .isEqualTo(Map.of("choices", "Tập thể; Cá nhân; Hộ gia đình"));
    assertThat(row.body().has("startsOn")).isFalse();
  }

  @Test
  void faultsOfABodyAreToldAtTheCellTheyCameFrom() throws IOException {
    try (RowReader reader = RowReader.open(csv(HEADINGS + ROW))) {
      assertThat(reader.atCell(7, "/objectives/0/target", "TOO_SMALL", Map.of()))
          .isEqualTo(new CellFault(7, "Mục tiêu, chỉ tiêu", "H7", "TOO_SMALL", Map.of()));
      assertThat(reader.atCell(7, "/beneficiaries/households", "X", Map.of()).cell())
          .isEqualTo("M7");
      assertThat(reader.atCell(7, "/scope", "X", Map.of()).cell()).isEqualTo("A7");
    }
  }

  @Test
  void headingsThatTheFormHasNotOrLacksAreTold() throws IOException {
    String headings = HEADINGS.replace("Địa điểm", "Tỉnh").replace("Căn cứ", "Năm đăng ký");
    try (RowReader reader = RowReader.open(csv(headings + ROW))) {
      assertThat(reader.headingFaults())
          .extracting(fault -> fault.cell() + " " + fault.code() + " " + fault.column())
          .containsExactly(
              "K1 UNKNOWN_COLUMN Tỉnh",
              "P1 REPEATED_COLUMN Năm đăng ký",
              "R1 MISSING_COLUMN Địa điểm");
    }
    assertThatThrownBy(() -> rows(csv("a;b;c\n1;2;3\n")))
        .isInstanceOfSatisfying(
            UnreadableFile.class,
            refused -> assertThat(refused.reason()).isEqualTo(UnreadableFile.Reason.NO_HEADINGS));
  }

  @Test
  void legacyTextIsConvertedInFilesAndInCells() throws IOException {
    String tcvn3 =
        "Tªn m« h×nh;Lo¹i h×nh;N¨m;LÜnh vùc;§Þa ®iÓm\n"
            + "Nhµ s¹ch ë n«ng th«n;TËp thÓ;2024;NEW_RURAL_AND_URBAN;x· Hµ HiÖu, chi bé 3\n";
    for (Path file :
        List.of(Files.write(folder.resolve("bytes.csv"), tcvn3.getBytes(ISO_8859_1)), csv(tcvn3))) {
      ImportRow row = rows(file).get(0);
      assertThat(row.converted()).containsExactly(LegacyAlphabet.TCVN3);
      assertThat(row.faults()).isEmpty();
      assertThat(row.body().toString())
          .contains("Nhà sạch ở nông thôn", "COLLECTIVE", "xã Hà Hiệu, chi bộ 3");
    }
  }

  @Test
  void brokenAndDoubtfulTextIsRefusedAtItsCell() throws IOException {
    String list =
        HEADINGS
            + ROW.replace("Nhà sạch;", "Xây dựng m« h×nh;").replace("Nà Pài", "X? Nà P?i, th?n Nà")
            + ROW.replace("Nhà sạch;", "MÃ´ hÃ¬nh;");
    assertThat(rows(csv(list)))
        .flatExtracting(ImportRow::faults)
        .extracting(fault -> fault.cell() + " " + fault.code())
        .containsExactly("A2 LEGACY_ENCODING", "K2 BROKEN_TEXT", "A3 BROKEN_TEXT");
  }

  @Test
  void decomposedTextIsComposed() throws IOException {
    String decomposed =
        java.text.Normalizer.normalize(HEADINGS + ROW, java.text.Normalizer.Form.NFD);
    assertThat(rows(csv(decomposed)).get(0).body().toString()).isEqualTo(BODY);
  }

  @Test
  void typedCellsOfAWorkbookAreRead() throws IOException {
    String row =
        """
        <row r="1">%s%s%s%s%s%s</row><row r="2">%s<c r="B2"><v>2024</v></c>
        <c r="C2" s="1"><v>45352</v></c><c r="D2"><v>1200</v></c><c r="E2"><v>912345678</v></c>
        <c r="F2" s="1"><v>45352</v></c></row><row r="3">%s<c r="B3"><v>2024.5</v></c>
        <c r="C3" t="e"><v>#REF!</v></c><c r="D3"><f>A1</f><v>3</v></c></row>"""
            .formatted(
                text("A1", "Tên mô hình"),
                text("B1", "Năm"),
                text("C1", "Từ ngày"),
                text("D1", "Số hộ"),
                text("E1", "Điện thoại"),
                text("F1", "Phạm vi"),
                text("A2", "Một"),
                text("A3", "Hai"));
    Path file =
        Workbooks.of(row)
            .part(
                "xl/styles.xml",
                "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>")
            .write(folder.resolve("a.xlsx"));
    List<ImportRow> rows = rows(file);
    assertThat(rows.get(0).body().toString())
        .isEqualTo(
            "{\"title\":\"Một\",\"year\":2024,\"startsOn\":\"2024-03-01\","
                + "\"beneficiaries\":{\"households\":1200},\"contactPhone\":\"0912345678\","
                + "\"scope\":\"01/03/2024\"}");
    assertThat(rows.get(1).faults())
        .extracting(fault -> fault.cell() + " " + fault.code())
        .containsExactly("B3 NOT_A_WHOLE_NUMBER", "C3 CELL_ERROR", "D3 FORMULA");
  }

  private static String text(String cell, String text) {
    return "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(cell, text);
  }

  private Path csv(String text) throws IOException {
    return Files.write(folder.resolve("list.csv"), text.getBytes(UTF_8));
  }

  private static List<ImportRow> rows(Path path) throws IOException {
    List<ImportRow> rows = new ArrayList<>();
    try (RowReader reader = RowReader.open(path)) {
      for (Optional<ImportRow> row = reader.next(); row.isPresent(); row = reader.next()) {
        rows.add(row.get());
      }
    }
    return rows;
  }
}
