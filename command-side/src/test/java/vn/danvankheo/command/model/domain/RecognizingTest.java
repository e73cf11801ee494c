package vn.danvankheo.command.model.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.danvankheo.command.model.domain.ModelCommands.APPROVED;
import static vn.danvankheo.command.model.domain.ModelCommands.RECOGNIZED;
import static vn.danvankheo.command.model.domain.ModelCommands.designateExemplar;
import static vn.danvankheo.command.model.domain.ModelCommands.recognizeModel;
import static vn.danvankheo.command.model.domain.ModelCommands.refuseRecognition;
import static vn.danvankheo.command.model.domain.ModelScenarios.TODAY;
import static vn.danvankheo.command.model.domain.ModelScenarios.TOMORROW;
import static vn.danvankheo.command.model.domain.ModelScenarios.given;
import static vn.danvankheo.command.model.domain.ModelScenarios.office;
import static vn.danvankheo.command.model.domain.ModelScenarios.then;
import static vn.danvankheo.events.samples.ModelSamples.GOOD_POINTS;
import static vn.danvankheo.events.samples.ModelSamples.decision;
import static vn.danvankheo.events.samples.ModelSamples.exemplarDesignated;
import static vn.danvankheo.events.samples.ModelSamples.findingRemedied;
import static vn.danvankheo.events.samples.ModelSamples.inspectionAnnulled;
import static vn.danvankheo.events.samples.ModelSamples.modelClosed;
import static vn.danvankheo.events.samples.ModelSamples.modelInspected;
import static vn.danvankheo.events.samples.ModelSamples.modelInspectedWithFinding;
import static vn.danvankheo.events.samples.ModelSamples.modelRecognized;
import static vn.danvankheo.events.samples.ModelSamples.modelRegistered;
import static vn.danvankheo.events.samples.ModelSamples.recognitionRefused;
import static vn.danvankheo.events.samples.ModelSamples.remedyConfirmed;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.model.ModelInspected;
import vn.danvankheo.events.model.ModelRecognized;
import vn.danvankheo.events.model.RecognitionRefused;
import vn.danvankheo.events.samples.PlanSamples;
import vn.danvankheo.events.samples.Records;
import vn.danvankheo.events.vocabulary.ClosureOutcome;
import vn.danvankheo.events.vocabulary.InspectionKind;
import vn.danvankheo.events.vocabulary.Level;
import vn.danvankheo.events.vocabulary.Severity;

class RecognizingTest {
  private static final ModelEvent[] INSPECTED = then(APPROVED, modelInspected());

  private static ModelInspected inspected(int no, InspectionKind kind, int tc4) {
    return modelInspected(2024, no, kind, List.of(5, 5, 10, tc4, 5, 5, 5));
  }

  private static RecognizeModel decidedOn(LocalDate day) {
    return Records.with(recognizeModel(Level.OFFICE), "decision", decision("401/QĐ-VP", day));
  }

  @Test
  void aModelGoodEnoughIsRecognised() {
    given(INSPECTED).when(recognizeModel(Level.OFFICE)).then(modelRecognized());
  }

  @Test
  void itRestsOnTheMeanOfAllValidInspectionsButTheUnitsOwn() {
    ModelEvent[] several =
        then(
            APPROVED,
            inspected(1, InspectionKind.PERIODIC, 30),
            inspectionAnnulled(),
            inspected(2, InspectionKind.PERIODIC, 30),
            inspected(3, InspectionKind.SELF, 0),
            inspected(4, InspectionKind.AD_HOC, 30),
            inspected(5, InspectionKind.AD_HOC, 31));
    assertThat(given(several).when(recognizeModel(Level.OFFICE)).then())
        .extracting(event -> (ModelRecognized) event)
        .extracting(ModelRecognized::score, ModelRecognized::inspections)
        .containsExactly(tuple(new BigDecimal("65.33"), List.of(2, 4, 5)));
  }

  @Test
  void theUnitsOwnAssessmentIsNotEnough() {
    given(APPROVED).when(recognizeModel(Level.OFFICE)).thenBroken(Rule.NOT_INSPECTED);
    given(then(APPROVED, modelInspected(2024, 1, InspectionKind.SELF, GOOD_POINTS)))
        .when(recognizeModel(Level.OFFICE))
        .thenBroken(Rule.NOT_INSPECTED);
    given(then(INSPECTED, inspectionAnnulled()))
        .when(recognizeModel(Level.OFFICE))
        .thenBroken(Rule.NOT_INSPECTED);
  }

  @Test
  void thePassingMarkIsThePlans() {
    ModelEvent[] sixtyFour = then(APPROVED, inspected(1, InspectionKind.PERIODIC, 29));
    assertThat(given(sixtyFour).when(recognizeModel(Level.OFFICE)).thenBroken(Rule.SCORE_TOO_LOW))
        .isEqualTo(Map.of("score", new BigDecimal("64.00"), "passingMark", BigDecimal.valueOf(65)));
    ModelEvent[] sixtyFive = then(APPROVED, inspected(1, InspectionKind.PERIODIC, 30));
    assertThat(given(sixtyFive).when(recognizeModel(Level.OFFICE)).then()).hasSize(1);
    var milder =
        office()
            .plan(PlanSamples.with(PlanSamples.plan(2024), "passingMark", BigDecimal.valueOf(64)));
    assertThat(given(milder, sixtyFour).when(recognizeModel(Level.OFFICE)).then()).hasSize(1);
  }

