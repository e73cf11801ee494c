package vn.danvankheo.benchmarks.generator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import vn.danvankheo.events.model.FindingRemedied;
import vn.danvankheo.events.model.ModelApproved;
import vn.danvankheo.events.model.ModelCommended;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.model.ModelForm;
import vn.danvankheo.events.model.ModelInspected;
import vn.danvankheo.events.model.ModelRecognized;
import vn.danvankheo.events.model.ModelRegistered;
import vn.danvankheo.events.model.ModelResubmitted;
import vn.danvankheo.events.model.ModelReturned;
import vn.danvankheo.events.model.ModelUpdated;
import vn.danvankheo.events.model.ProgressReported;
import vn.danvankheo.events.model.RemedyConfirmed;
import vn.danvankheo.events.vocabulary.Beneficiaries;
import vn.danvankheo.events.vocabulary.CommendationBasis;
import vn.danvankheo.events.vocabulary.CommendationForm;
import vn.danvankheo.events.vocabulary.Decision;
import vn.danvankheo.events.vocabulary.Field;
import vn.danvankheo.events.vocabulary.Finding;
import vn.danvankheo.events.vocabulary.IndicatorResult;
import vn.danvankheo.events.vocabulary.InspectionKind;
import vn.danvankheo.events.vocabulary.Level;
import vn.danvankheo.events.vocabulary.Objective;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.events.vocabulary.Rating;
import vn.danvankheo.events.vocabulary.Recipient;
import vn.danvankheo.events.vocabulary.Score;
import vn.danvankheo.events.vocabulary.Severity;
import vn.danvankheo.events.vocabulary.SubjectKind;
import vn.danvankheo.events.vocabulary.TeamMember;
import vn.danvankheo.events.vocabulary.TeamRole;

/**
 * One model's year as its events: registered, often returned, approved, reported on, inspected,
 * mostly recognised and commended, and its texts changed in between until it has as many events as
 * were wanted. Every event could follow those before.
 */
final class ModelHistory {
  /** The least number of events that a whole history has. */
  static final int LEAST = 15;

  private static final int AT_THE_END = 6;

  private static final List<String> TITLES =
      List.of(
          "Chính quyền thân thiện, hồ sơ giải quyết trước hạn",
          "Đường hoa thay rác thải, thôn không rác",
          "Tổ công nghệ số cộng đồng đi từng ngõ, gõ từng nhà",
          "Hiến đất mở đường, chung sức xây dựng nông thôn mới",
          "Nâng bước em tới trường",
          "Camera an ninh từ lòng dân",
          "Vườn mẫu, hộ mẫu liên kết trồng dong riềng");
  private static final List<Integer> POINTS = List.of(9, 14, 18, 27, 9, 8, 5);
  private static final BigDecimal TOTAL = BigDecimal.valueOf(90);
  private static final double RETURNED = 0.3;
  private static final double WITH_FINDING = 0.5;
  private static final double RECOGNIZED = 0.7;
  private static final double COMMENDED = 0.5;
  private static final double INDIVIDUAL = 0.2;

  private final Random random;
  private final int year;
  private final int number;
  private final String unit;
  private final String indicator = "Số hộ tham gia";
  private final List<ModelEvent> events = new ArrayList<>();

  private ModelHistory(Random random, int year, int number, String unit) {
    this.random = random;
    this.year = year;
    this.number = number;
    this.unit = unit;
  }

  /**
   * A history of a wanted length.
   *
   * @param random where everything of chance comes from
   * @param year its only term
   * @param number makes code and title unique
   * @param unit who registers
   * @param wanted how many events, 15 or more
   */
  static List<ModelEvent> of(Random random, int year, int number, String unit, int wanted) {
    ModelHistory history = new ModelHistory(random, year, number, unit);
    history.begin();
    while (history.events.size() < wanted - AT_THE_END) {
      history.update();
    }
    history.end(wanted);
    return history.events;
  }

  private void begin() {
    events.add(registered());
    if (random.nextDouble() < RETURNED) {
      events.add(
          new ModelReturned(
              year,
              "Mục tiêu chưa đo đếm được, đề nghị bổ sung số liệu và thời gian hoàn thành",
              LocalDate.of(year, 4, 30)));
      update();
      events.add(new ModelResubmitted(year, "Đã bổ sung số liệu theo yêu cầu", false));
    }
    events.add(new ModelApproved(year, null, "Đồng ý", false));
    events.add(progress(1, year + "-Q1"));
    events.add(progress(2, year + "-Q2"));
  }

