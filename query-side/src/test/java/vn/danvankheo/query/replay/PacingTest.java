package vn.danvankheo.query.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import vn.danvankheo.query.replay.Pacing.Known;

class PacingTest {
  private static final Instant NOW = Instant.parse("2024-06-01T08:00:00Z");
  private static final long SECOND = 1_000_000_000L;
  private static final double QUARTER = 0.25;

  @Test
  void whatIsLeftTakesItsShareAndWhatFollowsIt() {
    Pacing pacing = new Pacing(0, 0, new Known(0, 0.01));
    pacing.reached(100, 0, 1_000, SECOND, NOW);
    assertThat(pacing.perSecond()).isEqualTo(100);
    assertThat(pacing.endsAt()).isEqualTo(NOW.plusSeconds(9 + 10));
  }

  @Test
  void theTimeBeforeTheFirstPartTellsNothingOfTheirSpeed() {
    Pacing pacing = new Pacing(0, 0, Known.NOTHING);
    pacing.reached(0, 0, 1_000, 30 * SECOND, NOW);
    assertThat(pacing.endsAt()).isNull();
    pacing.reached(100, 0, 1_000, 31 * SECOND, NOW);
    assertThat(pacing.perSecond()).isEqualTo(100);
    assertThat(pacing.endsAt()).isEqualTo(NOW.plusSeconds(9));
  }

  @Test
  void whileItIsHeldNeitherItsSpeedNorItsEndChange() {
    Pacing pacing = new Pacing(0, 0, Known.NOTHING);
    pacing.reached(100, 0, 1_000, SECOND, NOW);
    pacing.hold(SECOND);
    pacing.hold(100 * SECOND);
    pacing.goOn(500 * SECOND);
    pacing.goOn(500 * SECOND);
    pacing.reached(200, 0, 1_000, 501 * SECOND, NOW);
    assertThat(pacing.perSecond()).isEqualTo(100, within(0.001));
  }

  @Test
  void theTimeThatAnAdministratorTakesToDecideIsNoneOfTheWork() {
    Pacing pacing = new Pacing(0, 0, Known.NOTHING);
    pacing.reached(10, 0, 10, 10 * SECOND, NOW);
    pacing.finishes(10 * SECOND);
    pacing.finishes(11 * SECOND);
    assertThat(pacing.learnt(10, 12 * SECOND)).isEqualTo(new Known(1, 0.2));
    pacing.hold(13 * SECOND);
    assertThat(pacing.learnt(10, 9_000 * SECOND)).isEqualTo(new Known(1, 0.3));
    pacing.goOn(10_000 * SECOND);
    assertThat(pacing.learnt(10, 10_001 * SECOND)).isEqualTo(new Known(1, 0.4));
  }

  @Test
  void whatIsHeldWhenAllIsReadFinishesLater() {
    Pacing pacing = new Pacing(0, 0, Known.NOTHING);
    pacing.reached(10, 0, 10, SECOND, NOW);
    pacing.hold(SECOND);
    pacing.finishes(2 * SECOND);
    assertThat(pacing.learnt(10, 50 * SECOND).tailPerPart()).isZero();
    pacing.goOn(100 * SECOND);
    assertThat(pacing.learnt(10, 101 * SECOND).tailPerPart()).isEqualTo(0.1);
  }

  @Test
  void aLimitHoldsForThePartsAndForWhatTheyHaveMade() {
    Known known = new Known(0.001, 0.001);
    Pacing pacing = new Pacing(0, 0, known);
    pacing.limit(100);
    pacing.reached(100, 200, 1_000, SECOND, NOW);
    assertThat(pacing.endsAt()).isEqualTo(NOW.plusSeconds(9 + 20));
    assertThat(pacing.learnt(1_000, SECOND)).as("nothing of full speed").isEqualTo(known);
    pacing.limit(0);
    assertThat(pacing.learnt(1_000, SECOND)).isEqualTo(known);
  }

  @Test
  void whatIsLearntIsTheFastestAndIsForgottenSlowly() {
    assertThat(learnt(new Known(1, 0), 2)).isEqualTo(1.1);
    assertThat(learnt(new Known(1, 0), 0.5)).isEqualTo(0.5);
    assertThat(learnt(Known.NOTHING, 2)).isEqualTo(2);
  }

  private static double learnt(Known known, double seconds) {
    Pacing pacing = new Pacing(0, 0, known);
    pacing.reached(10, 0, 10, (long) (10 * seconds * SECOND), NOW);
    return pacing.learnt(10, 100 * SECOND).perPart();
  }

  @Property
  void anEvenSpeedIsForetoldAtOnce(
      @ForAll @LongRange(min = 10, max = 10_000) long micros,
      @ForAll @LongRange(min = 100_000, max = 10_000_000) long total) {
    assertThat(foretold(Known.NOTHING, total, 0.1, done -> micros / 1e6))
        .isEqualTo(1, within(0.05));
  }

  @Property
  void aYoungProcessIsForetoldByWhatWasSeenBefore(
      @ForAll @DoubleRange(min = 1, max = 3) double slower,
      @ForAll @LongRange(min = 5_000, max = 20_000) long young,
      @ForAll @LongRange(min = 200_000, max = 2_000_000) long total) {
    LongToDoubleFunction seconds =
        done -> 1e-4 * (1 + (slower - 1) * Math.exp(-done / (double) young));
    assertThat(foretold(new Known(1e-4, 0), total, 0.1, seconds)).isEqualTo(1, within(QUARTER));
  }

  @Property
  void whatWasSeenBeforeIsForgottenWhenItIsOtherwise(
      @ForAll @DoubleRange(min = 0.5, max = 2) double factor,
      @ForAll @LongRange(min = 1_000_000, max = 20_000_000) long total) {
    assertThat(foretold(new Known(1e-4 * factor, 0), total, 0.5, done -> 1e-4))
        .isEqualTo(1, within(QUARTER));
  }

  /** What is foretold at a share of all parts, of the truth; told about each second. */
  private static double foretold(
      Known known, long total, double share, LongToDoubleFunction seconds) {
    Pacing pacing = new Pacing(0, 0, known);
    long step = Math.max(1, total / 5_000);
    double now = 0;
    double told = 0;
    double at = 0;
    double foretold = 0;
    for (long done = 0; done < total; ) {
      long next = Math.min(total, done + step);
      now += (next - done) * seconds.applyAsDouble(done);
      done = next;
      if (at == 0 && (now - told >= 1 || done >= share * total)) {
        told = now;
        pacing.reached(done, 0, total, (long) (now * SECOND), NOW);
        if (done >= share * total) {
          at = now;
          foretold = Duration.between(NOW, pacing.endsAt()).toNanos() / (double) SECOND;
        }
      }
    }
    return foretold / (now - at);
  }
}
