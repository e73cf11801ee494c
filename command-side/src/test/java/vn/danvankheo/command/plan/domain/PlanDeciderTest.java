package vn.danvankheo.command.plan.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.danvankheo.events.samples.PlanSamples.nothing;
import static vn.danvankheo.events.samples.PlanSamples.plan;
import static vn.danvankheo.events.samples.PlanSamples.planIssued;
import static vn.danvankheo.events.samples.PlanSamples.with;
import static vn.danvankheo.events.samples.UnitSamples.basis;
import static vn.danvankheo.events.samples.UnitSamples.unitRegistered;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.danvankheo.command.domain.KnownReference;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.command.domain.Scenario;
import vn.danvankheo.events.metadata.Actor;
import vn.danvankheo.events.plan.PlanAmended;
import vn.danvankheo.events.plan.PlanContent;
import vn.danvankheo.events.plan.PlanEvent;
import vn.danvankheo.events.state.PlanState;
import vn.danvankheo.events.unit.UnitDissolved;
import vn.danvankheo.events.vocabulary.CommendationForm;
import vn.danvankheo.events.vocabulary.Criterion;
import vn.danvankheo.events.vocabulary.EntitledIssuers;
import vn.danvankheo.events.vocabulary.FocusTask;
import vn.danvankheo.events.vocabulary.LegalBasis;
import vn.danvankheo.events.vocabulary.Rating;
import vn.danvankheo.events.vocabulary.RatingBound;
import vn.danvankheo.events.vocabulary.Role;

class PlanDeciderTest {
  private static final LocalDate TODAY = LocalDate.of(2024, 2, 20);

  private static KnownReference office() {
    return new KnownReference().unit("VP", unitRegistered("VP", null));
  }

  private static Scenario<PlanCommand, PlanState, PlanEvent> given(PlanEvent... history) {
    return given(office(), history);
  }

  private static Scenario<PlanCommand, PlanState, PlanEvent> given(
      KnownReference reference, PlanEvent... history) {
    Actor leader = new Actor("cvp", "Chánh Văn phòng", "VP", Role.LEADER);
    return new Scenario<>(new PlanDecider(), List.of(history), reference, leader, TODAY);
  }

  private static IssuePlan issue(String name, Object value) {
    return new IssuePlan(with(plan(2024), name, value));
  }

  private static AmendPlan amend(PlanContent set, String... cleared) {
    return new AmendPlan("VP-2024", set, Set.of(cleared));
  }

  private static List<Criterion> criteria(String... points) {
    return IntStream.range(0, points.length)
        .mapToObj(i -> new Criterion("C" + i, "Tiêu chí", new BigDecimal(points[i])))
        .toList();
  }

  private static RatingBound bound(Rating rating, String points) {
    return new RatingBound(rating, new BigDecimal(points));
  }

  @Test
  void aPlanIsIssuedOnceForAUnitAndYear() {
    given().when(new IssuePlan(plan(2024))).then(planIssued(2024));
    given(planIssued(2024)).when(new IssuePlan(plan(2024))).thenBroken(Rule.PLAN_ALREADY_ISSUED);
  }

  @Test
  void theIssuingUnitIsKnownAndThere() {
    given().when(issue("unitCode", "NOWHERE")).thenInvalid("/unitCode UNIT_UNKNOWN");
    given(office().unit("VP", new UnitDissolved(null, TODAY, basis())))
        .when(new IssuePlan(plan(2024)))
        .thenBroken(Rule.UNIT_NOT_ACTIVE);
  }

  @Test
  void itIsNotOfTomorrow() {
    given().when(issue("issuedOn", TODAY.plusDays(1))).thenInvalid("/issuedOn IN_FUTURE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unitCode",
        "year",
        "number",
        "issuedOn",
        "issuer",
        "title",
        "registrationDueOn",
        "midYearReportDueOn",
        "finalReportDueOn"
      })
  void someThingsMustBeSaid(String name) {
    given().when(issue(name, null)).thenInvalid("/" + name + " REQUIRED");
    given(planIssued(2024)).when(amend(nothing(), name)).thenInvalid("/" + name + " REQUIRED");
  }

  @Test
  void theFinalReportIsNotBeforeTheMidYears() {
    given()
        .when(issue("finalReportDueOn", LocalDate.of(2024, 6, 14)))
        .thenInvalid("/finalReportDueOn END_BEFORE_START");
    assertThat(given().when(issue("finalReportDueOn", LocalDate.of(2024, 6, 15))).then())
        .hasSize(1);
  }

