package vn.danvankheo.query.reporting.documents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.state.Inspection;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.state.PlanState;
import vn.danvankheo.events.state.TrackedFinding;
import vn.danvankheo.events.vocabulary.Criterion;
import vn.danvankheo.events.vocabulary.Representative;
import vn.danvankheo.events.vocabulary.Score;
import vn.danvankheo.events.vocabulary.TeamMember;
import vn.danvankheo.events.vocabulary.TeamRole;

/** The minutes of an inspection, BIÊN BẢN by form 1.9 of Decree 30/2020/NĐ-CP. */
public final class MinutesPaper extends ModelPaper {
  private final Inspection inspection;
  private final Map<String, Criterion> criteria;

  private MinutesPaper(
      ModelState model, Inspection inspection, @Nullable PlanState plan, UnitNames units) {
    super(model, units);
    this.inspection = inspection;
    this.criteria =
        plan == null
            ? Map.of()
            : plan.criteria().stream().collect(Collectors.toMap(Criterion::code, c -> c));
  }

  /**
   * Prints the minutes.
   *
   * @param format as what
   * @param model the model, its names opened
   * @param inspection one of its inspections
   * @param plan the plan whose criteria were scored; null when it is unknown
   * @param units names on the day of the inspection
   * @return the same bytes for the same inspection
   */
  public static byte[] print(
      PaperFormat format,
      ModelState model,
      Inspection inspection,
      @Nullable PlanState plan,
      UnitNames units) {
    return format.print(new MinutesPaper(model, inspection, plan, units).paper());
  }

  private Paper paper() {
    write();
    String issuer =
        inspection.team().stream()
            .filter(member -> member.role() == TeamRole.HEAD)
            .map(TeamMember::unitCode)
            .findFirst()
            .orElse(model.form().unitCode());
    return new Paper(
        new Paper.Head(
            units.superior(issuer), units.name(issuer), "Số: " + inspection.minutesNumber(), null),
        title(),
        blocks,
        new Paper.Closing(
            new Paper.Signature("THƯ KÝ", "(Ký, ghi rõ họ tên)"),
            new Paper.Signature("CHỦ TỌA", "(Ký, ghi rõ họ tên)"),
            List.of("- Như thành phần tham dự;", "- Lưu: VT, Hồ sơ.")),
        List.of(),
        "",
        foot());
  }

  private List<String> title() {
    List<String> title =
        new ArrayList<>(List.of("BIÊN BẢN", "Kiểm tra mô hình “" + model.form().title() + "”"));
    if (inspection.annulled()) {
      title.add("(Kết quả kiểm tra đã bị hủy: " + inspection.annulmentReason() + ")");
    }
    return title;
  }

  private void write() {
    say("Hình thức kiểm tra", Wording.word(inspection.kind()));
    say("Thời gian bắt đầu", "… giờ …, " + Shown.inWords(inspection.inspectedOn()));
    say("Địa điểm", inspection.place());
    part("I. THÀNH PHẦN");
    say("1. Đoàn kiểm tra:");
    for (TeamMember member : inspection.team()) {
      say(
          "- "
              + (member.position() + ", " + units.name(member.unitCode()))
              + (": " + Wording.word(member.role()) + ";"));
    }
    say("2. Đơn vị được kiểm tra: " + units.name(model.form().unitCode()));
    for (Representative one : inspection.representatives()) {
      say("- " + one.position() + ";");
    }
    part("II. NỘI DUNG VÀ KẾT QUẢ KIỂM TRA");
    say("1. Chấm điểm theo tiêu chí:");
    scores();
    say(
        "Tổng điểm "
            + Shown.of(inspection.total())
            + ", xếp loại "
            + Wording.word(inspection.rating())
            + ".");
    say("2. Ưu điểm", inspection.strengths());
    say("3. Hạn chế", inspection.shortcomings());
    say("4. Tồn tại phải khắc phục:");
    findings();
    part("III. KẾT LUẬN");
    say(inspection.conclusion());
    part("IV. Ý KIẾN CỦA ĐƠN VỊ ĐƯỢC KIỂM TRA");
    say(inspection.unitOpinion() == null ? "Không có ý kiến." : inspection.unitOpinion());
    say(
        "Buổi kiểm tra kết thúc vào … giờ …, ngày … tháng … năm …; biên bản đã được đọc lại cho các"
            + " thành phần tham dự cùng nghe và thống nhất./.");
  }

  private void scores() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Score score : inspection.scores()) {
      Criterion criterion = criteria.get(score.criterion());
      rows.add(
          Arrays.asList(
              rows.size() + 1,
              criterion == null ? score.criterion() : criterion.title(),
              criterion == null ? null : criterion.maxPoints(),
              score.points(),
              score.note()));
    }
    table(List.of("STT", "Tiêu chí", "Điểm tối đa", "Điểm chấm", "Ghi chú"), rows);
  }

  private void findings() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (TrackedFinding finding : inspection.findings()) {
      rows.add(
          Arrays.asList(
              finding.no(), finding.text(), Wording.word(finding.severity()), finding.dueOn()));
    }
    table(List.of("STT", "Tồn tại", "Mức độ", "Thời hạn khắc phục"), rows);
  }
}
