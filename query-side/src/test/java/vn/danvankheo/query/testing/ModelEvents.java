package vn.danvankheo.query.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import vn.danvankheo.events.model.FindingRemedied;
import vn.danvankheo.events.model.ModelApproved;
import vn.danvankheo.events.model.ModelCommended;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.model.ModelForm;
import vn.danvankheo.events.model.ModelInspected;
import vn.danvankheo.events.model.ModelRecognized;
import vn.danvankheo.events.model.ModelRegistered;
import vn.danvankheo.events.model.ModelRenewed;
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

/** Makes the events of models as the command side would. */
public final class ModelEvents {
  public static final String TITLE = "Ngày thứ Ba không hẹn: giải quyết hồ sơ ngay trong ngày";

  private ModelEvents() {}

  public static ModelRegistered registered(String code, int year, ModelForm form) {
    return new ModelRegistered(
        code,
        year,
        form,
        List.of(new Objective("Hồ sơ trả kết quả trong ngày", "hồ sơ", new BigDecimal("2400.50"))),
        LocalDate.of(year, 3, 1),
        false,
        "van-thu",
        null);
  }

  public static ModelForm form(String title, String unitCode, int year) {
    return new ModelForm(
        title,
        SubjectKind.COLLECTIVE,
        PersonalText.open("Trung tâm Phục vụ hành chính công tỉnh"),
        unitCode,
        Field.ADMINISTRATIVE_REFORM,
        "Vào thứ Ba hằng tuần, tiếp nhận và trả kết quả ngay trong ngày.",
        "Rà soát, cắt giảm bước trung gian.",
        LocalDate.of(year, 3, 12),
        LocalDate.of(year, 12, 31),
        "Thành phố Bắc Kạn",
        null,
        null,
        null,
        null,
        List.of("VP-HCTC"),
        null,
        null,
        new Beneficiaries(0, 3100),
        45_000_000L,
        "Giám đốc Trung tâm",
        PersonalText.of("Hoàng Thị Mẫu"),
        PersonalText.of("0912345678"),
        List.of(),
        null,
        null);
  }

  /** A form of a change: nothing but the location. */
  public static ModelForm location(String location) {
    return new ModelForm(
        null, null, null, null, null, null, null, null, null, location, null, null, null, null,
        null, null, null, null, null, null, null, null, null, null, null);
  }

  public static Decision decision(String number, int year) {
    return new Decision(
        number, LocalDate.of(year, 11, 20), "Văn phòng UBND tỉnh Bắc Kạn", "Chánh Văn phòng");
  }

  /** Everything that can happen to a model in a year and its renewal, in order. */
  public static List<ModelEvent> life(String code, String title, String unitCode, int year) {
    Decision decision = decision("401/QĐ-VP", year);
    return List.of(
        registered(code, year, form(title, unitCode, year)),
        new ModelReturned(year, "Mục tiêu chưa đo đếm được", LocalDate.of(year, 3, 20)),
        new ModelUpdated(year, location("Trụ sở Trung tâm"), List.of("legalBases"), null, false),
        new vn.danvankheo.events.model.ModelResubmitted(year, null, false),
        new ModelApproved(year, null, "Đồng ý", false),
        progress(year),
        inspected(year),
        new FindingRemedied(
            year, 1, 1, LocalDate.of(year, 9, 20), "Đã niêm yết", List.of("sha256:00")),
        new RemedyConfirmed(year, 1, 1),
        new ModelRecognized(year, Level.OFFICE, decision, new BigDecimal("92"), List.of(1)),
        commended(year, decision),
        new ModelRenewed(
            year + 1,
            List.of(new Objective("Mức độ hài lòng", "%", new BigDecimal("98"))),
            LocalDate.of(year + 1, 3, 1),
            true,
            "van-thu"));
  }

  private static ProgressReported progress(int year) {
    return new ProgressReported(
        year,
        1,
        year + "-Q2",
        LocalDate.of(year, 6, 10),
        "Đạt tiến độ",
        List.of(
            new IndicatorResult(
                "Hồ sơ trả kết quả trong ngày",
                "hồ sơ",
                new BigDecimal("2400.5"),
                new BigDecimal("1300"))),
        null,
        null,
        null,
        List.of(),
        null);
  }

  private static ModelInspected inspected(int year) {
    return new ModelInspected(
        year,
        1,
        InspectionKind.PERIODIC,
        LocalDate.of(year, 9, 10),
        null,
        List.of(new TeamMember("Trưởng phòng", "VP", TeamRole.HEAD)),
        List.of(),
        "12/BB-VP",
        List.of(new Score("TC1", new BigDecimal("9.25"), null)),
        new BigDecimal("92.00"),
        Rating.EXCELLENT,
        null,
        null,
        List.of(
            new Finding(1, "Chưa niêm yết danh mục", Severity.MAJOR, LocalDate.of(year, 10, 1))),
        "Thực hiện tốt",
        null,
        List.of());
  }

  private static ModelCommended commended(int year, Decision decision) {
    return new ModelCommended(
        year,
        1,
        CommendationForm.CERTIFICATE_OF_MERIT_UNIT,
        CommendationBasis.ANNUAL,
        decision,
        "Có thành tích xuất sắc",
        List.of(
            new Recipient(
                SubjectKind.INDIVIDUAL,
                PersonalText.of("Hoàng Thị Mẫu"),
                "VP-TTHCC",
                "Giám đốc",
                1_404_000L)),
        null,
        null);
  }
}
