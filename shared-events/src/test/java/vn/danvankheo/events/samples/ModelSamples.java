package vn.danvankheo.events.samples;

import static vn.danvankheo.events.samples.FormSamples.INDICATOR;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.fold.Patch;
import vn.danvankheo.events.model.CommendationRevoked;
import vn.danvankheo.events.model.ExemplarDesignated;
import vn.danvankheo.events.model.FindingExtended;
import vn.danvankheo.events.model.FindingRemedied;
import vn.danvankheo.events.model.InspectionAnnulled;
import vn.danvankheo.events.model.ModelApproved;
import vn.danvankheo.events.model.ModelClosed;
import vn.danvankheo.events.model.ModelCommended;
import vn.danvankheo.events.model.ModelForm;
import vn.danvankheo.events.model.ModelInspected;
import vn.danvankheo.events.model.ModelRecognized;
import vn.danvankheo.events.model.ModelRegistered;
import vn.danvankheo.events.model.ModelRenewed;
import vn.danvankheo.events.model.ModelReplicated;
import vn.danvankheo.events.model.ModelResubmitted;
import vn.danvankheo.events.model.ModelReturned;
import vn.danvankheo.events.model.ModelUpdated;
import vn.danvankheo.events.model.ModelWithdrawn;
import vn.danvankheo.events.model.ProgressReported;
import vn.danvankheo.events.model.RecognitionRefused;
import vn.danvankheo.events.model.RemedyConfirmed;
import vn.danvankheo.events.model.RemedyRejected;
import vn.danvankheo.events.vocabulary.ClosureOutcome;
import vn.danvankheo.events.vocabulary.CommendationBasis;
import vn.danvankheo.events.vocabulary.CommendationForm;
import vn.danvankheo.events.vocabulary.Decision;
import vn.danvankheo.events.vocabulary.Finding;
import vn.danvankheo.events.vocabulary.IndicatorResult;
import vn.danvankheo.events.vocabulary.InspectionKind;
import vn.danvankheo.events.vocabulary.Level;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.events.vocabulary.Rating;
import vn.danvankheo.events.vocabulary.Recipient;
import vn.danvankheo.events.vocabulary.RevocationGround;
import vn.danvankheo.events.vocabulary.Score;
import vn.danvankheo.events.vocabulary.Severity;
import vn.danvankheo.events.vocabulary.SubjectKind;
import vn.danvankheo.events.vocabulary.TeamMember;
import vn.danvankheo.events.vocabulary.TeamRole;

/** Events of one model that follow one another; the year is 2024 unless one is given. */
public final class ModelSamples {
  /** The term of all events that name none. */
  public static final int YEAR = 2024;

  /** Who registered. */
  public static final String CLERK = "ttpvhcc";

  /** Points for TC1 to TC7, 92 in all. */
  public static final List<Integer> GOOD_POINTS = List.of(10, 14, 18, 28, 9, 8, 5);

  private ModelSamples() {}

  /**
   * Registered in time.
   *
   * @return the first event of a model
   */
  public static ModelRegistered modelRegistered() {
    return new ModelRegistered(
        "DVK-2024-0042",
        YEAR,
        FormSamples.form(),
        FormSamples.objectives(),
        LocalDate.of(2024, 3, 5),
        false,
        CLERK,
        null);
  }

  /**
   * Updated in some fields.
   *
   * @param change what changed
   * @return the event
   */
  public static ModelUpdated modelUpdated(Patch<ModelForm> change) {
    return new ModelUpdated(YEAR, change.changed(), change.cleared(), null, false);
  }

  /**
   * Got another place.
   *
   * @return an update of one field
   */
  public static ModelUpdated modelMoved() {
    return modelUpdated(new Patch<>(FormSamples.only("location", "Trụ sở Trung tâm"), List.of()));
  }

  /**
   * Returned.
   *
   * @param dueOn when it is due again
   * @return the event
   */
  public static ModelReturned modelReturned(LocalDate dueOn) {
    return new ModelReturned(YEAR, "Mục tiêu chưa đo đếm được, đề nghị bổ sung số liệu", dueOn);
  }

  /**
   * Handed in again.
   *
   * @return in time, with a note
   */
  public static ModelResubmitted modelResubmitted() {
    return new ModelResubmitted(YEAR, "Đã bổ sung số liệu", false);
  }

