package vn.danvankheo.command.model.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.danvankheo.command.model.domain.ModelCommands.APPROVED;
import static vn.danvankheo.command.model.domain.ModelCommands.sendReminder;
import static vn.danvankheo.command.model.domain.ModelScenarios.given;
import static vn.danvankheo.command.model.domain.ModelScenarios.office;
import static vn.danvankheo.command.model.domain.ModelScenarios.then;
import static vn.danvankheo.events.samples.FormSamples.CENTRE;
import static vn.danvankheo.events.samples.ModelSamples.findingRemedied;
import static vn.danvankheo.events.samples.ModelSamples.modelClosed;
import static vn.danvankheo.events.samples.ModelSamples.modelInspectedWithFinding;
import static vn.danvankheo.events.samples.ModelSamples.modelRegistered;
import static vn.danvankheo.events.samples.ModelSamples.modelRenewed;
import static vn.danvankheo.events.samples.ModelSamples.modelReturned;
import static vn.danvankheo.events.samples.ModelSamples.progressReported;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.model.ReminderSent;
import vn.danvankheo.events.samples.Records;
import vn.danvankheo.events.vocabulary.ClosureOutcome;
import vn.danvankheo.events.vocabulary.DutyKind;
import vn.danvankheo.events.vocabulary.Severity;

class RemindingTest {
  private static final LocalDate DUE = LocalDate.of(2024, 10, 1);
  private static final ModelEvent[] FINDING =
      then(APPROVED, progressReported(), modelInspectedWithFinding(Severity.MAJOR, DUE));

  private static void late(ModelEvent[] history, DutyKind about, LocalDate dueOn) {
    given(history).on(dueOn).when(sendReminder(about, dueOn)).thenBroken(Rule.NOTHING_DUE);
    given(history)
        .on(dueOn.plusDays(1))
        .when(sendReminder(about, dueOn))
        .then(new ReminderSent(2024, CENTRE, about, dueOn, sendReminder(about, dueOn).message()));
  }

  @Test
  void aFindingIsLateTheDayAfterItsDay() {
    late(FINDING, DutyKind.FINDING, DUE);
    given(then(FINDING, findingRemedied()))
        .when(sendReminder(DutyKind.FINDING, DUE))
        .thenBroken(Rule.NOTHING_DUE);
  }

  @Test
  void aReturnedFormIsLateTheDayAfterItsDay() {
    late(new ModelEvent[] {modelRegistered(), modelReturned(DUE)}, DutyKind.RESUBMISSION, DUE);
  }

  @Test
  void progressIsDueAtMidYearAndAtTheEnd() {
    LocalDate midYear = LocalDate.of(2024, 6, 15);
    LocalDate end = LocalDate.of(2024, 12, 15);
    late(APPROVED, DutyKind.PROGRESS, midYear);
    late(then(APPROVED, progressReported()), DutyKind.PROGRESS, end);
    ModelEvent last = Records.with(progressReported(2024, 2, "2024-Q4", null), "reportedOn", end);
    given(then(APPROVED, progressReported(), last))
        .when(sendReminder(DutyKind.PROGRESS, end))
        .thenBroken(Rule.NOTHING_DUE);
    given(then(APPROVED, last))
        .when(sendReminder(DutyKind.PROGRESS, end))
        .thenBroken(Rule.NOTHING_DUE);
  }

  @Test
  void withoutAPlanNoProgressIsDue() {
    given(office().noPlan("VP-2024"), APPROVED)
        .when(sendReminder(DutyKind.PROGRESS, DUE))
        .thenBroken(Rule.NOTHING_DUE);
  }

  @Test
  void oneKindDoesNotStandForAnother() {
    given(FINDING).when(sendReminder(DutyKind.RESUBMISSION, DUE)).thenBroken(Rule.NOTHING_DUE);
    given(FINDING).when(sendReminder(DutyKind.REGISTRATION, DUE)).thenBroken(Rule.NOTHING_DUE);
  }

  @Test
  void whatIsLateInAnEarlierYearIsFound() {
    var reminded =
        given(then(FINDING, modelRenewed(2025))).when(sendReminder(DutyKind.FINDING, DUE)).then();
    assertThat(reminded).extracting(event -> ((ReminderSent) event).year()).containsExactly(2024);
    given(then(FINDING, modelRenewed(2025)))
        .when(Records.with(sendReminder(DutyKind.FINDING, DUE), "year", 2025))
        .thenBroken(Rule.NOTHING_DUE);
  }

  @ParameterizedTest
  @EnumSource
  void anEndedModelOwesNothing(DutyKind about) {
    given(then(FINDING, modelClosed(ClosureOutcome.STOPPED)))
        .on(LocalDate.of(2026, 1, 1))
        .when(sendReminder(about, DUE))
        .thenBroken(Rule.NOTHING_DUE);
  }
}
