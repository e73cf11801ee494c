package vn.danvankheo.command.model.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.danvankheo.command.model.domain.ModelCommands.APPROVED;
import static vn.danvankheo.command.model.domain.ModelCommands.RECOGNIZED;
import static vn.danvankheo.command.model.domain.ModelCommands.reportProgress;
import static vn.danvankheo.command.model.domain.ModelScenarios.DEPARTMENT;
import static vn.danvankheo.command.model.domain.ModelScenarios.TODAY;
import static vn.danvankheo.command.model.domain.ModelScenarios.TOMORROW;
import static vn.danvankheo.command.model.domain.ModelScenarios.given;
import static vn.danvankheo.command.model.domain.ModelScenarios.then;
import static vn.danvankheo.events.samples.FormSamples.INDICATOR;
import static vn.danvankheo.events.samples.ModelSamples.modelClosed;
import static vn.danvankheo.events.samples.ModelSamples.modelRegistered;
import static vn.danvankheo.events.samples.ModelSamples.modelRenewed;
import static vn.danvankheo.events.samples.ModelSamples.progressReported;
import static vn.danvankheo.events.samples.ModelSamples.recognitionRefused;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.events.model.ModelApproved;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.model.ProgressReported;
import vn.danvankheo.events.samples.Records;
import vn.danvankheo.events.state.ProgressReport;
import vn.danvankheo.events.vocabulary.ClosureOutcome;
import vn.danvankheo.events.vocabulary.IndicatorResult;
import vn.danvankheo.events.vocabulary.Role;

class ReportingTest {
  private static ProgressReported only(List<ModelEvent> events) {
    assertThat(events).hasSize(1);
    return (ProgressReported) events.get(0);
  }

  @Test
  void theUnitReportsWhileItsModelRuns() {
    assertThat(only(given(APPROVED).when(reportProgress()).then()))
        .isEqualTo(
            new ProgressReported(
                2024,
                1,
                "2024-Q3",
                reportProgress().reportedOn(),
                "Đạt tiến độ",
                reportProgress().results(),
                null,
                null,
                null,
                List.of(),
                null));
    assertThat(only(given(RECOGNIZED).when(reportProgress()).then()).no()).isEqualTo(2);
    assertThat(given(then(APPROVED, recognitionRefused())).when(reportProgress()).then())
        .hasSize(1);
  }

  @Test
  void numbersRunThroughTheModel() {
    ModelEvent[] secondYear =
        then(RECOGNIZED, modelRenewed(2025), new ModelApproved(2025, null, null, false));
    assertThat(only(given(secondYear).when(reportProgress()).then()))
        .extracting(ProgressReported::year, ProgressReported::no)
        .containsExactly(2025, 2);
  }

  @Test
  void notBeforeApprovalAndNotAfterTheEnd() {
    given(modelRegistered()).when(reportProgress()).thenBroken(Rule.WRONG_STATE);
    given(then(RECOGNIZED, modelClosed(ClosureOutcome.COMPLETED)))
        .when(reportProgress())
        .thenBroken(Rule.MODEL_CLOSED);
    given(APPROVED)
        .by("nc", DEPARTMENT, Role.CLERK)
        .when(reportProgress())
        .thenBroken(Rule.NOT_YOUR_UNIT);
  }

  @Test
  void anIndicatorMustHaveBeenRegistered() {
    assertThat(
            given(APPROVED)
                .when(Records.with(reportProgress(), "results", List.of(result("Khác"))))
                .thenBroken(Rule.UNKNOWN_INDICATOR))
        .containsEntry("indicator", "Khác");
    given(APPROVED)
        .when(
            Records.with(
                reportProgress(), "results", List.of(result(INDICATOR), result(INDICATOR))))
        .thenInvalid("/results/1/indicator DUPLICATE");
  }

  @Test
  void aReportIsNotOfTomorrow() {
    given(APPROVED)
        .when(Records.with(reportProgress(), "reportedOn", TOMORROW))
        .thenInvalid("/reportedOn IN_FUTURE");
    assertThat(given(APPROVED).when(Records.with(reportProgress(), "reportedOn", TODAY)).then())
        .hasSize(1);
  }

  @Test
  void aPeriodIsReportedOnce() {
    assertThat(
            given(then(APPROVED, progressReported(2024, 1, "2024-Q3", null)))
                .when(reportProgress())
                .thenBroken(Rule.PERIOD_ALREADY_REPORTED))
        .containsEntry("period", "2024-Q3");
  }

  @Test
  void aCorrectionReplacesTheReportAndKeepsTheOld() {
    ModelEvent[] reported = then(APPROVED, progressReported(2024, 1, "2024-Q3", null));
    ReportProgress correction = Records.with(reportProgress(), "correction", true);
    ProgressReported corrected = only(given(reported).when(correction).then());
    assertThat(corrected.corrects()).isEqualTo(1);
    var after = given(then(reported, corrected));
    assertThat(after.state().latest().progressReports())
        .extracting(ProgressReport::no, ProgressReport::correctedBy)
        .containsExactly(tuple(1, 2), tuple(2, null));
    assertThat(only(after.when(correction).then()).corrects()).isEqualTo(2);
  }

  @Test
  void thereMustBeSomethingToCorrect() {
    given(then(APPROVED, progressReported()))
        .when(Records.with(reportProgress(), "correction", true))
        .thenInvalid("/period NOTHING_TO_CORRECT");
  }

  private static IndicatorResult result(String indicator) {
    return new IndicatorResult(indicator, "hồ sơ", BigDecimal.ONE, BigDecimal.ONE);
  }
}
