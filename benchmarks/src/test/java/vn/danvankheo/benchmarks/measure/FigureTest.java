package vn.danvankheo.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {
  @Test
  void theMedianIsTheMiddleOfAnOddNumberAndTheMeanOfTwoOfAnEvenOne() {
    assertThat(new Figure("a", "/s", List.of(9.0, 1.0, 2.0)).median()).isEqualTo(2);
    assertThat(new Figure("a", "/s", List.of(9.0, 1.0, 2.0, 4.0)).median()).isEqualTo(3);
  }

  @Test
  void ratiosAreTakenWithinARound() {
    Figure ours = new Figure("ours", "/s", List.of(50.0, 80.0, 10.0));
    Figure raw = new Figure("raw", "/s", List.of(100.0, 100.0, 40.0));
    assertThat(ours.over(raw).values()).containsExactly(0.5, 0.8, 0.25);
    assertThat(ours.over(raw).median()).isEqualTo(0.5);
  }

  @Test
  void aBarIsMetWhenItIsJustReachedAndMissedBeyond() {
    Figure figure = Figure.once("ratio", "×", 0.7);
    assertThat(Bar.atLeast("a", 0.7, figure).met()).isTrue();
    assertThat(Bar.atLeast("a", 0.71, figure).met()).isFalse();
    assertThat(Bar.atMost("a", 0.7, figure).met()).isTrue();
    assertThat(Bar.atMost("a", 0.69, figure).met()).isFalse();
  }
}
