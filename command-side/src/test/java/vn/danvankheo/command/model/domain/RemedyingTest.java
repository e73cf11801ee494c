package vn.danvankheo.command.model.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.danvankheo.command.model.domain.ModelCommands.APPROVED;
import static vn.danvankheo.command.model.domain.ModelCommands.confirmRemedy;
import static vn.danvankheo.command.model.domain.ModelCommands.extendFinding;
import static vn.danvankheo.command.model.domain.ModelCommands.rejectRemedy;
import static vn.danvankheo.command.model.domain.ModelCommands.remedyFinding;
import static vn.danvankheo.command.model.domain.ModelScenarios.DEPARTMENT;
import static vn.danvankheo.command.model.domain.ModelScenarios.TODAY;
import static vn.danvankheo.command.model.domain.ModelScenarios.TOMORROW;
import static vn.danvankheo.command.model.domain.ModelScenarios.YESTERDAY;
import static vn.danvankheo.command.model.domain.ModelScenarios.given;
import static vn.danvankheo.command.model.domain.ModelScenarios.then;
import static vn.danvankheo.events.samples.ModelSamples.findingExtended;
import static vn.danvankheo.events.samples.ModelSamples.findingRemedied;
import static vn.danvankheo.events.samples.ModelSamples.inspectionAnnulled;
import static vn.danvankheo.events.samples.ModelSamples.modelClosed;
import static vn.danvankheo.events.samples.ModelSamples.modelInspectedWithFinding;
import static vn.danvankheo.events.samples.ModelSamples.remedyConfirmed;
import static vn.danvankheo.events.samples.ModelSamples.remedyRejected;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.events.model.FindingExtended;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.model.RemedyRejected;
import vn.danvankheo.events.samples.Records;
import vn.danvankheo.events.vocabulary.ClosureOutcome;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.events.vocabulary.Severity;

class RemedyingTest {
  private static final LocalDate DUE = LocalDate.of(2024, 10, 1);
  private static final ModelEvent[] OPEN =
      then(APPROVED, modelInspectedWithFinding(Severity.MAJOR, DUE));
  private static final ModelEvent[] REMEDIED = then(OPEN, findingRemedied());
  private static final ModelEvent[] CONFIRMED = then(REMEDIED, remedyConfirmed());

  static Stream<ModelCommand> everyStep() {
    return Stream.of(
        remedyFinding(), confirmRemedy(), rejectRemedy(TOMORROW), extendFinding(TOMORROW));
  }

  @Test
  void theUnitRemediesAndTheDepartmentConfirms() {
    given(OPEN).when(remedyFinding()).then(findingRemedied());
    given(REMEDIED).when(confirmRemedy()).then(remedyConfirmed());
  }

  @Test
  void aRejectedRemedyOpensTheFindingAgain() {
    given(REMEDIED)
        .because("Ảnh chụp chưa rõ")
        .when(rejectRemedy(TODAY))
        .then(new RemedyRejected(2024, 1, 1, "Ảnh chụp chưa rõ", TODAY));
    given(then(REMEDIED, remedyRejected())).when(remedyFinding()).then(findingRemedied());
    given(REMEDIED).when(rejectRemedy(YESTERDAY)).thenInvalid("/reason REQUIRED", "/dueOn IN_PAST");
  }

  @Test
  void aRemedyIsDoneBetweenTheInspectionAndToday() {
    given(OPEN)
        .when(Records.with(remedyFinding(), "doneOn", TOMORROW))
        .thenInvalid("/doneOn IN_FUTURE");
    given(OPEN)
        .when(Records.with(remedyFinding(), "doneOn", LocalDate.of(2024, 9, 9)))
        .thenInvalid("/doneOn BEFORE_INSPECTION");
    for (LocalDate day : List.of(LocalDate.of(2024, 9, 10), TODAY)) {
      assertThat(given(OPEN).when(Records.with(remedyFinding(), "doneOn", day)).then()).hasSize(1);
    }
  }

  @Test
  void anotherUnitRemediesNothing() {
    given(OPEN)
        .by("nc", DEPARTMENT, Role.CLERK)
        .when(remedyFinding())
        .thenBroken(Rule.NOT_YOUR_UNIT);
  }

  @Test
  void whatIsRemediedOrConfirmedIsNotRemediedAgain() {
    given(REMEDIED).when(remedyFinding()).thenBroken(Rule.FINDING_CLOSED);
    given(CONFIRMED).when(remedyFinding()).thenBroken(Rule.FINDING_CLOSED);
  }

  @Test
  void onlyWhatIsRemediedIsConfirmedOrRejected() {
    given(OPEN).when(confirmRemedy()).thenBroken(Rule.FINDING_NOT_REMEDIED);
    given(OPEN).because("Sai").when(rejectRemedy(TODAY)).thenBroken(Rule.FINDING_NOT_REMEDIED);
    given(CONFIRMED).when(confirmRemedy()).thenBroken(Rule.FINDING_CLOSED);
    given(CONFIRMED).because("Sai").when(rejectRemedy(TODAY)).thenBroken(Rule.FINDING_CLOSED);
  }

  @Test
  void aDayIsPutOffOnceWithAReason() {
    given(OPEN)
        .because("Chờ kinh phí")
        .when(extendFinding(TOMORROW))
        .then(new FindingExtended(2024, 1, 1, TOMORROW, "Chờ kinh phí"));
    given(OPEN).when(extendFinding(TOMORROW)).thenInvalid("/reason REQUIRED");
    given(then(OPEN, findingExtended(TODAY)))
        .because("Chờ kinh phí")
        .when(extendFinding(TOMORROW))
        .thenBroken(Rule.ALREADY_EXTENDED);
    given(REMEDIED)
        .because("Chờ kinh phí")
        .when(extendFinding(TOMORROW))
        .thenBroken(Rule.FINDING_CLOSED);
  }

  @Test
  void theNewDayIsLaterAndNotOver() {
    given(OPEN)
        .because("Chờ kinh phí")
        .when(extendFinding(DUE))
        .thenInvalid("/dueOn IN_PAST", "/dueOn NOT_LATER");
    given(then(APPROVED, modelInspectedWithFinding(Severity.MAJOR, TOMORROW)))
        .because("Chờ kinh phí")
        .when(extendFinding(TOMORROW))
        .thenInvalid("/dueOn NOT_LATER");
    assertThat(
            given(then(APPROVED, modelInspectedWithFinding(Severity.MINOR, null)))
                .because("Chờ kinh phí")
                .when(extendFinding(TODAY))
                .then())
        .hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("everyStep")
  void theFindingMustBeThere(ModelCommand step) {
    given(OPEN)
        .because("Lý do")
        .when((ModelCommand) Records.with((Record) step, "finding", 2))
        .thenBroken(Rule.FINDING_UNKNOWN);
    given(OPEN)
        .because("Lý do")
        .when((ModelCommand) Records.with((Record) step, "inspection", 2))
        .thenBroken(Rule.INSPECTION_UNKNOWN);
  }

  @ParameterizedTest
  @MethodSource("everyStep")
  void aVoidInspectionsFindingsRest(ModelCommand step) {
    given(then(REMEDIED, inspectionAnnulled()))
        .because("Lý do")
        .when(step)
        .thenBroken(Rule.ALREADY_ANNULLED);
  }

  @ParameterizedTest
  @MethodSource("everyStep")
  void aClosedModelsFindingsRest(ModelCommand step) {
    given(then(REMEDIED, modelClosed(ClosureOutcome.STOPPED)))
        .because("Lý do")
        .when(step)
        .thenBroken(Rule.MODEL_CLOSED);
  }
}
