package vn.danvankheo.query.reporting.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One paper with everything that papers have. Whoever changes how papers look puts the new digests
 * here; every Java must come to the same ones.
 */
class PaperBytesTest {
  /** All other tests are in UTC; bytes that no time zone gets into are the same anywhere. */
  @BeforeAll
  static void elsewhere() {
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Ho_Chi_Minh"));
  }

  @AfterAll
  static void back() {
    TimeZone.setDefault(null);
  }

  @ParameterizedTest
  @CsvSource({
    "HTML, 934fd521fdbb383977787185b3a25a74db4ffb5c25cb9657807ccf1bacbd713d",
    "DOCX, 8506a11273bc9092d0d631f441d7becb574b051705d52e21a200842f608bb112",
    "XLSX, 07e453c7fc314a9b7ba7002631bdcdf120b12b31b17d5436fb83ce3d6f882309",
    "PDF, 9ff5eb81f9d25b3f7b611f7303c34bcf22c89b3d07f51b6b43356721b8b8ba13",
  })
  void everyJavaPrintsTheSameBytes(PaperFormat format, String digest) throws Exception {
    byte[] printed = format.print(paper());
    assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(printed)))
        .isEqualTo(digest);
  }

  private static Paper paper() {
    Paper.Sheet sheet =
        Paper.Sheet.of(
                "Biểu 01",
                "Biểu 01. Tổng hợp",
                List.of("STT", "Lĩnh vực", "Ngày"),
                List.of(
                    List.of(1, "Xây dựng nông thôn mới, đô thị văn minh", LocalDate.of(2024, 2, 5)),
                    Arrays.asList(2, "Ứ ậ ễ ộ ữ ỹ Đ đ", null)))
            .with(
                new Paper.Chart(
                    "Số mô hình",
                    List.of("Đăng ký", "Công nhận"),
                    List.of(
                        new Paper.Group("Một", List.of(7, 3)),
                        new Paper.Group("Hai", List.of(0, 1)))));
    return new Paper(
        new Paper.Head(
            "Ủy ban nhân dân tỉnh Bắc Kạn",
            "Văn phòng UBND tỉnh Bắc Kạn",
            "Số: 45/BC-VP",
            "Bắc Kạn, ngày 16 tháng 12 năm 2024"),
        List.of("BÁO CÁO", "Kết quả thực hiện phong trào"),
        List.of(
            new Paper.Text(1, "I. KẾT QUẢ"),
            new Paper.Text(0, "Có 1.250 mô hình, đạt 12,5% & hơn:"),
            new Paper.Table(sheet),
            new Paper.Text(0, "Trên đây là báo cáo./.")),
        new Paper.Closing(
            null, new Paper.Signature("CHÁNH VĂN PHÒNG", null), List.of("- Lưu: VT.")),
        List.of(sheet),
        "(Kèm theo Báo cáo số 45/BC-VP)",
        new Paper.Foot(
            List.of("Mã số liệu: sha256:4c46"),
            "Mã số liệu 4c46",
            "https://danvankheo.example.vn/api/public/reports/r-1"));
  }
}
