package vn.danvankheo.command.model.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.danvankheo.command.model.domain.ModelCommands.RECOGNIZED;
import static vn.danvankheo.command.model.domain.ModelScenarios.TOMORROW;
import static vn.danvankheo.command.model.domain.ModelScenarios.given;
import static vn.danvankheo.command.model.domain.ModelScenarios.then;
import static vn.danvankheo.events.samples.ModelSamples.modelApproved;
import static vn.danvankheo.events.samples.ModelSamples.modelClosed;
import static vn.danvankheo.events.samples.ModelSamples.modelInspected;
import static vn.danvankheo.events.samples.ModelSamples.modelMoved;
import static vn.danvankheo.events.samples.ModelSamples.modelRegistered;
import static vn.danvankheo.events.samples.ModelSamples.modelReturned;
import static vn.danvankheo.events.samples.ModelSamples.modelWithdrawn;
import static vn.danvankheo.events.samples.ModelSamples.progressReported;
import static vn.danvankheo.events.samples.ModelSamples.recognitionRefused;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.vocabulary.ClosureOutcome;
import vn.danvankheo.events.vocabulary.Level;
import vn.danvankheo.events.vocabulary.TermStatus;

/** From which state each command is allowed, in one table, and what refuses it otherwise. */
class LifeCycleTest {
  private static final ModelEvent[] INSPECTED = {
    modelRegistered(), modelApproved(), progressReported(), modelInspected()
  };
  private static final Map<TermStatus, ModelEvent[]> HISTORIES =
      Map.of(
          TermStatus.REGISTERED,
          new ModelEvent[] {modelRegistered()},
          TermStatus.RETURNED,
          new ModelEvent[] {modelRegistered(), modelReturned(TOMORROW), modelMoved()},
          TermStatus.APPROVED,
          INSPECTED,
          TermStatus.RECOGNIZED,
          RECOGNIZED,
          TermStatus.NOT_RECOGNIZED,
          then(INSPECTED, recognitionRefused()),
          TermStatus.WITHDRAWN,
          then(INSPECTED, modelWithdrawn()),
          TermStatus.STOPPED,
          then(INSPECTED, modelClosed(ClosureOutcome.STOPPED)),
          TermStatus.CLOSED,
          then(RECOGNIZED, modelClosed(ClosureOutcome.COMPLETED)));

  private static final Map<String, ModelCommand> COMMANDS =
      Map.ofEntries(
          Map.entry("UpdateModel", ModelCommands.updateModel("location", "Nơi khác")),
          Map.entry("ReturnModel", ModelCommands.returnModel(TOMORROW)),
          Map.entry("ResubmitModel", ModelCommands.resubmitModel()),
          Map.entry("ApproveModel", ModelCommands.approveModel()),
          Map.entry("WithdrawModel", ModelCommands.withdrawModel()),
          Map.entry("ReportProgress", ModelCommands.reportProgress()),
          Map.entry("InspectModel", ModelCommands.inspectModel()),
          Map.entry("RecognizeModel", ModelCommands.recognizeModel(Level.PROVINCE)),
          Map.entry("RefuseRecognition", ModelCommands.refuseRecognition()),
          Map.entry("DesignateExemplar", ModelCommands.designateExemplar(Level.OFFICE)),
          Map.entry("CommendModel", ModelCommands.commendModel()),
          Map.entry("RenewModel", ModelCommands.renewModel(2025)),
          Map.entry("ReplicateModel", ModelCommands.replicateModel("VP-NC", 2025)),
          Map.entry("CloseModel", ModelCommands.closeModel(ClosureOutcome.COMPLETED)));

