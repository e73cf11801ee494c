package vn.danvankheo.command.model.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.danvankheo.command.model.domain.ModelCommands.APPROVED;
import static vn.danvankheo.command.model.domain.ModelCommands.RECOGNIZED;
import static vn.danvankheo.command.model.domain.ModelCommands.annulInspection;
import static vn.danvankheo.command.model.domain.ModelCommands.inspectModel;
import static vn.danvankheo.command.model.domain.ModelCommands.major;
import static vn.danvankheo.command.model.domain.ModelScenarios.DEPARTMENT;
import static vn.danvankheo.command.model.domain.ModelScenarios.TODAY;
import static vn.danvankheo.command.model.domain.ModelScenarios.TOMORROW;
import static vn.danvankheo.command.model.domain.ModelScenarios.given;
import static vn.danvankheo.command.model.domain.ModelScenarios.office;
import static vn.danvankheo.command.model.domain.ModelScenarios.then;
import static vn.danvankheo.events.samples.FormSamples.CENTRE;
import static vn.danvankheo.events.samples.ModelSamples.findingRemedied;
import static vn.danvankheo.events.samples.ModelSamples.inspectionAnnulled;
import static vn.danvankheo.events.samples.ModelSamples.modelClosed;
import static vn.danvankheo.events.samples.ModelSamples.modelInspected;
import static vn.danvankheo.events.samples.ModelSamples.modelInspectedWithFinding;
import static vn.danvankheo.events.samples.ModelSamples.modelRegistered;
import static vn.danvankheo.events.samples.ModelSamples.modelRenewed;
import static vn.danvankheo.events.samples.ModelSamples.recognitionRefused;
import static vn.danvankheo.events.samples.ModelSamples.scores;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.events.model.InspectionAnnulled;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.model.ModelInspected;
import vn.danvankheo.events.model.ModelUpdated;
import vn.danvankheo.events.samples.FormSamples;
import vn.danvankheo.events.samples.PlanSamples;
import vn.danvankheo.events.samples.Records;
import vn.danvankheo.events.vocabulary.ClosureOutcome;
import vn.danvankheo.events.vocabulary.Criterion;
import vn.danvankheo.events.vocabulary.Finding;
import vn.danvankheo.events.vocabulary.InspectionKind;
import vn.danvankheo.events.vocabulary.Rating;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.events.vocabulary.Score;
import vn.danvankheo.events.vocabulary.Severity;
import vn.danvankheo.events.vocabulary.TeamMember;
import vn.danvankheo.events.vocabulary.TeamRole;

class InspectingTest {
  private static final LocalDate DUE = LocalDate.of(2024, 10, 1);

  private static ModelInspected only(List<ModelEvent> events) {
    assertThat(events).hasSize(1);
    return (ModelInspected) events.get(0);
  }

  private static InspectModel scored(List<Score> scores) {
    return Records.with(inspectModel(), "scores", scores);
  }

  @Test
  void aTeamInspectsAndScores() {
    given(APPROVED).when(inspectModel()).then(modelInspected());
  }

  @Test
  void itIsRatedByThePlansBounds() {
    ModelInspected inspected = only(given(APPROVED).when(inspectModel()).then());
    assertThat(inspected.total()).isEqualByComparingTo("92");
    assertThat(inspected.rating()).isEqualTo(Rating.EXCELLENT);
  }

  @ParameterizedTest
  @CsvSource({
    "90, EXCELLENT",
    "89.75, GOOD",
    "80, GOOD",
    "79.75, FAIR",
    "65, FAIR",
    "64.75, AVERAGE",
    "50, AVERAGE",
    "49.75, POOR",
    "0, POOR",
    "100, EXCELLENT"
  })
  void boundsAreInclusive(BigDecimal total, Rating rating) {
    assertThat(only(given(APPROVED).when(scored(addingUpTo(total))).then()))
        .extracting(ModelInspected::total, ModelInspected::rating)
        .containsExactly(total, rating);
  }

  @Test
  void nothingBetterThanFairWhileAGraveFindingIsPastItsDay() {
    ModelEvent[] late = then(APPROVED, modelInspectedWithFinding(Severity.MAJOR, DUE));
    assertThat(ratedOn(DUE.plusDays(1), late, 92)).isEqualTo(Rating.FAIR);
    assertThat(ratedOn(DUE.plusDays(1), late, 55)).isEqualTo(Rating.AVERAGE);
    assertThat(ratedOn(DUE, late, 92)).isEqualTo(Rating.EXCELLENT);
    assertThat(ratedOn(DUE.plusDays(1), then(late, findingRemedied()), 92))
        .isEqualTo(Rating.EXCELLENT);
    assertThat(
            ratedOn(
                DUE.plusDays(1),
                then(APPROVED, modelInspectedWithFinding(Severity.MINOR, DUE)),
                92))
        .isEqualTo(Rating.EXCELLENT);
  }

