package vn.danvankheo.command.model.domain;

import static vn.danvankheo.events.samples.FormSamples.INDICATOR;
import static vn.danvankheo.events.samples.ModelSamples.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.model.ModelForm;
import vn.danvankheo.events.samples.FormSamples;
import vn.danvankheo.events.samples.ModelSamples;
import vn.danvankheo.events.vocabulary.ClosureOutcome;
import vn.danvankheo.events.vocabulary.CommendationBasis;
import vn.danvankheo.events.vocabulary.CommendationForm;
import vn.danvankheo.events.vocabulary.DutyKind;
import vn.danvankheo.events.vocabulary.IndicatorResult;
import vn.danvankheo.events.vocabulary.InspectionKind;
import vn.danvankheo.events.vocabulary.Level;
import vn.danvankheo.events.vocabulary.RevocationGround;
import vn.danvankheo.events.vocabulary.Severity;

/** A legal command of each kind, about the latest term of the model of {@link ModelSamples}. */
final class ModelCommands {
  static final String ID = "it";
  static final LocalDate NEXT_YEAR = LocalDate.of(2025, 2, 15);

  /** Registered and approved. */
  static final ModelEvent[] APPROVED = {
    ModelSamples.modelRegistered(), ModelSamples.modelApproved()
  };

  /** Approved, reported on, inspected with 92 points, recognised by the office. */
  static final ModelEvent[] RECOGNIZED = {
    ModelSamples.modelRegistered(),
    ModelSamples.modelApproved(),
    ModelSamples.progressReported(),
    ModelSamples.modelInspected(),
    ModelSamples.modelRecognized()
  };

  private ModelCommands() {}

  static RegisterModel registerModel() {
    return registerModel(FormSamples.form());
  }

  static RegisterModel registerModel(ModelForm form) {
    return new RegisterModel(ID, "DVK-2024-0042", 2024, form, FormSamples.objectives(), null, null);
  }

  static UpdateModel updateModel(String name, Object value) {
    return new UpdateModel(ID, null, FormSamples.only(name, value), Set.of(), null);
  }

  static UpdateModel clear(String... names) {
    return new UpdateModel(ID, null, FormSamples.nothing(), Set.of(names), null);
  }

  static ReturnModel returnModel(LocalDate dueOn) {
    return new ReturnModel(ID, null, dueOn);
  }

  static ResubmitModel resubmitModel() {
    return new ResubmitModel(ID, null, null);
  }

  static ApproveModel approveModel() {
    return new ApproveModel(ID, null, null, "Đồng ý");
  }

  static WithdrawModel withdrawModel() {
    return new WithdrawModel(ID, null);
  }

  static ReportProgress reportProgress() {
    return new ReportProgress(
        ID,
        null,
        "2024-Q3",
        LocalDate.of(2024, 9, 10),
        "Đạt tiến độ",
        List.of(
            new IndicatorResult(
                INDICATOR, "hồ sơ", BigDecimal.valueOf(2400), BigDecimal.valueOf(1900))),
        null,
        null,
        null,
        List.of(),
        false);
  }

  static InspectModel inspectModel(InspectModel.NewFinding... findings) {
    return new InspectModel(
        ID,
        null,
        InspectionKind.PERIODIC,
        LocalDate.of(2024, 9, 10),
        null,
        ModelSamples.team(),
        List.of(),
        "12/BB-VP",
        ModelSamples.scores(ModelSamples.GOOD_POINTS),
        null,
        null,
        List.of(findings),
        "Thực hiện tốt",
        null,
        List.of());
  }

  static InspectModel.NewFinding major(LocalDate dueOn) {
    return new InspectModel.NewFinding("Chưa niêm yết danh mục", Severity.MAJOR, dueOn);
  }

  static RemedyFinding remedyFinding() {
    return new RemedyFinding(ID, null, 1, 1, LocalDate.of(2024, 9, 20), "Đã niêm yết", List.of());
  }

  static ConfirmRemedy confirmRemedy() {
    return new ConfirmRemedy(ID, null, 1, 1);
  }

  static RejectRemedy rejectRemedy(LocalDate dueOn) {
    return new RejectRemedy(ID, null, 1, 1, dueOn);
  }

  static ExtendFinding extendFinding(LocalDate dueOn) {
    return new ExtendFinding(ID, null, 1, 1, dueOn);
  }

  static AnnulInspection annulInspection() {
    return new AnnulInspection(ID, null, 1);
  }

  static RecognizeModel recognizeModel(Level level) {
    return new RecognizeModel(ID, null, decision("401/QĐ-VP", LocalDate.of(2024, 11, 20)), level);
  }

  static RefuseRecognition refuseRecognition() {
    return new RefuseRecognition(ID, null);
  }

  static DesignateExemplar designateExemplar(Level level) {
    return new DesignateExemplar(ID, null, decision("405/QĐ-VP", LocalDate.of(2024, 12, 1)), level);
  }

  static CommendModel commendModel() {
    return new CommendModel(
        ID,
        null,
        CommendationForm.CERTIFICATE_OF_MERIT_UNIT,
        CommendationBasis.ANNUAL,
        decision("412/QĐ-VP", LocalDate.of(2024, 12, 20)),
        "Có thành tích xuất sắc trong phong trào thi đua “Dân vận khéo” năm 2024",
        List.of(ModelSamples.recipient()),
        null,
        null);
  }

  static RevokeCommendation revokeCommendation() {
    return new RevokeCommendation(
        ID,
        null,
        1,
        RevocationGround.FALSE_PAPERS,
        decision("15/QĐ-VP", LocalDate.of(2024, 12, 26)),
        true);
  }

  static RenewModel renewModel(int year) {
    return new RenewModel(ID, year, null, null);
  }

  static ReplicateModel replicateModel(String unitCode, int year) {
    return new ReplicateModel(ID, "copy", unitCode, year, null, null, null, null);
  }

  static CloseModel closeModel(ClosureOutcome outcome) {
    return new CloseModel(ID, null, outcome);
  }

  static SendReminder sendReminder(DutyKind about, LocalDate dueOn) {
    return new SendReminder(ID, null, about, dueOn, "Đề nghị đơn vị khẩn trương thực hiện");
  }
}