  /**
   * Approved without a decision.
   *
   * @return by another than who registered
   */
  public static ModelApproved modelApproved() {
    return modelApproved(YEAR);
  }

  /**
   * Approved without a decision.
   *
   * @param year the term
   * @return by another than who registered
   */
  public static ModelApproved modelApproved(int year) {
    return new ModelApproved(year, null, "Đồng ý", false);
  }

  /**
   * Withdrawn.
   *
   * @return the event
   */
  public static ModelWithdrawn modelWithdrawn() {
    return new ModelWithdrawn(YEAR, "Đơn vị điều chỉnh nhiệm vụ trong năm");
  }

  /**
   * Reported for the second quarter.
   *
   * @return the model's first report
   */
  public static ProgressReported progressReported() {
    return progressReported(YEAR, 1, "2024-Q2", null);
  }

  /**
   * Reported.
   *
   * @param year the term
   * @param no its number in the model
   * @param period the period
   * @param corrects the number of the report it replaces
   * @return the event
   */
  public static ProgressReported progressReported(
      int year, int no, String period, @Nullable Integer corrects) {
    return new ProgressReported(
        year,
        no,
        period,
        LocalDate.of(year, 6, 10),
        "Đạt tiến độ",
        List.of(
            new IndicatorResult(
                INDICATOR, "hồ sơ", BigDecimal.valueOf(2400), BigDecimal.valueOf(1300))),
        null,
        null,
        null,
        List.of(),
        corrects);
  }

  /**
   * Inspected by a team, 92 points, nothing found.
   *
   * @return the model's first inspection
   */
  public static ModelInspected modelInspected() {
    return modelInspected(YEAR, 1, InspectionKind.PERIODIC, GOOD_POINTS);
  }

  /**
   * Inspected, and something was found.
   *
   * @param severity how grave
   * @param dueOn by when it is to be remedied
   * @return the model's first inspection, with one finding
   */
  public static ModelInspected modelInspectedWithFinding(
      Severity severity, @Nullable LocalDate dueOn) {
    Finding finding = new Finding(1, "Chưa niêm yết danh mục thủ tục", severity, dueOn);
    return Records.with(modelInspected(), "findings", List.of(finding));
  }

  /**
   * Inspected.
   *
   * @param year the term
   * @param no its number in the model
   * @param kind the kind
   * @param points for TC1 to TC7
   * @return the event, without findings
   */
  public static ModelInspected modelInspected(
      int year, int no, InspectionKind kind, List<Integer> points) {
    int total = points.stream().mapToInt(Integer::intValue).sum();
    return new ModelInspected(
        year,
        no,
        kind,
        LocalDate.of(year, 9, 10),
        null,
        team(),
        List.of(),
        no + "2/BB-VP",
        scores(points),
        BigDecimal.valueOf(total),
        total >= 90 ? Rating.EXCELLENT : total >= 65 ? Rating.FAIR : Rating.POOR,
        null,
        null,
        List.of(),
        "Thực hiện tốt",
        null,
        List.of());
  }

  /**
   * A team of another unit than the model's.
   *
   * @return head and member
   */
  public static List<TeamMember> team() {
    return List.of(
        new TeamMember("Trưởng phòng HCTC-QTTV", "VP", TeamRole.HEAD),
        new TeamMember("Chuyên viên", "VP", TeamRole.MEMBER));
  }

  /**
   * Points for the default criteria.
   *
   * @param points for TC1 to TC7
   * @return one score for each
   */
  public static List<Score> scores(List<Integer> points) {
    return IntStream.range(0, points.size())
        .mapToObj(i -> new Score("TC" + (i + 1), BigDecimal.valueOf(points.get(i)), null))
        .toList();
  }

  /**
   * The first finding of the first inspection was remedied.
   *
   * @return the event
   */
  public static FindingRemedied findingRemedied() {
    return new FindingRemedied(YEAR, 1, 1, LocalDate.of(2024, 9, 20), "Đã niêm yết", List.of());
  }

  /**
   * That remedy was confirmed.
   *
   * @return the event
   */
  public static RemedyConfirmed remedyConfirmed() {
    return new RemedyConfirmed(YEAR, 1, 1);
  }

