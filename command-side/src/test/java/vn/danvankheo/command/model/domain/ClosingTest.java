package vn.danvankheo.command.model.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.danvankheo.command.model.domain.ModelCommands.APPROVED;
import static vn.danvankheo.command.model.domain.ModelCommands.RECOGNIZED;
import static vn.danvankheo.command.model.domain.ModelCommands.closeModel;
import static vn.danvankheo.command.model.domain.ModelScenarios.given;
import static vn.danvankheo.command.model.domain.ModelScenarios.then;
import static vn.danvankheo.events.samples.ModelSamples.findingRemedied;
import static vn.danvankheo.events.samples.ModelSamples.inspectionAnnulled;
import static vn.danvankheo.events.samples.ModelSamples.modelApproved;
import static vn.danvankheo.events.samples.ModelSamples.modelClosed;
import static vn.danvankheo.events.samples.ModelSamples.modelInspectedWithFinding;
import static vn.danvankheo.events.samples.ModelSamples.modelRegistered;
import static vn.danvankheo.events.samples.ModelSamples.modelRenewed;
import static vn.danvankheo.events.samples.ModelSamples.modelWithdrawn;
import static vn.danvankheo.events.samples.ModelSamples.remedyConfirmed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.events.model.ModelClosed;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.samples.Records;
import vn.danvankheo.events.vocabulary.ClosureOutcome;
import vn.danvankheo.events.vocabulary.Severity;
import vn.danvankheo.events.vocabulary.TermStatus;

class ClosingTest {
  private static final ModelEvent[] OPEN_FINDING =
      then(APPROVED, modelInspectedWithFinding(Severity.MINOR, null));

  @ParameterizedTest
  @EnumSource
  void aRunningModelEnds(ClosureOutcome outcome) {
    given(APPROVED)
        .because("Đã xong")
        .when(closeModel(outcome))
        .then(new ModelClosed(2024, outcome, "Đã xong"));
  }

  @Test
  void stoppingEndsTheTermToo() {
    assertThat(given(then(APPROVED, modelClosed(ClosureOutcome.STOPPED))).state().latest().status())
        .isEqualTo(TermStatus.STOPPED);
    assertThat(given(then(RECOGNIZED, modelClosed(ClosureOutcome.COMPLETED))).state())
        .satisfies(
            model -> {
              assertThat(model.status()).isEqualTo(TermStatus.CLOSED);
              assertThat(model.latest().status()).isEqualTo(TermStatus.RECOGNIZED);
            });
  }

  @Test
  void whatIsCompletedHasNoOpenFinding() {
    given(OPEN_FINDING)
        .because("Đã xong")
        .when(closeModel(ClosureOutcome.COMPLETED))
        .thenBroken(Rule.OPEN_FINDING);
    given(then(OPEN_FINDING, findingRemedied()))
        .because("Đã xong")
        .when(closeModel(ClosureOutcome.COMPLETED))
        .thenBroken(Rule.OPEN_FINDING);
    assertThat(
            given(then(OPEN_FINDING, findingRemedied(), remedyConfirmed()))
                .because("Đã xong")
                .when(closeModel(ClosureOutcome.COMPLETED))
                .then())
        .hasSize(1);
    assertThat(
            given(then(OPEN_FINDING, inspectionAnnulled()))
                .because("Đã xong")
                .when(closeModel(ClosureOutcome.COMPLETED))
                .then())
        .hasSize(1);
  }

  @Test
  void anOpenFindingOfAnEarlierYearCountsToo() {
    given(then(OPEN_FINDING, modelRenewed(2025), modelApproved(2025)))
        .because("Đã xong")
        .when(closeModel(ClosureOutcome.COMPLETED))
        .thenBroken(Rule.OPEN_FINDING);
  }

  @Test
  void whatIsStoppedMayLeaveThemOpen() {
    assertThat(
            given(OPEN_FINDING)
                .because("Sắp xếp lại")
                .when(closeModel(ClosureOutcome.STOPPED))
                .then())
        .hasSize(1);
  }

  @Test
  void itNeedsAReason() {
    given(APPROVED).when(closeModel(ClosureOutcome.STOPPED)).thenInvalid("/reason REQUIRED");
  }

  @Test
  void whatDoesNotRunCannotEnd() {
    given(modelRegistered())
        .because("Thôi")
        .when(closeModel(ClosureOutcome.STOPPED))
        .thenBroken(Rule.WRONG_STATE);
    given(modelRegistered(), modelWithdrawn())
        .because("Thôi")
        .when(closeModel(ClosureOutcome.STOPPED))
        .thenBroken(Rule.MODEL_CLOSED);
    given(then(APPROVED, modelClosed(ClosureOutcome.COMPLETED)))
        .because("Thôi")
        .when(closeModel(ClosureOutcome.STOPPED))
        .thenBroken(Rule.MODEL_CLOSED);
  }

  @Test
  void itEndsInItsLatestYear() {
    given(then(RECOGNIZED, modelRenewed(2025), modelApproved(2025)))
        .because("Thôi")
        .when(Records.with(closeModel(ClosureOutcome.STOPPED), "year", 2024))
        .thenInvalid("/year NOT_LATEST");
  }
}