  private static Rating ratedOn(LocalDate day, ModelEvent[] before, int points) {
    InspectModel command = scored(addingUpTo(BigDecimal.valueOf(points)));
    return only(given(before).when(Records.with(command, "inspectedOn", day)).then()).rating();
  }

  @Test
  void itIsAllowedWhileTheModelRuns() {
    assertThat(only(given(RECOGNIZED).when(inspectModel()).then()).no()).isEqualTo(2);
    assertThat(given(then(APPROVED, recognitionRefused())).when(inspectModel()).then()).hasSize(1);
    given(modelRegistered()).when(inspectModel()).thenBroken(Rule.WRONG_STATE);
    given(then(RECOGNIZED, modelClosed(ClosureOutcome.COMPLETED)))
        .when(inspectModel())
        .thenBroken(Rule.MODEL_CLOSED);
  }

  @Test
  void tooManyPointsAreAFaultAtTheScore() {
    var faults =
        given(APPROVED)
            .when(scored(scores(List.of(11, 14, 18, 28, 9, 8, 5))))
            .thenInvalid("/scores/0/points SCORE_ABOVE_MAXIMUM");
    assertThat(faults.get(0).details()).isEqualTo(Map.of("maximum", BigDecimal.TEN));
  }

  @Test
  void allFaultsOfTheScoresAreToldAtOnce() {
    List<Score> wrong =
        List.of(
            new Score("TC1", new BigDecimal("10.01"), null),
            new Score("TC2", new BigDecimal("-0.25"), null),
            new Score("TC3", new BigDecimal("18.1"), null),
            new Score("TC9", BigDecimal.ONE, null),
            new Score("TC2", BigDecimal.ONE, null),
            new Score("TC5", new BigDecimal("9.75"), null));
    var faults =
        given(APPROVED)
            .when(scored(wrong))
            .thenInvalid(
                "/scores/0/points SCORE_ABOVE_MAXIMUM",
                "/scores/1/points SCORE_NEGATIVE",
                "/scores/2/points WRONG_STEP",
                "/scores/3/criterion CRITERION_UNKNOWN",
                "/scores/4/criterion DUPLICATE",
                "/scores CRITERION_MISSING");
    assertThat(faults)
        .filteredOn(fault -> fault.code().equals("CRITERION_MISSING"))
        .extracting(fault -> fault.details().get("criteria"))
        .containsExactly("TC4, TC6, TC7");
  }

  @Test
  void thePlansOwnCriteriaCount() {
    List<Criterion> two =
        List.of(
            new Criterion("A", "Kết quả", BigDecimal.valueOf(60)),
            new Criterion("B", "Lan tỏa", BigDecimal.valueOf(40)));
    var known = office().plan(PlanSamples.with(PlanSamples.plan(2024), "criteria", two));
    assertThat(
            only(given(known, APPROVED)
                    .when(
                        scored(
                            List.of(
                                new Score("A", new BigDecimal("50.25"), null),
                                new Score("B", BigDecimal.valueOf(40), null))))
                    .then())
                .total())
        .isEqualByComparingTo("90.25");
    given(known, APPROVED)
        .when(scored(List.of(new Score("A", BigDecimal.TEN, null))))
        .thenInvalid("/scores CRITERION_MISSING");
  }

  @Test
  void withoutAPlanThereIsNothingToScoreBy() {
    given(office().noPlan("VP-2024"), APPROVED)
        .when(inspectModel())
        .thenBroken(Rule.PLAN_NOT_ISSUED);
  }

  @Test
  void theDayIsFromTheModelsFirstToToday() {
    given(APPROVED)
        .when(Records.with(inspectModel(), "inspectedOn", LocalDate.of(2024, 3, 11)))
        .thenInvalid("/inspectedOn BEFORE_START");
    given(APPROVED)
        .when(Records.with(inspectModel(), "inspectedOn", TOMORROW))
        .thenInvalid("/inspectedOn IN_FUTURE");
    for (LocalDate day : List.of(LocalDate.of(2024, 3, 12), TODAY)) {
      assertThat(given(APPROVED).when(Records.with(inspectModel(), "inspectedOn", day)).then())
          .hasSize(1);
    }
  }

  @Test
  void aLaterFirstDayDoesNotReachBackToEarlierTerms() {
    ModelEvent moved =
        new ModelUpdated(
            2025,
            FormSamples.with(
                FormSamples.only("startsOn", LocalDate.of(2025, 1, 2)),
                "endsOn",
                LocalDate.of(2025, 12, 31)),
            List.of(),
            null,
            false);
    assertThat(
            given(then(RECOGNIZED, modelRenewed(2025), moved))
                .when(Records.with(inspectModel(), "year", 2024))
                .then())
        .hasSize(1);
  }