  @Test
  void deadlinesAreOfThePlansOwnTime() {
    given()
        .when(
            new IssuePlan(
                with(
                    with(
                        with(plan(2024), "registrationDueOn", LocalDate.of(2023, 3, 31)),
                        "midYearReportDueOn",
                        LocalDate.of(2023, 6, 15)),
                    "finalReportDueOn",
                    LocalDate.of(2042, 12, 15))))
        .thenInvalid(
            "/registrationDueOn TOO_EARLY",
            "/midYearReportDueOn OUT_OF_RANGE",
            "/finalReportDueOn OUT_OF_RANGE");
    given(planIssued(2024))
        .when(amend(with(nothing(), "finalReportDueOn", LocalDate.of(2030, 1, 1))))
        .thenInvalid("/finalReportDueOn OUT_OF_RANGE");
    for (LocalDate day : List.of(LocalDate.of(2023, 7, 1), LocalDate.of(2099, 3, 31))) {
      assertThat(given().when(issue("registrationDueOn", day)).then()).hasSize(1);
    }
    assertThat(given().when(issue("finalReportDueOn", LocalDate.of(2029, 12, 31))).then())
        .hasSize(1);
  }

  @Test
  void thePointsAddUpToAHundred() {
    assertThat(given().when(issue("criteria", criteria("60.5", "39.25", "0.25"))).then())
        .hasSize(1);
    var faults =
        given()
            .when(issue("criteria", criteria("60", "39.75")))
            .thenInvalid("/criteria SUM_NOT_100");
    assertThat(faults.get(0).details()).containsEntry("sum", new BigDecimal("99.75"));
  }

  @Test
  void pointsArePositiveAndInSteps() {
    given()
        .when(issue("criteria", criteria("100.1", "-0.1", "0")))
        .thenInvalid(
            "/criteria/0/maxPoints WRONG_STEP",
            "/criteria/1/maxPoints NOT_POSITIVE",
            "/criteria/2/maxPoints NOT_POSITIVE");
  }

  @Test
  void codesAreGivenOnce() {
    LegalBasis basis = plan(2024).legalBases().get(0);
    given()
        .when(issue("legalBases", List.of(basis, basis)))
        .thenInvalid("/legalBases/1/code DUPLICATE");
    FocusTask task = new FocusTask("NV1", "Khác");
    given()
        .when(issue("focusTasks", List.of(task, task)))
        .thenInvalid("/focusTasks/1/code DUPLICATE");
    Criterion half = new Criterion("C", "Nửa", BigDecimal.valueOf(50));
    given().when(issue("criteria", List.of(half, half))).thenInvalid("/criteria/1/code DUPLICATE");
    EntitledIssuers entitled = new EntitledIssuers(CommendationForm.PRAISE, List.of("Ban Chỉ đạo"));
    given()
        .when(issue("entitledIssuers", List.of(entitled, entitled)))
        .thenInvalid("/entitledIssuers/1/form DUPLICATE");
  }

  @Test
  void boundsFallStrictlyFromTheBestClassDown() {
    assertThat(
            given()
                .when(
                    issue(
                        "ratings",
                        List.of(
                            bound(Rating.POOR, "0"),
                            bound(Rating.EXCELLENT, "95"),
                            bound(Rating.FAIR, "70"))))
                .then())
        .hasSize(1);
    given()
        .when(
            issue(
                "ratings",
                List.of(
                    bound(Rating.GOOD, "90"),
                    bound(Rating.EXCELLENT, "90"),
                    bound(Rating.POOR, "91"))))
        .thenInvalid("/ratings/0/minPoints NOT_DECREASING", "/ratings/2/minPoints NOT_DECREASING");
    given()
        .when(issue("ratings", List.of(bound(Rating.GOOD, "90"), bound(Rating.GOOD, "80"))))
        .thenInvalid("/ratings/1/rating DUPLICATE");
  }

  @Test
  void anAmendmentTellsOnlyWhatReallyChanged() {
    PlanContent set = with(with(nothing(), "passingMark", BigDecimal.valueOf(70)), "year", 2024);
    given(planIssued(2024))
        .when(amend(set, "focusTasks"))
        .then(
            new PlanAmended(
                with(nothing(), "passingMark", BigDecimal.valueOf(70)), List.of("focusTasks")));
    given(planIssued(2024)).when(amend(with(nothing(), "number", "05/KH-VP"))).thenNothing();
    given(planIssued(2024)).when(amend(nothing(), "ratings")).thenNothing();
  }

  @Test
  void unitAndYearStay() {
    given(planIssued(2024))
        .when(amend(with(nothing(), "year", 2025)))
        .thenBroken(Rule.FIELD_LOCKED);
    given(planIssued(2024))
        .when(amend(with(nothing(), "unitCode", "NC")))
        .thenBroken(Rule.FIELD_LOCKED);
  }

  @Test
  void whatIsAmendedIsCheckedAsAWhole() {
    given(planIssued(2024))
        .when(amend(with(nothing(), "midYearReportDueOn", LocalDate.of(2024, 12, 16))))
        .thenInvalid("/finalReportDueOn END_BEFORE_START");
    given(planIssued(2024))
        .when(amend(with(nothing(), "criteria", criteria("50"))))
        .thenInvalid("/criteria SUM_NOT_100");
    given(planIssued(2024))
        .when(amend(with(nothing(), "issuedOn", TODAY.plusDays(1))))
        .thenInvalid("/issuedOn IN_FUTURE");
  }
}
