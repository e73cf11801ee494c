package vn.danvankheo.query.reporting.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import vn.danvankheo.query.audit.ledger.LedgerStore;
import vn.danvankheo.query.testing.EventDatabase;
import vn.danvankheo.query.testing.ModelEvents;
import vn.danvankheo.query.testing.QueryService;
import vn.danvankheo.query.testing.QueryService.Answer;
import vn.danvankheo.query.testing.ReportEvents;
import vn.danvankheo.query.testing.UnitEvents;
import vn.danvankheo.query.testing.ViewServer;

/** Issued reports on paper, as anybody's programs read them. */
class ReportPapersHttpStoreTest {
  private static final String DRAFT = "/api/reports/draft?type=YEAR&unit=VP&year=2024";
  private static final String TITLE = "Dân vận khéo <script>alert(1)</script> & “4 tốt”";
  private static final String ADDRESS = "https://danvankheo.example.vn";
  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static EventDatabase events;
  private static QueryService service;
  private static String path;
  private static String digest;

  @BeforeAll
  static void issue(@TempDir Path data) {
    events = EventDatabase.create();
    UnitEvents.register(events, "VP", "Văn phòng UBND tỉnh Bắc Kạn", null);
    UnitEvents.register(events, "VP-TTHCC", "Trung tâm Phục vụ hành chính công", "VP");
    UnitEvents.issue(events, "VP", 2024, 1);
    long last =
        events.append(
            "model", "m-1", 0, ModelEvents.life("DVK-2024-0001", TITLE, "VP-TTHCC", 2024));
    ViewServer views = ViewServer.EMBEDDED;
    service =
        QueryService.start(
            events,
            views.uri(views.database()),
            data,
            Map.of("danvankheo.public-address", ADDRESS + "/"));
    // A draft waits for a signature for a while only, and its paper would lack it.
    assertThat(service.bean(LedgerStore.class).covering(last, Duration.ofMinutes(1))).isPresent();
    JsonNode draft = service.get(DRAFT + "&minPosition=" + last).json();
    digest = draft.get("digest").stringValue();
    long position = ReportEvents.issue(events, service, draft, "r-1", "45/BC-VP");
    path = "/api/reports/r-1?minPosition=" + position;
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @ParameterizedTest
  @CsvSource({
    "json, application/json",
    "html, text/html",
    "docx, " + DOCX,
    "xlsx, " + XLSX,
    "pdf, application/pdf",
  })
  void everyFormatIsTheSameBytesWheneverAndHoweverItIsAskedFor(String format, String mediaType) {
    Answer one = service.get(path + "&format=" + format);
    assertThat(one.status()).as(one.text()).isEqualTo(200);
    assertThat(one.header("Content-Type")).startsWith(mediaType);
    assertThat(bytes(path + "&format=" + format)).isEqualTo(one.response().body());
    Answer accepted = service.get(path, "Accept", mediaType);
    assertThat(accepted.header("Content-Type")).startsWith(mediaType);
    assertThat(accepted.response().body()).isEqualTo(one.response().body());
  }

  @Test
  void whatWeDoNotPrintIsRefused() {
    assertThat(service.get(path, "Accept", "application/msword").status()).isEqualTo(406);
    assertThat(service.get(path + "&format=odt").status()).isEqualTo(400);
    assertThat(service.get(path, "Accept", "text/html;q=0.9, application/json;q=0.1"))
        .extracting(answer -> answer.header("Content-Type"))
        .asString()
        .startsWith("text/html");
    assertThat(service.get(path, "Accept", "not a media type").status()).isEqualTo(406);
  }

  @Test
  void theWordDocumentHoldsEverythingAndOpens() throws Exception {
    Map<String, byte[]> parts = unzip(bytes(path + "&format=docx"));
    assertThat(parts)
        .containsKeys("[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml");
    for (Map.Entry<String, byte[]> part : parts.entrySet()) {
      if (!part.getKey().endsWith(".png")) {
        assertThat(xml(part.getValue())).as(part.getKey()).isNotNull();
      }
    }
    String text = xml(parts.get("word/document.xml")).getDocumentElement().getTextContent();
    assertThat(text)
        .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "VĂN PHÒNG UBND", "TỈNH BẮC KẠN")
        .contains("Số: 45/BC-VP", "năm 2024", TITLE, digest, ReportEvents.STRENGTHS)
        .contains("CHÁNH VĂN PHÒNG", "Hoàng Thị Mẫu", "Biểu 01", "Biểu 07")
        .contains("Bắc Kạn, ngày 16 tháng 12 năm 2024", "Nơi nhận:", "NGƯỜI LẬP BIỂU");
  }

