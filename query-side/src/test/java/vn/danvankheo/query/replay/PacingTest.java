package vn.danvankheo.query.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PacingTest {
  private static final Instant NOW = Instant.parse("2024-06-01T08:00:00Z");
  private static final long SECOND = 1_000_000_000L;

  @Test
  void whatIsLeftTakesItsShareAndWhatFollowsIt() {
    Pacing pacing = new Pacing(0, 0, 0.01);
    pacing.reached(100, 1_000, SECOND, NOW);
    assertThat(pacing.perSecond()).isEqualTo(100);
    assertThat(pacing.endsAt()).isEqualTo(NOW.plusSeconds(9 + 10));
  }

  @Test
  void theTimeBeforeTheFirstPartTellsNothingOfTheirSpeed() {
    Pacing pacing = new Pacing(0, 0, 0);
    pacing.reached(0, 1_000, 30 * SECOND, NOW);
    assertThat(pacing.endsAt()).isNull();
    pacing.reached(100, 1_000, 31 * SECOND, NOW);
    assertThat(pacing.perSecond()).isEqualTo(100);
    assertThat(pacing.endsAt()).isEqualTo(NOW.plusSeconds(9));
  }

  @Test
  void whileItIsHeldNeitherItsSpeedNorItsEndChange() {
    Pacing pacing = new Pacing(0, 0, 0);
    pacing.reached(100, 1_000, SECOND, NOW);
    pacing.hold(SECOND);
    pacing.hold(100 * SECOND);
    pacing.goOn(500 * SECOND);
    pacing.goOn(500 * SECOND);
    pacing.reached(200, 1_000, 501 * SECOND, NOW);
    assertThat(pacing.perSecond()).isEqualTo(100, within(0.001));
  }

  @Test
  void theTimeThatAnAdministratorTakesToDecideIsNoneOfTheWork() {
    Pacing pacing = new Pacing(0, 0, 0);
    assertThat(pacing.finishingSeconds(5 * SECOND)).isZero();
    pacing.finishes(10 * SECOND);
    pacing.finishes(11 * SECOND);
    assertThat(pacing.finishingSeconds(12 * SECOND)).isEqualTo(2);
    pacing.hold(13 * SECOND);
    assertThat(pacing.finishingSeconds(9_000 * SECOND)).isEqualTo(3);
    pacing.goOn(10_000 * SECOND);
    assertThat(pacing.finishingSeconds(10_001 * SECOND)).isEqualTo(4);
  }

  @Test
  void whatIsHeldWhenAllIsReadFinishesLater() {
    Pacing pacing = new Pacing(0, 0, 0);
    pacing.hold(SECOND);
    pacing.finishes(2 * SECOND);
    assertThat(pacing.finishingSeconds(50 * SECOND)).isZero();
    pacing.goOn(100 * SECOND);
    assertThat(pacing.finishingSeconds(101 * SECOND)).isEqualTo(1);
  }
}
