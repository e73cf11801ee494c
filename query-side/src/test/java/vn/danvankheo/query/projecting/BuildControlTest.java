package vn.danvankheo.query.projecting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BuildControlTest {
  private final BuildControl control = new BuildControl();

  @Test
  void withoutALimitNothingWaits() {
    control.spent(1_000_000);
    assertThat(control.waits()).isFalse();
    assertThat(control.waitsLong()).isFalse();
    assertThat(control.portion()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void aLimitMakesPortionsSmallAndWaitsLong() {
    control.limit(1_000);
    assertThat(control.waits()).isFalse();
    assertThat(control.portion()).isEqualTo(20);
    control.spent(1_000_000);
    assertThat(control.waits()).isTrue();
    assertThat(control.waitsLong()).isTrue();
  }

  @Test
  void anotherLimitForgetsWhatWasReadUnderTheOneBefore() {
    control.limit(10);
    control.spent(2_000);
    assertThat(control.waits()).isFalse();
    control.spent(2_000);
    assertThat(control.waits()).isTrue();
    control.limit(1_000);
    assertThat(control.waits()).isFalse();
    control.spent(1_000_000);
    control.limit(0);
    assertThat(control.waits()).isFalse();
    control.limit(5);
    assertThat(control.waits()).isFalse();
  }

  @Test
  void whatIsHeldWaitsLong() {
    control.pause(true);
    assertThat(control.waits()).isTrue();
    assertThat(control.waitsLong()).isTrue();
    control.pause(false);
    assertThat(control.waits()).isFalse();
  }
}
