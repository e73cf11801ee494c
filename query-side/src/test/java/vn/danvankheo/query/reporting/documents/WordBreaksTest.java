package vn.danvankheo.query.reporting.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordBreaksTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|''",
        "một|một",
        "2214/QĐ-UBND (28/11/2024)|2214/QĐ-UBND ,(28/11/2024)",
        "a  b c|a  ,b ,c",
        "' a '|' ,a '",
      })
  void linesEndBehindBlanksAlone(String text, String pieces) {
    WordBreaks breaks = new WordBreaks();
    breaks.setText("another text");
    breaks.setText(text);
    List<String> found = new ArrayList<>();
    int from = 0;
    for (int at = breaks.next(); at >= 0; at = breaks.next()) {
      found.add(text.substring(from, at));
      from = at;
    }
    assertThat(String.join(",", found)).isEqualTo(pieces);
    assertThat(from).isEqualTo(text.length());
    assertThat(breaks.next()).isNegative();
  }
}