  /**
   * That remedy was rejected.
   *
   * @return the event
   */
  public static RemedyRejected remedyRejected() {
    return new RemedyRejected(YEAR, 1, 1, "Ảnh chụp chưa rõ", LocalDate.of(2024, 10, 15));
  }

  /**
   * The first finding's day was put off.
   *
   * @param dueOn the new day
   * @return the event
   */
  public static FindingExtended findingExtended(LocalDate dueOn) {
    return new FindingExtended(YEAR, 1, 1, dueOn, "Chờ kinh phí");
  }

  /**
   * The first inspection was declared void.
   *
   * @return the event
   */
  public static InspectionAnnulled inspectionAnnulled() {
    return new InspectionAnnulled(YEAR, 1, "Sai thành phần đoàn kiểm tra");
  }

  /**
   * Recognised by the office, resting on the first inspection.
   *
   * @return the event
   */
  public static ModelRecognized modelRecognized() {
    return modelRecognized(YEAR, 1, Level.OFFICE);
  }

  /**
   * Recognised.
   *
   * @param year the term
   * @param inspection the inspection it rests on
   * @param level the level
   * @return the event, decided on 20 November
   */
  public static ModelRecognized modelRecognized(int year, int inspection, Level level) {
    return new ModelRecognized(
        year,
        level,
        decision("401/QĐ-VP", LocalDate.of(year, 11, 20)),
        BigDecimal.valueOf(92),
        List.of(inspection));
  }

  /**
   * Recognition was refused.
   *
   * @return the event
   */
  public static RecognitionRefused recognitionRefused() {
    return new RecognitionRefused(YEAR, "Kết quả thấp so với mục tiêu");
  }

  /**
   * Designated an exemplar by the office.
   *
   * @return the event
   */
  public static ExemplarDesignated exemplarDesignated() {
    return new ExemplarDesignated(
        YEAR, Level.OFFICE, decision("405/QĐ-VP", LocalDate.of(2024, 12, 1)));
  }

  /**
   * Commended for the year by the office.
   *
   * @return the model's first commendation
   */
  public static ModelCommended modelCommended() {
    return new ModelCommended(
        YEAR,
        1,
        CommendationForm.CERTIFICATE_OF_MERIT_UNIT,
        CommendationBasis.ANNUAL,
        decision("412/QĐ-VP", LocalDate.of(2024, 12, 20)),
        "Có thành tích xuất sắc trong phong trào thi đua “Dân vận khéo” năm 2024",
        List.of(recipient()),
        null,
        null);
  }

  /**
   * The model's own collective.
   *
   * @return with a bonus
   */
  public static Recipient recipient() {
    return new Recipient(
        SubjectKind.COLLECTIVE,
        PersonalText.open("Trung tâm Phục vụ hành chính công tỉnh"),
        FormSamples.CENTRE,
        null,
        1_404_000L);
  }

  /**
   * The first commendation was taken back.
   *
   * @return the event
   */
  public static CommendationRevoked commendationRevoked() {
    return new CommendationRevoked(
        YEAR,
        1,
        RevocationGround.FALSE_PAPERS,
        "Số liệu báo cáo không đúng thực tế",
        decision("15/QĐ-VP", LocalDate.of(2025, 2, 10)),
        true);
  }

  /**
   * Registered again.
   *
   * @param year the new term
   * @return in time, with the same objectives
   */
  public static ModelRenewed modelRenewed(int year) {
    return new ModelRenewed(year, FormSamples.objectives(), LocalDate.of(year, 3, 1), false, CLERK);
  }

  /**
   * Taken over by another unit.
   *
   * @param unitCode the unit
   * @param year its year
   * @return the event
   */
  public static ModelReplicated modelReplicated(String unitCode, int year) {
    return new ModelReplicated("0192f0c1-0000-7000-8000-000000000002", unitCode, year);
  }

  /**
   * Ended.
   *
   * @param outcome how
   * @return the event
   */
  public static ModelClosed modelClosed(ClosureOutcome outcome) {
    return new ModelClosed(YEAR, outcome, "Sắp xếp lại nhân sự");
  }

  /**
   * A decision of the office.
   *
   * @param number its number
   * @param issuedOn its day
   * @return the decision
   */
  public static Decision decision(String number, LocalDate issuedOn) {
    return new Decision(number, issuedOn, "Văn phòng UBND tỉnh Bắc Kạn", "Chánh Văn phòng");
  }
}