  private void end(int wanted) {
    boolean finding = random.nextDouble() < WITH_FINDING;
    events.add(inspected(finding));
    if (finding) {
      events.add(
          new FindingRemedied(
              year, 1, 1, LocalDate.of(year, 10, 20), Texts.of(random, 1), List.of()));
      events.add(new RemedyConfirmed(year, 1, 1));
    }
    if (random.nextDouble() < RECOGNIZED) {
      events.add(new ModelRecognized(year, Level.DISTRICT, decision("QĐ-UBND"), TOTAL, List.of(1)));
      if (random.nextDouble() < COMMENDED) {
        events.add(commended());
      }
    }
    while (events.size() < wanted) {
      update();
    }
  }

  private ModelRegistered registered() {
    Objective households = new Objective(indicator, "hộ", BigDecimal.valueOf(200));
    Objective content = new Objective("Mức độ hài lòng", "%", BigDecimal.valueOf(95));
    return new ModelRegistered(
        "DVK-%d-%04d".formatted(year, number),
        year,
        form(),
        List.of(households, content),
        LocalDate.of(year, 2, 20),
        false,
        "canbo." + unit.toLowerCase(Locale.ROOT),
        null);
  }

  private ModelForm form() {
    boolean individual = random.nextDouble() < INDIVIDUAL;
    return new ModelForm(
        Texts.one(random, TITLES) + " (khu K" + number + ")",
        individual ? SubjectKind.INDIVIDUAL : SubjectKind.COLLECTIVE,
        individual
            ? PersonalText.of("Người dân số " + number)
            : PersonalText.open("Tổ dân vận số " + number),
        unit,
        Texts.one(random, List.of(Field.values())),
        Texts.of(random, 4),
        Texts.of(random, 3),
        LocalDate.of(year, 3, 1),
        LocalDate.of(year, 12, 31),
        "Thôn số %d".formatted(1 + random.nextInt(20)),
        null,
        Texts.of(random, 2),
        null,
        null,
        null,
        null,
        Level.COMMUNE,
        new Beneficiaries(100 + random.nextInt(300), 500 + random.nextInt(900)),
        null,
        "Trưởng ban Dân vận xã",
        null,
        null,
        null,
        null,
        null);
  }

  /** What changes most: a long text, seldom a short one. */
  private void update() {
    boolean text = random.nextInt(4) > 0;
    ModelForm changed =
        new ModelForm(
            null,
            null,
            null,
            null,
            null,
            text ? Texts.of(random, 3 + random.nextInt(3)) : null,
            null,
            null,
            null,
            text ? null : "Thôn số %d và thôn số %d".formatted(random.nextInt(90), events.size()),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    events.add(new ModelUpdated(year, changed, List.of(), null, false));
  }

  private ProgressReported progress(int no, String period) {
    return new ProgressReported(
        year,
        no,
        period,
        LocalDate.of(year, 3 * no, 25),
        Texts.of(random, 2),
        List.of(
            new IndicatorResult(
                indicator, "hộ", BigDecimal.valueOf(200), BigDecimal.valueOf(80L * no))),
        new Beneficiaries(100 * no, 400 * no),
        Texts.of(random, 1),
        null,
        List.of(),
        null);
  }

  private ModelInspected inspected(boolean withFinding) {
    Finding finding =
        new Finding(
            1, "Chưa công khai thu chi quý III", Severity.MAJOR, LocalDate.of(year, 10, 25));
    return new ModelInspected(
        year,
        1,
        InspectionKind.PERIODIC,
        LocalDate.of(year, 10, 9),
        null,
        List.of(
            new TeamMember("Phó Trưởng Ban Dân vận", Province.ROOT, TeamRole.HEAD),
            new TeamMember("Chuyên viên", Province.ROOT, TeamRole.SECRETARY)),
        List.of(),
        number + "/BB-ĐKT",
        IntStream.range(0, POINTS.size())
            .mapToObj(i -> new Score("TC" + (i + 1), BigDecimal.valueOf(POINTS.get(i)), null))
            .toList(),
        TOTAL,
        Rating.EXCELLENT,
        Texts.of(random, 2),
        Texts.of(random, 1),
        withFinding ? List.of(finding) : List.of(),
        "Thực hiện tốt, đề nghị công nhận",
        null,
        List.of());
  }

  private ModelCommended commended() {
    return new ModelCommended(
        year,
        1,
        CommendationForm.CERTIFICATE_OF_MERIT_UNIT,
        CommendationBasis.ANNUAL,
        decision("QĐ-KT"),
        "Đã có thành tích xuất sắc trong phong trào thi đua “Dân vận khéo” năm " + year,
        List.of(
            new Recipient(
                SubjectKind.COLLECTIVE,
                PersonalText.open("Tổ dân vận số " + number),
                unit,
                null,
                1_404_000L)),
        null,
        null);
  }

  private Decision decision(String suffix) {
    return new Decision(
        number + "/" + suffix, LocalDate.of(year, 11, 26), "Ủy ban nhân dân tỉnh", "Chủ tịch");
  }
}
