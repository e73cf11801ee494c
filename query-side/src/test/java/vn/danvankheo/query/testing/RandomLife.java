package vn.danvankheo.query.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.danvankheo.events.Recorded;
import vn.danvankheo.events.StoredEvent;
import vn.danvankheo.events.fold.Patch;
import vn.danvankheo.events.model.CommendationRevoked;
import vn.danvankheo.events.model.ExemplarDesignated;
import vn.danvankheo.events.model.FindingExtended;
import vn.danvankheo.events.model.FindingRemedied;
import vn.danvankheo.events.model.InspectionAnnulled;
import vn.danvankheo.events.model.ModelApproved;
import vn.danvankheo.events.model.ModelClosed;
import vn.danvankheo.events.model.ModelCommended;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.model.ModelForm;
import vn.danvankheo.events.model.ModelInspected;
import vn.danvankheo.events.model.ModelRecognized;
import vn.danvankheo.events.model.ModelRenewed;
import vn.danvankheo.events.model.ModelReplicated;
import vn.danvankheo.events.model.ModelResubmitted;
import vn.danvankheo.events.model.ModelReturned;
import vn.danvankheo.events.model.ModelUpdated;
import vn.danvankheo.events.model.ModelWithdrawn;
import vn.danvankheo.events.model.PersonalDataErased;
import vn.danvankheo.events.model.ProgressReported;
import vn.danvankheo.events.model.RecognitionRefused;
import vn.danvankheo.events.model.RemedyConfirmed;
import vn.danvankheo.events.model.RemedyRejected;
import vn.danvankheo.events.model.ReminderSent;
import vn.danvankheo.events.state.Inspection;
import vn.danvankheo.events.state.ModelFold;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.state.Term;
import vn.danvankheo.events.vocabulary.ClosureOutcome;
import vn.danvankheo.events.vocabulary.CommendationBasis;
import vn.danvankheo.events.vocabulary.CommendationForm;
import vn.danvankheo.events.vocabulary.Decision;
import vn.danvankheo.events.vocabulary.DutyKind;
import vn.danvankheo.events.vocabulary.Finding;
import vn.danvankheo.events.vocabulary.IndicatorResult;
import vn.danvankheo.events.vocabulary.InspectionKind;
import vn.danvankheo.events.vocabulary.LegalBasis;
import vn.danvankheo.events.vocabulary.Level;
import vn.danvankheo.events.vocabulary.Objective;
import vn.danvankheo.events.vocabulary.PersonalField;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.events.vocabulary.Rating;
import vn.danvankheo.events.vocabulary.Recipient;
import vn.danvankheo.events.vocabulary.RevocationGround;
import vn.danvankheo.events.vocabulary.Score;
import vn.danvankheo.events.vocabulary.Severity;
import vn.danvankheo.events.vocabulary.SubjectKind;
import vn.danvankheo.events.vocabulary.TermStatus;

/**
 * A model's events by chance, each about something that is there: numbers go up, findings belong to
 * inspections, a report is corrected after it was made, a term comes once a year.
 */
public final class RandomLife {
  private static final int START = 2024;
  private static final int LAST = 2030;

  private final Random random;
  private final List<ModelEvent> events = new ArrayList<>();
  private ModelState state;

  private RandomLife(long seed) {
    this.random = new Random(seed);
  }

  /** So many events of one life; the same for the same seed. */
  public static List<ModelEvent> of(long seed, int length) {
    RandomLife life = new RandomLife(seed);
    ModelForm form = ModelEvents.form("Mô hình số " + seed, "VP-TTHCC", START);
    life.happen(ModelEvents.registered("DVK-2024-" + seed, START, form));
    while (life.events.size() < length) {
      life.happen(life.next());
    }
    return List.copyOf(life.events);
  }