  @Test
  void anOpenGraveFindingBarsIt() {
    ModelEvent[] open =
        then(APPROVED, modelInspectedWithFinding(Severity.MAJOR, LocalDate.of(2024, 10, 1)));
    given(open).when(recognizeModel(Level.OFFICE)).thenBroken(Rule.OPEN_FINDING);
    given(then(open, findingRemedied()))
        .when(recognizeModel(Level.OFFICE))
        .thenBroken(Rule.OPEN_FINDING);
    assertThat(
            given(then(open, findingRemedied(), remedyConfirmed()))
                .when(recognizeModel(Level.OFFICE))
                .then())
        .hasSize(1);
    assertThat(
            given(then(APPROVED, modelInspectedWithFinding(Severity.MINOR, null)))
                .when(recognizeModel(Level.OFFICE))
                .then())
        .hasSize(1);
  }

  @Test
  void theDecisionIsBetweenTheLastInspectionAndToday() {
    given(INSPECTED)
        .when(decidedOn(LocalDate.of(2024, 9, 9)))
        .thenInvalid("/decision/issuedOn BEFORE_INSPECTION");
    given(INSPECTED).when(decidedOn(TOMORROW)).thenInvalid("/decision/issuedOn IN_FUTURE");
    for (LocalDate day : List.of(LocalDate.of(2024, 9, 10), TODAY)) {
      assertThat(given(INSPECTED).when(decidedOn(day)).then()).hasSize(1);
    }
    ModelEvent later =
        Records.with(
            modelInspected(2024, 2, InspectionKind.AD_HOC, GOOD_POINTS),
            "inspectedOn",
            LocalDate.of(2024, 11, 21));
    given(then(INSPECTED, later))
        .when(recognizeModel(Level.OFFICE))
        .thenInvalid("/decision/issuedOn BEFORE_INSPECTION");
  }

  @ParameterizedTest
  @EnumSource
  void eachLevelRecognisesOnce(Level level) {
    var scenario = given(RECOGNIZED).when(recognizeModel(level));
    if (level == Level.OFFICE) {
      assertThat(scenario.thenBroken(Rule.ALREADY_RECOGNIZED)).containsEntry("level", Level.OFFICE);
    } else {
      assertThat(scenario.then()).hasSize(1);
    }
  }

  @Test
  void aRefusalMayBeRevised() {
    assertThat(
            given(then(INSPECTED, recognitionRefused())).when(recognizeModel(Level.OFFICE)).then())
        .hasSize(1);
  }

  @Test
  void whatDoesNotRunIsNotRecognised() {
    given(modelRegistered()).when(recognizeModel(Level.OFFICE)).thenBroken(Rule.WRONG_STATE);
    given(then(INSPECTED, modelClosed(ClosureOutcome.STOPPED)))
        .when(recognizeModel(Level.OFFICE))
        .thenBroken(Rule.MODEL_CLOSED);
  }

  @Test
  void recognitionIsRefusedWithAReason() {
    given(APPROVED)
        .because("Kết quả thấp")
        .when(refuseRecognition())
        .then(new RecognitionRefused(2024, "Kết quả thấp"));
    given(APPROVED).when(refuseRecognition()).thenInvalid("/reason REQUIRED");
  }

  @Test
  void onlyWhatIsApprovedAndUndecidedIsRefused() {
    given(RECOGNIZED).because("Thấp").when(refuseRecognition()).thenBroken(Rule.ALREADY_RECOGNIZED);
    given(then(APPROVED, recognitionRefused()))
        .because("Thấp")
        .when(refuseRecognition())
        .thenBroken(Rule.WRONG_STATE);
    given(modelRegistered()).because("Thấp").when(refuseRecognition()).thenBroken(Rule.WRONG_STATE);
  }

  @Test
  void aRecognisedModelIsDesignatedOnceForALevel() {
    given(RECOGNIZED).when(designateExemplar(Level.OFFICE)).then(exemplarDesignated());
    ModelEvent[] designated = then(RECOGNIZED, exemplarDesignated());
    given(designated).when(designateExemplar(Level.OFFICE)).thenBroken(Rule.ALREADY_DESIGNATED);
    assertThat(given(designated).when(designateExemplar(Level.PROVINCE)).then()).hasSize(1);
  }

  @Test
  void onlyARecognisedModelIsDesignatedAndNotBeforeItWas() {
    given(INSPECTED).when(designateExemplar(Level.OFFICE)).thenBroken(Rule.NOT_RECOGNIZED);
    given(RECOGNIZED)
        .when(designatedOn(LocalDate.of(2024, 11, 19)))
        .thenInvalid("/decision/issuedOn BEFORE_RECOGNITION");
    given(RECOGNIZED).when(designatedOn(TOMORROW)).thenInvalid("/decision/issuedOn IN_FUTURE");
  }

  private static DesignateExemplar designatedOn(LocalDate day) {
    return Records.with(designateExemplar(Level.OFFICE), "decision", decision("405/QĐ-VP", day));
  }
}
