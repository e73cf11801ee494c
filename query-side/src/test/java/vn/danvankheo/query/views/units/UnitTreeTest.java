package vn.danvankheo.query.views.units;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.danvankheo.query.testing.UnitEvents.BASIS;
import static vn.danvankheo.query.testing.UnitEvents.registered;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.danvankheo.events.Recorded;
import vn.danvankheo.events.state.UnitState;
import vn.danvankheo.events.unit.UnitEvent;
import vn.danvankheo.events.unit.UnitMerged;
import vn.danvankheo.events.unit.UnitMoved;

/** An office with two departments that goes up in another province's on 1 July 2025. */
class UnitTreeTest {
  private static final LocalDate MERGER = LocalDate.of(2025, 7, 1);
  private static final LocalDate BEFORE = MERGER.minusDays(1);
  private static final UnitMerged MERGED = new UnitMerged("NEW", MERGER, BASIS);

  private final UnitTree tree =
      new UnitTree(
          List.of(
              unit(registered("OFFICE", "Văn phòng", null), MERGED),
              unit(registered("ONE", "Phòng Một", "OFFICE"), MERGED),
              unit(
                  registered("TWO", "Phòng Hai", "OFFICE"),
                  new UnitMoved("NEW", LocalDate.of(2024, 7, 1), BASIS)),
              unit(registered("NEW", "Văn phòng mới", null))));

  @Test
  void aUnitThatEndedIsLookedAtAsItLastStood() {
    assertThat(tree.under("OFFICE", BEFORE)).containsExactlyInAnyOrder("OFFICE", "ONE");
    assertThat(tree.under("OFFICE", MERGER)).containsExactlyInAnyOrder("OFFICE", "ONE");
  }

  @Test
  void whatWentUpInASuccessorStandsUnderItFromThatDay() {
    assertThat(tree.under("NEW", BEFORE)).containsExactlyInAnyOrder("NEW", "TWO");
    assertThat(tree.under("NEW", MERGER)).containsExactlyInAnyOrder("NEW", "TWO", "OFFICE", "ONE");
  }

  @Test
  void aUnitStandsWhereItStoodOnTheDay() {
    LocalDate early = LocalDate.of(2024, 6, 30);
    assertThat(tree.under("OFFICE", early)).containsExactlyInAnyOrder("OFFICE", "ONE", "TWO");
    assertThat(tree.upwards("TWO", early)).containsExactly("TWO", "OFFICE");
    assertThat(tree.upwards("TWO", BEFORE)).containsExactly("TWO", "NEW");
  }

  @Test
  void anUnknownCodeHasNothingUnderIt() {
    assertThat(tree.under("NOWHERE", BEFORE)).containsExactly("NOWHERE");
    assertThat(tree.find("NOWHERE")).isEmpty();
  }

  private static UnitState unit(UnitEvent... events) {
    UnitState state = null;
    for (int version = 0; version < events.length; version++) {
      state =
          UnitState.apply(state, new Recorded<>("unit", version, Instant.EPOCH, events[version]));
    }
    return state;
  }
}
