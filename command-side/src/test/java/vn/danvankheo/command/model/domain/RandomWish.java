package vn.danvankheo.command.model.domain;

import static vn.danvankheo.events.samples.ModelSamples.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import vn.danvankheo.events.samples.Records;
import vn.danvankheo.events.vocabulary.ClosureOutcome;
import vn.danvankheo.events.vocabulary.CommendationForm;
import vn.danvankheo.events.vocabulary.Decision;
import vn.danvankheo.events.vocabulary.DutyKind;
import vn.danvankheo.events.vocabulary.InspectionKind;
import vn.danvankheo.events.vocabulary.Level;

/**
 * A wish of some kind; the chance picks its particulars. Steps forward come several times, ends
 * once, so that lives get long enough.
 *
 * @param kind which command
 * @param chance 0 to 999
 */
record RandomWish(int kind, int chance) {
  private static final List<BiFunction<RandomWish, LocalDate, ModelCommand>> WISHES =
      List.of(
          (wish, today) -> ModelCommands.approveModel(),
          (wish, today) -> ModelCommands.approveModel(),
          (wish, today) -> ModelCommands.updateModel("location", "Nơi thứ " + wish.chance),
          (wish, today) -> ModelCommands.clear("scope", "solutions"),
          (wish, today) -> ModelCommands.returnModel(today.plusDays(wish.chance % 20)),
          (wish, today) -> ModelCommands.resubmitModel(),
          (wish, today) -> Records.with(ModelCommands.resubmitModel(), "note", "Đã bổ sung"),
          RandomWish::report,
          RandomWish::report,
          RandomWish::inspect,
          RandomWish::inspect,
          RandomWish::inspect,
          (wish, today) -> wish.numbered(on(ModelCommands.remedyFinding(), "doneOn", today)),
          (wish, today) -> wish.numbered(ModelCommands.confirmRemedy()),
          (wish, today) -> wish.numbered(ModelCommands.rejectRemedy(today.plusDays(9))),
          (wish, today) -> wish.numbered(ModelCommands.extendFinding(today.plusDays(40))),
          (wish, today) -> wish.numbered(ModelCommands.annulInspection()),
          (wish, today) -> decided(ModelCommands.recognizeModel(wish.level()), today),
          (wish, today) -> decided(ModelCommands.recognizeModel(wish.level()), today),
          (wish, today) -> wish.chance < 300 ? ModelCommands.refuseRecognition() : wish.renew(),
          (wish, today) -> decided(ModelCommands.designateExemplar(wish.level()), today),
          RandomWish::commend,
          RandomWish::commend,
          (wish, today) -> decided(ModelCommands.revokeCommendation(), today),
          (wish, today) -> wish.renew(),
          (wish, today) -> ModelCommands.replicateModel("VP-NC", 2024 + wish.chance % 3),
          (wish, today) -> ModelCommands.sendReminder(wish.duty(), today),
          (wish, today) ->
              wish.chance < 30 ? ModelCommands.withdrawModel() : ModelCommands.approveModel(),
          (wish, today) -> wish.chance < 100 ? ModelCommands.closeModel(wish.end()) : wish.renew());

  static final int KINDS = WISHES.size();

  ModelCommand about(LocalDate today) {
    return WISHES.get(kind).apply(this, today);
  }

  private ModelCommand report(LocalDate today) {
    ReportProgress report =
        Records.with(ModelCommands.reportProgress(), "period", "2024-Q" + (1 + chance % 4));
    return on(Records.with(report, "correction", chance % 3 == 0), "reportedOn", today);
  }

  private ModelCommand inspect(LocalDate today) {
    InspectModel inspection =
        chance % 2 == 0
            ? ModelCommands.inspectModel()
            : ModelCommands.inspectModel(ModelCommands.major(today.plusDays(chance % 60)));
    InspectionKind[] kinds = InspectionKind.values();
    return on(Records.with(inspection, "kind", kinds[chance % kinds.length]), "inspectedOn", today);
  }

  private ModelCommand commend(LocalDate today) {
    CommendationForm[] forms = CommendationForm.values();
    CommendModel award =
        Records.with(ModelCommands.commendModel(), "form", forms[chance % forms.length]);
    return decided(award, today);
  }

  private ModelCommand renew() {
    return ModelCommands.renewModel(2024 + chance % 3);
  }

  private Level level() {
    return Level.values()[chance % Level.values().length];
  }

  private DutyKind duty() {
    return DutyKind.values()[chance % DutyKind.values().length];
  }

  private ClosureOutcome end() {
    return ClosureOutcome.values()[chance % ClosureOutcome.values().length];
  }

  private ModelCommand numbered(Record command) {
    return (ModelCommand) Records.with(command, "inspection", 1 + chance % 4);
  }

  private static <R extends Record> R on(R command, String name, LocalDate day) {
    return Records.with(command, name, day);
  }

  private static ModelCommand decided(Record command, LocalDate today) {
    Decision decision = decision("40/QĐ-VP", today);
    return (ModelCommand) Records.with(command, "decision", decision);
  }
}
