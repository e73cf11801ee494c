package vn.danvankheo.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RoundTest {
  private static final long MILLI = 1_000_000;

  @Test
  void percentilesAreByTheNearestRankWhateverTheOrder() {
    long[] latencies = LongStream.rangeClosed(1, 200).map(i -> (201 - i) * MILLI).toArray();
    Round round = new Round(1_000 * MILLI, latencies, 0);
    assertThat(round.percentile(0.5)).isEqualTo(100);
    assertThat(round.percentile(0.99)).isEqualTo(198);
    assertThat(round.percentile(1)).isEqualTo(200);
    assertThat(round.mean()).isEqualTo(100.5);
  }

  @Test
  void onlyOneOperationIsEveryPercentile() {
    Round round = new Round(MILLI, new long[] {MILLI}, 0);
    assertThat(round.percentile(0.01)).isEqualTo(1);
    assertThat(round.percentile(0.99)).isEqualTo(1);
  }

  @Test
  void speedAndProcessorTimeAreOfAllWritersTogether() {
    Round round = new Round(500 * MILLI, new long[1_000], 250 * MILLI);
    assertThat(round.perSecond()).isEqualTo(2_000);
    assertThat(round.processorMillis()).isEqualTo(0.25);
  }
}