  @Test
  void theWorkbookHoldsItsTablesAndOpens() throws Exception {
    Map<String, byte[]> parts = unzip(bytes(path + "&format=xlsx"));
    assertThat(parts).containsKeys("[Content_Types].xml", "xl/workbook.xml");
    StringBuilder all = new StringBuilder();
    for (Map.Entry<String, byte[]> part : parts.entrySet()) {
      all.append(xml(part.getValue()).getDocumentElement().getTextContent());
    }
    assertThat(all).contains(TITLE, digest, "Hoàng Thị Mẫu", "Công nhận: tập thể");
    assertThat(new String(parts.get("xl/workbook.xml"), StandardCharsets.UTF_8))
        .contains("Biểu 01", "Biểu 07", "Xác thực");
  }

  @Test
  void thePdfEmbedsItsFontAndItsTextCanBeTakenOut() throws Exception {
    byte[] pdf = bytes(path + "&format=pdf");
    String raw = new String(pdf, StandardCharsets.ISO_8859_1);
    assertThat(raw).startsWith("%PDF-").contains("/FontFile2").doesNotContain("/CreationDate");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      String text = new PDFTextStripper().getText(document);
      String words = Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\\s+", " ");
      assertThat(words)
          .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "phong trào thi đua “Dân vận khéo”")
          .contains("Số: 45/BC-VP", digest, "Đăng ký đúng hạn", "<script>");
      assertThat(document.getDocumentCatalog().getDocumentOutline()).isNotNull();
      assertThat(document.getNumberOfPages()).isGreaterThan(7);
    }
  }

  @Test
  void whatPeopleTypedIsTextInThePage() {
    String html = service.get(path + "&format=html").text();
    assertThat(html)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; “4 tốt”", digest)
        .doesNotContain("<script", "<b>không");
  }

  @Test
  void tablesWithoutRowsAreLeftOutAndNamed() throws Exception {
    String html = service.get(path + "&format=html").text();
    assertThat(html).contains("nên không kèm theo: ").doesNotContain("Không có</td>");
    assertThat(html.split("chưa có báo cáo nào")).hasSize(2);
    assertThat(textOf("xlsx")).contains("Thay đổi");
  }

  @Test
  void aMonthInWhichNothingHappenedIsShort() throws Exception {
    String month = "/api/reports/draft?type=MONTH&unit=VP&year=2021&month=1";
    JsonNode draft = service.get(month).json();
    String paper =
        "/api/reports/r-2?minPosition="
            + ReportEvents.issue(events, service, draft, "r-2", "5/BC-VP");
    assertThat(service.get(paper + "&format=html").text())
        .contains("Không có mô hình được đăng ký; so với cùng kỳ không thay đổi.")
        .doesNotContain("class=\"sheet\"");
    try (PDDocument document = Loader.loadPDF(bytes(paper + "&format=pdf"))) {
      assertThat(document.getNumberOfPages()).isLessThanOrEqualTo(2);
    }
  }

  @Test
  void theCodeLeadsToAPageForAnyone() throws Exception {
    String page = ADDRESS + "/api/public/reports/r-1";
    for (String format : List.of("html", "docx", "xlsx", "pdf")) {
      assertThat(textOf(format)).as(format).contains(page);
    }
    Map<String, byte[]> parts = unzip(bytes(path + "&format=docx"));
    BufferedImage code = ImageIO.read(new ByteArrayInputStream(parts.get("word/media/qr.png")));
    assertThat(QrCodeTest.read(code)).isEqualTo(page);

    Answer html = service.getOpen("/api/public/reports/r-1", "Accept", "text/html,*/*;q=0.8");
    assertThat(html.status()).isEqualTo(200);
    assertThat(html.header("Content-Type")).startsWith("text/html");
    assertThat(html.text())
        .contains("45/BC-VP", "16/12/2024", "Văn phòng UBND tỉnh Bắc Kạn", digest)
        .contains("Cách kiểm tra", "Dấu chốt có chữ ký")
        .doesNotContain("Hoàng Thị Mẫu", "nguoi-xem", TITLE, "<script");
    JsonNode json = service.getOpen("/api/public/reports/r-1").json();
    assertThat(json.get("digest").stringValue()).isEqualTo(digest);
    assertThat(json.has("content") || json.has("names") || json.has("issuedBy")).isFalse();
    String english =
        service
            .getOpen("/api/public/reports/r-1", "Accept", "text/html", "Accept-Language", "en")
            .text();
    assertThat(english).contains("How to check");
    assertThat(service.getOpen("/api/public/reports/r-9").status()).isEqualTo(404);
    String tag = html.header("ETag");
    assertThat(
            service
                .getOpen("/api/public/reports/r-1", "Accept", "text/html", "If-None-Match", tag)
                .status())
        .isEqualTo(304);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/models/m-1/registration-form?year=2024, PHIẾU ĐĂNG KÝ, NGƯỜI LẬP PHIẾU",
    "/api/models/m-1/inspections/1/minutes?year=2024, BIÊN BẢN, Số: 12/BB-VP",
    "/api/models/m-1/inspections/1/minutes?year=2024, CHỦ TỌA, Chưa niêm yết danh mục",
    "/api/decisions/list?number=401/QĐ-VP&issuedOn=2024-11-20&issuer=@, 1. Công nhận mô hình, Hoàng Thị Mẫu",
    "/api/decisions/list?number=401/QĐ-VP&issuedOn=2024-11-20&issuer=@, Kèm theo Quyết định, 1.404.000",
  })
  void modelsHaveTheirPapers(String path, String one, String other) throws Exception {
    String asked = asked(path);
    byte[] docx = bytes(asked);
    Map<String, byte[]> parts = unzip(docx);
    assertThat(xml(parts.get("word/document.xml")).getDocumentElement().getTextContent())
        .contains(one, other, TITLE);
    assertThat(bytes(asked + "&format=docx")).isEqualTo(docx);
    try (PDDocument pdf = Loader.loadPDF(bytes(asked + "&format=pdf"))) {
      String text = new PDFTextStripper().getText(pdf);
      assertThat(Normalizer.normalize(text, Normalizer.Form.NFC)).contains(one);
    }
    assertThat(service.get(asked, "Accept", "text/html").text()).contains(one, other);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/models/m-9/registration-form, 404",
    "/api/models/m-1/registration-form?year=2020, 404",
    "/api/models/m-1/inspections/7/minutes?year=2024, 404",
    "/api/models/m-1/registration-form?format=xlsx, 400",
    "/api/decisions/list?number=401/QĐ-VP, 400",
    "/api/decisions/list?number=401/QĐ-VP&issuedOn=2024-11-20&issuer=Khác, 404",
  })
  void papersThatAreNotThereAreRefused(String path, int status) {
    assertThat(service.get(asked(path)).status()).isEqualTo(status);
    assertThat(service.getOpen(asked(path)).status()).isEqualTo(401);
  }

  private static String asked(String path) {
    String[] parts = path.replace("@", "Văn phòng UBND tỉnh Bắc Kạn").split("\\?", 2);
    return parts.length == 1
        ? parts[0]
        : Stream.of(parts[1].split("&"))
            .map(each -> each.split("=", 2))
            .map(pair -> pair[0] + "=" + URLEncoder.encode(pair[1], StandardCharsets.UTF_8))
            .collect(Collectors.joining("&", parts[0] + "?", ""));
  }

  private static String textOf(String format) throws Exception {
    byte[] paper = bytes(path + "&format=" + format);
    if (format.equals("pdf")) {
      try (PDDocument document = Loader.loadPDF(paper)) {
        return new PDFTextStripper().getText(document);
      }
    }
    if (format.equals("html")) {
      return new String(paper, StandardCharsets.UTF_8);
    }
    StringBuilder all = new StringBuilder();
    for (Map.Entry<String, byte[]> part : unzip(paper).entrySet()) {
      all.append(new String(part.getValue(), StandardCharsets.UTF_8));
    }
    return all.toString();
  }

  private static byte[] bytes(String path) {
    return service.get(path).response().body();
  }

  private static Map<String, byte[]> unzip(byte[] zipped) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zipped))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        parts.put(entry.getName(), in.readAllBytes());
      }
    }
    return parts;
  }

  private static Document xml(byte[] part) throws Exception {
    return DocumentBuilderFactory.newDefaultNSInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(part));
  }
}
