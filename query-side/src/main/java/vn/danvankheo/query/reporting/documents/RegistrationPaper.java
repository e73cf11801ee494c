package vn.danvankheo.query.reporting.documents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.model.ModelForm;
import vn.danvankheo.events.plan.PlanContent;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.state.PlanState;
import vn.danvankheo.events.state.Term;
import vn.danvankheo.events.vocabulary.FocusTask;
import vn.danvankheo.events.vocabulary.Objective;
import vn.danvankheo.events.vocabulary.PersonalText;

/** A model's registration form for a year, PHIẾU ĐĂNG KÝ. */
public final class RegistrationPaper extends ModelPaper {
  private final Term term;
  private final Optional<PlanContent> plan;

  private RegistrationPaper(
      ModelState model, Term term, @Nullable PlanState plan, UnitNames units) {
    super(model, units);
    this.term = term;
    this.plan = Optional.ofNullable(plan).map(PlanState::content);
  }

  /**
   * Prints the form.
   *
   * @param format as what
   * @param model the model, its names opened
   * @param term the term
   * @param plan the plan whose legal bases and focus tasks it names; null when it is unknown
   * @param units names on the day of registration
   * @return the same bytes for the same model
   */
  public static byte[] print(
      PaperFormat format, ModelState model, Term term, @Nullable PlanState plan, UnitNames units) {
    return format.print(new RegistrationPaper(model, term, plan, units).paper());
  }

  private Paper paper() {
    write();
    String unit = model.form().unitCode();
    return new Paper(
        new Paper.Head(
            units.superior(unit),
            units.name(unit),
            null,
            units.place(unit) + ", " + Shown.inWords(term.registeredOn())),
        List.of("PHIẾU ĐĂNG KÝ", "Mô hình “Dân vận khéo” năm " + term.year()),
        blocks,
        new Paper.Closing(
            new Paper.Signature("NGƯỜI LẬP PHIẾU", "(Ký, ghi rõ họ tên)"),
            new Paper.Signature("THỦ TRƯỞNG ĐƠN VỊ", "(Ký, đóng dấu)"),
            List.of()),
        List.of(),
        "",
        foot());
  }

  private void write() {
    ModelForm form = model.form();
    say("1. Tên mô hình", form.title());
    say("2. Loại hình", Wording.wordOrNone(form.subjectKind()));
    say("3. Tập thể, cá nhân, hộ gia đình thực hiện", text(form.subjectName()));
    say("4. Đơn vị đăng ký", units.name(form.unitCode()));
    say("5. Lĩnh vực", Wording.wordOrNone(form.field()));
    say("6. Hình thức đăng ký", kind());
    say("7. Cấp đăng ký", Wording.wordOrNone(form.registrationLevel()));
    say("8. Thực trạng, lý do xây dựng", form.rationale());
    say("9. Nội dung thực hiện", form.content());
    say("10. Mục tiêu, chỉ tiêu:");
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Objective objective : term.objectives()) {
      rows.add(
          Arrays.asList(
              rows.size() + 1, objective.indicator(), objective.unit(), objective.target()));
    }
    table(List.of("STT", "Chỉ tiêu", "Đơn vị tính", "Mục tiêu"), rows);
    say("11. Giải pháp, cách thức thực hiện", form.solutions());
    say("12. Sản phẩm, kết quả đầu ra", form.outputs());
    say("13. Thời gian thực hiện", Shown.of(form.startsOn()) + " – " + Shown.of(form.endsOn()));
    say("14. Địa điểm", form.location());
    say("15. Phạm vi, đối tượng", form.scope());
    say("16. Đơn vị phối hợp", coordinating(form));
    say(
        "17. Số hộ, số người thụ hưởng",
        form.beneficiaries() == null ? null : Wording.beneficiaries(form.beneficiaries()));
    say(
        "18. Kinh phí dự kiến",
        form.budgetVnd() == null ? null : Shown.of(form.budgetVnd()) + " đồng");
    say("19. Người phụ trách: chức vụ", form.responsiblePosition());
    say("20. Người phụ trách: họ tên, điện thoại", contact(form));
    list("21. Căn cứ", form.legalBases(), this::legalBasis);
    list("22. Gắn với nhiệm vụ trọng tâm", form.focusTasks(), this::focusTask);
    say("23. Khả năng duy trì, nhân rộng", form.sustainability());
  }

  private String kind() {
    if (term.year() > model.terms().get(0).year()) {
      return "Đăng ký duy trì";
    }
    String kind = model.replicatedFrom() == null ? "Đăng ký mới" : "Đăng ký nhân rộng";
    return term.late() ? kind + " (bổ sung sau thời hạn)" : kind;
  }

  private @Nullable String coordinating(ModelForm form) {
    List<String> codes = form.coordinatingUnits();
    return codes == null ? null : codes.stream().map(units::name).collect(Collectors.joining("; "));
  }

  private static @Nullable String contact(ModelForm form) {
    String person = text(form.responsiblePerson());
    String phone = text(form.contactPhone());
    return person == null ? phone : phone == null ? person : person + ", " + phone;
  }

  /** A line for each, in the words of the plan; dots where there is none. */
  private void list(String label, @Nullable List<String> codes, UnaryOperator<String> words) {
    if (codes == null || codes.isEmpty()) {
      say(label, null);
      return;
    }
    say(label + ":");
    for (int i = 0; i < codes.size(); i++) {
      say("- " + words.apply(codes.get(i)) + (i + 1 < codes.size() ? ";" : "."));
    }
  }

  private String legalBasis(String code) {
    return plan.map(PlanContent::legalBases).stream()
        .flatMap(List::stream)
        .filter(basis -> basis.code().equals(code))
        .findFirst()
        .map(
            basis ->
                (basis.code()
                        + (basis.issuedOn() == null ? "" : " ngày " + Shown.of(basis.issuedOn())))
                    + (" của " + basis.issuer() + ": " + basis.title()))
        .orElse(code);
  }

  private String focusTask(String code) {
    return plan.map(PlanContent::focusTasks).stream()
        .flatMap(List::stream)
        .filter(task -> task.code().equals(code))
        .findFirst()
        .map(FocusTask::title)
        .orElse(code);
  }

  private static @Nullable String text(@Nullable PersonalText text) {
    return text == null ? null : text.text();
  }
}