  private void happen(ModelEvent event) {
    StoredEvent stored = Streams.stored(events.size() + 1, "m", events.size(), event);
    state =
        ModelFold.apply(state, new Recorded<>("m", events.size(), stored.recorded().at(), event));
    events.add(event);
  }

  private ModelEvent next() {
    Term term = state.terms().get(random.nextInt(state.terms().size()));
    int year = term.year();
    return switch (random.nextInt(12)) {
      case 0 -> random.nextInt(4) == 0 ? erasure(year) : update(year);
      case 1 -> registration(term);
      case 2 -> progress(term);
      case 3, 4 -> inspection(year);
      case 5, 6, 7 -> finding(term);
      case 8 -> honour(term);
      case 9 -> commendation(term);
      case 10 -> around(year);
      default -> renewal();
    };
  }

  private static ModelEvent erasure(int year) {
    return new PersonalDataErased(
        year,
        PersonalField.RESPONSIBLE_PERSON,
        null,
        null,
        "Theo đơn",
        new LegalBasis("13/2023/NĐ-CP", "Nghị định", "Chính phủ", null));
  }

  private ModelEvent update(int year) {
    ModelForm now = state.form();
    ModelForm after =
        new ModelForm(
            now.title() + random.nextInt(10),
            SubjectKind.values()[random.nextInt(3)],
            random.nextBoolean() ? PersonalText.of("Người " + chance()) : now.subjectName(),
            now.unitCode(),
            now.field(),
            now.content(),
            random.nextBoolean() ? null : "Giải pháp " + chance(),
            now.startsOn(),
            day(year),
            "Nơi / ~ " + chance(),
            random.nextBoolean() ? null : "Phạm vi " + chance(),
            now.rationale(),
            now.outputs(),
            now.sustainability(),
            random.nextBoolean() ? List.of() : List.of("VP", "Đơn vị " + chance()),
            now.nationalField(),
            Level.values()[random.nextInt(5)],
            now.beneficiaries(),
            (long) chance(),
            now.responsiblePosition(),
            PersonalText.of("Phụ trách " + chance()),
            now.contactPhone(),
            List.of("CC " + random.nextInt(3)),
            now.focusTasks(),
            now.attachments());
    Patch<ModelForm> patch = Patch.between(now, after);
    List<Objective> objectives = random.nextBoolean() ? null : objectives();
    return new ModelUpdated(
        year, patch.changed(), patch.cleared(), objectives, random.nextBoolean());
  }