  @ParameterizedTest
  @EnumSource
  void theHistoriesLeadThere(TermStatus status) {
    assertThat(given(HISTORIES.get(status)).state().status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          command           | REGISTERED            | RETURNED              | APPROVED              | RECOGNIZED            | NOT_RECOGNIZED        | WITHDRAWN             | STOPPED               | CLOSED
          UpdateModel       | ok                    | ok                    | ok                    | ok                    | WRONG_STATE           | MODEL_CLOSED          | MODEL_CLOSED          | MODEL_CLOSED
          ReturnModel       | ok                    | NOT_AWAITING_REVIEW   | NOT_AWAITING_REVIEW   | NOT_AWAITING_REVIEW   | NOT_AWAITING_REVIEW   | NOT_AWAITING_REVIEW   | NOT_AWAITING_REVIEW   | NOT_AWAITING_REVIEW
          ResubmitModel     | NOT_RETURNED          | ok                    | NOT_RETURNED          | NOT_RETURNED          | NOT_RETURNED          | NOT_RETURNED          | NOT_RETURNED          | NOT_RETURNED
          ApproveModel      | ok                    | NOT_AWAITING_REVIEW   | NOT_AWAITING_REVIEW   | NOT_AWAITING_REVIEW   | NOT_AWAITING_REVIEW   | NOT_AWAITING_REVIEW   | NOT_AWAITING_REVIEW   | NOT_AWAITING_REVIEW
          WithdrawModel     | ok                    | ok                    | ok                    | ALREADY_RECOGNIZED    | WRONG_STATE           | MODEL_CLOSED          | MODEL_CLOSED          | MODEL_CLOSED
          ReportProgress    | WRONG_STATE           | WRONG_STATE           | ok                    | ok                    | ok                    | MODEL_CLOSED          | MODEL_CLOSED          | MODEL_CLOSED
          InspectModel      | WRONG_STATE           | WRONG_STATE           | ok                    | ok                    | ok                    | MODEL_CLOSED          | MODEL_CLOSED          | MODEL_CLOSED
          RecognizeModel    | WRONG_STATE           | WRONG_STATE           | ok                    | ok                    | ok                    | MODEL_CLOSED          | MODEL_CLOSED          | MODEL_CLOSED
          RefuseRecognition | WRONG_STATE           | WRONG_STATE           | ok                    | ALREADY_RECOGNIZED    | WRONG_STATE           | MODEL_CLOSED          | MODEL_CLOSED          | MODEL_CLOSED
          DesignateExemplar | NOT_RECOGNIZED        | NOT_RECOGNIZED        | NOT_RECOGNIZED        | ok                    | NOT_RECOGNIZED        | NOT_RECOGNIZED        | NOT_RECOGNIZED        | ok
          CommendModel      | NOT_RECOGNIZED        | NOT_RECOGNIZED        | NOT_RECOGNIZED        | ok                    | NOT_RECOGNIZED        | NOT_RECOGNIZED        | NOT_RECOGNIZED        | ok
          RenewModel        | WRONG_STATE           | WRONG_STATE           | ok                    | ok                    | ok                    | WRONG_STATE           | MODEL_CLOSED          | MODEL_CLOSED
          ReplicateModel    | SOURCE_NOT_RECOGNIZED | SOURCE_NOT_RECOGNIZED | SOURCE_NOT_RECOGNIZED | ok                    | SOURCE_NOT_RECOGNIZED | SOURCE_NOT_RECOGNIZED | SOURCE_NOT_RECOGNIZED | ok
          CloseModel        | WRONG_STATE           | WRONG_STATE           | ok                    | ok                    | ok                    | MODEL_CLOSED          | MODEL_CLOSED          | MODEL_CLOSED
          """)
  void aCommandIsAllowedFromTheseStates(
      String command,
      String registered,
      String returned,
      String approved,
      String recognized,
      String notRecognized,
      String withdrawn,
      String stopped,
      String closed) {
    check(command, TermStatus.REGISTERED, registered);
    check(command, TermStatus.RETURNED, returned);
    check(command, TermStatus.APPROVED, approved);
    check(command, TermStatus.RECOGNIZED, recognized);
    check(command, TermStatus.NOT_RECOGNIZED, notRecognized);
    check(command, TermStatus.WITHDRAWN, withdrawn);
    check(command, TermStatus.STOPPED, stopped);
    check(command, TermStatus.CLOSED, closed);
  }

  @Test
  void aYearThatWasNotRegisteredIsUnknown() {
    given(RECOGNIZED).when(new ApproveModel("it", 2023, null, null)).thenBroken(Rule.TERM_UNKNOWN);
  }

  private static void check(String name, TermStatus from, String outcome) {
    ModelCommand command = COMMANDS.get(name);
    LocalDate day =
        command instanceof RenewModel ? ModelCommands.NEXT_YEAR : LocalDate.of(2024, 12, 27);
    var scenario =
        given(HISTORIES.get(from)).on(day).because("Theo đề nghị của đơn vị").when(command);
    if (outcome.equals("ok")) {
      int events = command instanceof ReplicateModel ? 0 : 1;
      assertThat(scenario.then()).as("%s from %s", name, from).hasSize(events);
    } else {
      scenario.thenBroken(Rule.valueOf(outcome));
    }
  }
}
