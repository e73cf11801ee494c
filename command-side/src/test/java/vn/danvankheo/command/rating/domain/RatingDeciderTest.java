package vn.danvankheo.command.rating.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.danvankheo.events.samples.ModelSamples.decision;
import static vn.danvankheo.events.samples.UnitSamples.basis;
import static vn.danvankheo.events.samples.UnitSamples.unitRegistered;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.danvankheo.command.domain.KnownReference;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.command.domain.Scenario;
import vn.danvankheo.events.metadata.Actor;
import vn.danvankheo.events.rating.RatingEvent;
import vn.danvankheo.events.rating.UnitRated;
import vn.danvankheo.events.samples.Records;
import vn.danvankheo.events.state.RatingState;
import vn.danvankheo.events.unit.UnitDissolved;
import vn.danvankheo.events.vocabulary.Rating;
import vn.danvankheo.events.vocabulary.Role;

class RatingDeciderTest {
  private static final LocalDate TODAY = LocalDate.of(2024, 12, 27);
  private static final RateUnit RATE =
      new RateUnit("VP", 2024, Rating.GOOD, decision("420/QĐ-VP", TODAY));
  private static final UnitRated RATED =
      new UnitRated(
          "VP", 2024, Rating.GOOD, decision("420/QĐ-VP", TODAY), "Hoàn thành tốt nhiệm vụ");

  private static Scenario<RatingCommand, RatingState, RatingEvent> given(RatingEvent... history) {
    return given(new KnownReference().unit("VP", unitRegistered("VP", null)), history);
  }

  private static Scenario<RatingCommand, RatingState, RatingEvent> given(
      KnownReference reference, RatingEvent... history) {
    Actor leader = new Actor("cvp", "Chánh Văn phòng", "VP", Role.LEADER);
    return new Scenario<RatingCommand, RatingState, RatingEvent>(
            new RatingDecider(), List.of(history), reference, leader, TODAY)
        .because("Hoàn thành tốt nhiệm vụ");
  }

  @Test
  void aUnitIsRatedForAYear() {
    given().when(RATE).then(RATED);
  }

  @Test
  void aLaterRatingReplacesTheOneBeforeAndTheSameChangesNothing() {
    given(RATED).when(RATE).thenNothing();
    assertThat(given(RATED).when(Records.with(RATE, "rating", Rating.FAIR)).then()).hasSize(1);
    assertThat(
            given(RATED).when(Records.with(RATE, "decision", decision("421/QĐ-VP", TODAY))).then())
        .hasSize(1);
    assertThat(given(RATED).because("Xem xét lại kết quả").when(RATE).then()).hasSize(1);
  }

  @Test
  void allFaultsAreToldAtOnce() {
    RateUnit wrong =
        new RateUnit("NOWHERE", 2025, Rating.GOOD, decision("1/QĐ-VP", TODAY.plusDays(1)));
    given()
        .because("")
        .when(wrong)
        .thenInvalid(
            "/reason REQUIRED",
            "/unitCode UNIT_UNKNOWN",
            "/decision/issuedOn IN_FUTURE",
            "/year IN_FUTURE");
  }

  @Test
  void theUnitWasThereInThatYear() {
    given(dissolved(LocalDate.of(2024, 1, 1))).when(RATE).thenBroken(Rule.UNIT_NOT_ACTIVE);
    assertThat(given(dissolved(LocalDate.of(2024, 1, 2))).when(RATE).then()).hasSize(1);
    given(from(LocalDate.of(2025, 1, 1))).when(RATE).thenBroken(Rule.UNIT_NOT_ACTIVE);
    assertThat(given(from(LocalDate.of(2024, 12, 31))).when(RATE).then()).hasSize(1);
  }

  private static KnownReference dissolved(LocalDate day) {
    return new KnownReference()
        .unit("VP", unitRegistered("VP", null), new UnitDissolved(null, day, basis()));
  }

  private static KnownReference from(LocalDate day) {
    return new KnownReference()
        .unit("VP", Records.with(unitRegistered("VP", null), "effectiveOn", day));
  }
}
