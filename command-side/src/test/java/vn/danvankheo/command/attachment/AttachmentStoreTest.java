package vn.danvankheo.command.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.danvankheo.command.support.TestDatabase;
import vn.danvankheo.command.support.Together;
import vn.danvankheo.command.support.WriteSide;
import vn.danvankheo.web.table.TableColumn;
import vn.danvankheo.web.table.TableWriter;
import vn.danvankheo.web.table.XlsxTableWriter;

class AttachmentStoreTest {
  private static final String DOCX_MAIN =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  private static final String DOCM_MAIN = "application/vnd.ms-word.document.macroEnabled.main+xml";

  private static TestDatabase database;
  private static WriteSide side;
  private static AttachmentStore store;
  private static JdbcTemplate jdbc;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
    side = new WriteSide(database);
    store = side.get(AttachmentStore.class);
    jdbc = database.jdbc();
  }

  @AfterAll
  static void stop() {
    side.close();
  }

  private static Attachment keep(byte[] content, String name) throws IOException {
    return store.keep(new ByteArrayInputStream(content), name, "van-thu");
  }

  @Test
  void keepsEveryByteInPieces() throws IOException {
    byte[] content = pdf(700_000);

    Attachment kept = keep(content, "Biên bản kiểm tra.pdf");

    assertThat(kept.mediaType()).isEqualTo("application/pdf");
    assertThat(kept.size()).isEqualTo(content.length);
    assertThat(piecesOf(kept.id())).hasSize(3);
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    for (byte[] piece : piecesOf(kept.id())) {
      read.write(piece);
    }
    assertThat(read.toByteArray()).isEqualTo(content);
    assertThat(store.known(List.of(kept.id(), "sha256:00"))).containsExactly(kept.id());
  }

  @Test
  void theSameContentIsKeptOnceWhoeverSendsItAtTheSameMoment() throws Exception {
    byte[] content = pdf(300_000);

    List<Together.Outcome<Attachment>> outcomes =
        Together.run(
            8,
            i -> {
              try {
                return keep(content, "bản " + i + ".pdf");
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });

    assertThat(outcomes).allMatch(outcome -> outcome.thrown() == null);
    assertThat(outcomes.stream().map(outcome -> outcome.result().id()).distinct()).hasSize(1);
    assertThat(piecesOf(outcomes.get(0).result().id())).hasSize(2);
  }

  @Test
  void tellsKindsByContent() throws IOException {
    assertThat(typeOf(bytes(0xFF, 0xD8, 0xFF, 0xE0, 0, 16))).isEqualTo("image/jpeg");
    assertThat(typeOf(bytes(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0)))
        .isEqualTo("image/png");
    assertThat(typeOf("RIFF\1\1\1\1WEBPVP8 ".getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo("image/webp");
    assertThat(typeOf(word(DOCX_MAIN)))
        .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    assertThat(typeOf(workbook()))
        .isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  }

  @Test
  void refusesWhatItsNameOnlySaysItIs() throws IOException {
    assertRefused(zip(Map.of("ghi-chu.txt", "không phải PDF")), "báo cáo.pdf");
    assertRefused(zip(Map.of("word/document.xml", "<document/>")), "không khai báo.docx");
    assertRefused(word(DOCM_MAIN), "có macro.docx");
    assertRefused("MZ\220\0".getBytes(StandardCharsets.ISO_8859_1), "chương trình.pdf");
    assertRefused("<svg/>".getBytes(StandardCharsets.UTF_8), "ảnh.png");
    assertRefused(new byte[0], "rỗng.pdf");
    assertRefused(bytes('P', 'K', 3, 4, 20, 0), "cụt.docx");
    assertRefused(zip(Map.of("[Content_Types].xml", "<Override ".repeat(100_000))), "dài.docx");
    assertRefused(withListCutOff(word(DOCX_MAIN)), "thiếu.docx");
  }

  @Test
  void refusesWhatIsTooLargeWithoutReadingOn() {
    EndlessPdf endless = new EndlessPdf();

    assertThatThrownBy(() -> store.keep(endless, "lớn.pdf", "van-thu"))
        .isInstanceOf(AttachmentTooLarge.class);
    assertThat(endless.read).isLessThan(AttachmentStore.MAX_BYTES + (1 << 20));
  }

  private static void assertRefused(byte[] content, String name) {
    assertThatThrownBy(() -> keep(content, name)).isInstanceOf(UnsupportedContent.class);
    assertThat(
            jdbc.queryForObject(
                "SELECT count(*) FROM attachment WHERE name = ?", Integer.class, name))
        .isZero();
  }

  private static String typeOf(byte[] content) throws IOException {
    return keep(content, "tệp").mediaType();
  }

  private static List<byte[]> piecesOf(String id) {
    return jdbc.queryForList(
        "SELECT content FROM attachment_piece WHERE attachment_id = ? ORDER BY no",
        byte[].class,
        id);
  }

  private static byte[] pdf(int size) {
    byte[] content = new byte[size];
    new Random(size).nextBytes(content);
    byte[] head = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(head, 0, content, 0, head.length);
    return content;
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static byte[] word(String mainType) throws IOException {
    return zip(
        Map.of(
            "[Content_Types].xml",
            "<Types><Override PartName=\"/word/document.xml\" ContentType=\""
                + mainType
                + "\"/></Types>",
            "word/document.xml",
            "<document/>"));
  }

  private static byte[] workbook() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TableWriter table =
        new XlsxTableWriter(out, "Mô hình", List.of(TableColumn.text("Tên", 10)))) {
      table.row(List.of("Tuyến đường hoa"));
    }
    return out.toByteArray();
  }

  /** The archive's directory says that the packed list is a few bytes long. */
  private static byte[] withListCutOff(byte[] zip) {
    String text = new String(zip, StandardCharsets.ISO_8859_1);
    int entry = text.lastIndexOf("PK\1\2", text.lastIndexOf("[Content_Types].xml"));
    ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(entry + 20, 5);
    return zip;
  }

  private static byte[] zip(Map<String, String> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }

  private static final class EndlessPdf extends InputStream {
    private long read;

    @Override
    public int read() {
      read++;
      return read <= 5 ? "%PDF-".charAt((int) read - 1) : 'x';
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
      for (int i = from; i < from + length; i++) {
        bytes[i] = (byte) read();
      }
      return length;
    }
  }
}