  @Test
  void aGraveFindingNeedsADayAndNoDayIsBeforeTheInspection() {
    InspectModel.NewFinding minor =
        new InspectModel.NewFinding("Thiếu biển hiệu", Severity.MINOR, null);
    given(APPROVED)
        .when(inspectModel(major(DUE), major(null), major(LocalDate.of(2024, 9, 9)), minor))
        .thenInvalid("/findings/1/dueOn REQUIRED", "/findings/2/dueOn BEFORE_INSPECTION");
    assertThat(only(given(APPROVED).when(inspectModel(major(DUE), minor)).then()).findings())
        .containsExactly(
            new Finding(1, "Chưa niêm yết danh mục", Severity.MAJOR, DUE),
            new Finding(2, "Thiếu biển hiệu", Severity.MINOR, null));
  }

  @ParameterizedTest
  @EnumSource
  void whoIsResponsibleDoesNotInspectTheOwnModel(InspectionKind kind) {
    TeamMember own = new TeamMember("giám đốc  TRUNG TÂM", CENTRE, TeamRole.MEMBER);
    List<TeamMember> team = new ArrayList<>(inspectModel().team());
    team.add(own);
    var scenario =
        given(APPROVED)
            .when(Records.with(Records.with(inspectModel(), "team", team), "kind", kind));
    if (kind == InspectionKind.SELF) {
      assertThat(scenario.then()).hasSize(1);
    } else {
      scenario.thenBroken(Rule.CONFLICT_OF_INTEREST);
    }
  }

  @Test
  void theSamePositionOfAnotherUnitIsNoConflict() {
    TeamMember other = new TeamMember("Giám đốc Trung tâm", DEPARTMENT, TeamRole.HEAD);
    assertThat(given(APPROVED).when(Records.with(inspectModel(), "team", List.of(other))).then())
        .hasSize(1);
  }

  @Test
  void theTeamsUnitsAreKnown() {
    TeamMember other = new TeamMember("Trưởng phòng", "NOWHERE", TeamRole.HEAD);
    given(APPROVED)
        .when(Records.with(inspectModel(), "team", List.of(other)))
        .thenInvalid("/team/0/unitCode UNIT_UNKNOWN");
  }

  @Test
  void aClerkAssessesTheOwnUnitAlone() {
    InspectModel self = Records.with(inspectModel(), "kind", InspectionKind.SELF);
    assertThat(given(APPROVED).by("ttpvhcc", CENTRE, Role.CLERK).when(self).then()).hasSize(1);
    given(APPROVED).by("nc", DEPARTMENT, Role.CLERK).when(self).thenBroken(Rule.NOT_YOUR_UNIT);
    given(APPROVED)
        .by("ttpvhcc", CENTRE, Role.CLERK)
        .when(inspectModel())
        .thenBroken(Rule.ROLE_NOT_ENTITLED);
  }

  @Test
  void aValidInspectionCanBeDeclaredVoid() {
    given(then(APPROVED, modelInspected()))
        .because("Sai thành phần đoàn kiểm tra")
        .when(annulInspection())
        .then(new InspectionAnnulled(2024, 1, "Sai thành phần đoàn kiểm tra"));
    given(then(APPROVED, modelInspected())).when(annulInspection()).thenInvalid("/reason REQUIRED");
  }

  @Test
  void notTwiceNotUnknownAndNotWhenRecognitionRestsOnIt() {
    given(then(APPROVED, modelInspected(), inspectionAnnulled()))
        .because("Sai")
        .when(annulInspection())
        .thenBroken(Rule.ALREADY_ANNULLED);
    given(APPROVED).because("Sai").when(annulInspection()).thenBroken(Rule.INSPECTION_UNKNOWN);
    given(RECOGNIZED).because("Sai").when(annulInspection()).thenBroken(Rule.INSPECTION_IN_USE);
  }

  @Test
  void anInspectionIsFoundInAnyTermButNotInAWrongOne() {
    ModelEvent[] later = then(RECOGNIZED, modelRenewed(2025));
    given(later).because("Sai").when(annulInspection()).thenBroken(Rule.INSPECTION_IN_USE);
    given(later)
        .because("Sai")
        .when(Records.with(annulInspection(), "year", 2025))
        .thenBroken(Rule.INSPECTION_UNKNOWN);
  }

  private static List<Score> addingUpTo(BigDecimal total) {
    List<Score> scores = new ArrayList<>();
    BigDecimal rest = total;
    List<Integer> maxima = List.of(10, 15, 20, 30, 10, 10, 5);
    for (int i = 0; i < maxima.size(); i++) {
      BigDecimal points = rest.min(BigDecimal.valueOf(maxima.get(i)));
      scores.add(new Score("TC" + (i + 1), points, null));
      rest = rest.subtract(points);
    }
    return scores;
  }
}
