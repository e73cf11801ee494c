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
    "HTML, 6f9f1aad1cdc230cf8273919725a38c2218c72cc4e816285936c2de1436c45f7",
    "DOCX, ec42d59ada1654793f092008c5976e54cfed87d087d06c862470dc65c1defbbf",
    "XLSX, 07e453c7fc314a9b7ba7002631bdcdf120b12b31b17d5436fb83ce3d6f882309",
    "PDF, 8b7697d1bfb35fbd08e5bf09c6bfe5dd291893d938e1254d92282350c02a58ca",
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
            new Paper.Text(0, "Có 1.250 mô hình, đạt 12,5% & hơn."),
            new Paper.Table(sheet)),
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