  private List<Objective> objectives() {
    List<Objective> list = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      list.add(new Objective("Chỉ tiêu " + i, "%", points()));
    }
    return list;
  }

  private ModelEvent registration(Term term) {
    int year = term.year();
    if (term.status() == TermStatus.RETURNED) {
      return new ModelResubmitted(year, "Đã bổ sung " + chance(), random.nextBoolean());
    }
    return switch (random.nextInt(4)) {
      case 0 -> new ModelReturned(year, "Thiếu số liệu " + chance(), day(year));
      case 1 -> new ModelWithdrawn(year, "Không đủ điều kiện");
      default ->
          new ModelApproved(
              year, random.nextBoolean() ? null : decision(year), null, random.nextBoolean());
    };
  }

  private ModelEvent progress(Term term) {
    int no = (int) state.progressReports().count() + 1;
    String period = term.year() + "-Q" + (1 + random.nextInt(4));
    Integer corrects =
        term.currentReports()
            .filter(report -> report.period().equals(period))
            .map(report -> report.no())
            .findFirst()
            .orElse(null);
    return new ProgressReported(
        term.year(),
        no,
        period,
        day(term.year()),
        "Tóm tắt " + chance(),
        List.of(new IndicatorResult("Chỉ tiêu 0", "%", points(), points())),
        null,
        null,
        random.nextBoolean() ? null : "Đề xuất " + chance(),
        List.of(),
        corrects);
  }

  private ModelEvent inspection(int year) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 1; i <= random.nextInt(3); i++) {
      findings.add(new Finding(i, "Tồn tại " + chance(), Severity.MAJOR, day(year)));
    }
    return new ModelInspected(
        year,
        (int) state.inspections().count() + 1,
        InspectionKind.values()[random.nextInt(3)],
        day(year),
        null,
        List.of(),
        List.of(),
        chance() + "/BB",
        List.of(new Score("TC1", points(), null), new Score("TC2", points(), "Ghi chú")),
        points(),
        Rating.values()[random.nextInt(5)],
        null,
        null,
        findings,
        "Kết luận",
        null,
        List.of());
  }

  private ModelEvent finding(Term term) {
    int year = term.year();
    List<Inspection> found =
        term.inspections().stream().filter(i -> !i.findings().isEmpty()).toList();
    if (found.isEmpty()) {
      return inspection(year);
    }
    Inspection inspection = found.get(random.nextInt(found.size()));
    int no = inspection.no();
    int f = 1 + random.nextInt(inspection.findings().size());
    return switch (random.nextInt(5)) {
      case 0 -> new FindingRemedied(year, no, f, day(year), "Đã làm " + chance(), List.of("a"));
      case 1 -> new RemedyConfirmed(year, no, f);
      case 2 -> new RemedyRejected(year, no, f, "Chưa đạt " + chance(), day(year));
      case 3 -> new FindingExtended(year, no, f, day(year), "Thời tiết");
      default -> new InspectionAnnulled(year, no, "Sai quy trình");
    };
  }

  private ModelEvent honour(Term term) {
    Level level = Level.values()[random.nextInt(5)];
    int year = term.year();
    if (random.nextInt(4) == 0) {
      return new RecognitionRefused(year, "Chưa đủ điểm");
    }
    return random.nextBoolean()
        ? new ModelRecognized(year, level, decision(year), points(), List.of(1))
        : new ExemplarDesignated(year, level, decision(year));
  }

  private ModelEvent commendation(Term term) {
    int year = term.year();
    if (!term.commendations().isEmpty() && random.nextBoolean()) {
      int no = term.commendations().get(random.nextInt(term.commendations().size())).no();
      return new CommendationRevoked(
          year, no, RevocationGround.FRAUD, "Gian dối", decision(year), random.nextBoolean());
    }
    return new ModelCommended(
        year,
        (int) state.commendations().count() + 1,
        CommendationForm.values()[random.nextInt(6)],
        CommendationBasis.ANNUAL,
        decision(year),
        "Thành tích",
        List.of(
            new Recipient(
                SubjectKind.INDIVIDUAL, PersonalText.of("Người " + chance()), "VP", null, 1L),
            new Recipient(
                SubjectKind.COLLECTIVE, PersonalText.open("Tổ " + chance()), "VP", null, null)),
        null,
        null);
  }

  private ModelEvent around(int year) {
    return switch (random.nextInt(6)) {
      case 0 -> new ModelClosed(year, ClosureOutcome.COMPLETED, "Xong");
      case 1, 2 -> new ModelReplicated("m-" + chance(), "VP-NC", year);
      default ->
          new ReminderSent(year, "VP-TTHCC", DutyKind.PROGRESS, day(year), "Nhắc " + chance());
    };
  }

  private ModelEvent renewal() {
    int year = START + random.nextInt(LAST - START);
    return state.term(year).isPresent()
        ? update(year)
        : new ModelRenewed(year, objectives(), day(year), random.nextBoolean(), "van-thu");
  }

  private Decision decision(int year) {
    return ModelEvents.decision(chance() + "/QĐ-VP", year);
  }

  private LocalDate day(int year) {
    return LocalDate.of(year, 1 + random.nextInt(12), 1 + random.nextInt(28));
  }

  private BigDecimal points() {
    return BigDecimal.valueOf(random.nextInt(400), 0).divide(BigDecimal.valueOf(4));
  }

  private int chance() {
    return random.nextInt(1_000);
  }
}
