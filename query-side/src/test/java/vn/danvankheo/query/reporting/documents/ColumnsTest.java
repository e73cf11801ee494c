package vn.danvankheo.query.reporting.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColumnsTest {
  private static final Paper.Sheet SHEET =
      Paper.Sheet.of(
          "Biểu",
          "Biểu",
          List.of("STT", "Nghiêng ngả", "Nội dung"),
          List.of(List.of(1, "a", "Một câu rất dài. ".repeat(30)), List.of(2, "b", "ngắn")));

  @Test
  void noWordBreaksAndLongTextsGetTheRest() {
    int[] letters = Columns.letters(SHEET, 80);
    assertThat(letters[1]).isEqualTo("Nghiêng".length() + 2);
    assertThat(letters[2]).isGreaterThan(40);
    assertThat(IntStream.of(letters).sum()).isLessThanOrEqualTo(80);
  }

  @Test
  void wordsComeBeforeTheWholeBreadthAndTextsHaveAnEighth() {
    assertThat(Columns.letters(SHEET, 10)).containsExactly(6, 9, 6 + 1);
  }

  @Test
  void sharesFillTheWholeBreadth() {
    int[] shares = Columns.shares(SHEET, 80, 14_853);
    assertThat(IntStream.of(shares).sum()).isEqualTo(14_853);
    assertThat(shares[0]).isLessThan(shares[1]).isPositive();
  }
}
