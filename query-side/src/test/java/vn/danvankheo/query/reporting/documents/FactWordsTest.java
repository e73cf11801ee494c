package vn.danvankheo.query.reporting.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.danvankheo.query.reporting.domain.ModelChanges.Change;

class FactWordsTest {
  private final FactWords words =
      new FactWords(new Wording(Map.of("VP", "Văn phòng"), Map.of(), name -> ""));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "status|RECOGNIZED|Đã được công nhận",
        "unitCode|VP|Văn phòng",
        "late|true|Có",
        "registeredOn|2024-03-05|05/03/2024",
        "findings|MAJOR OPEN; MINOR CONFIRMED|Nghiêm trọng: Chưa khắc phục; Nhỏ: Đã xác nhận khắc phục",
        "recognitions|PROVINCE 412/QĐ-UBND (2024-11-20)|Cấp tỉnh: 412/QĐ-UBND (20/11/2024)",
        "commendations|PRAISE 05/QĐ-VP (2024-12-01) ✗|Biểu dương: 05/QĐ-VP (01/12/2024), đã thu hồi",
        "inspections|10/BB-VP: 84.5 ✗|10/BB-VP: 84,5 (đã hủy)",
        "progressReports|2024-Q2 (1); 2024-06 (2)|quý 2/2024 (1); 2024-06 (2)",
        "objectives|Hài lòng = 98.5 %|Hài lòng = 98,5 %",
        "title|PRAISE OPEN|PRAISE OPEN",
      })
  void codesBecomeWords(String fact, String value, String shown) {
    assertThat(words.now(new Change(fact, null, value))).isEqualTo(shown);
    assertThat(FactWords.fact(new Change(fact, null, value))).isNotEqualTo(fact);
  }
}
