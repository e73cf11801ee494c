package vn.danvankheo.query.reporting.documents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.model.ModelForm;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.state.Term;
import vn.danvankheo.events.vocabulary.Beneficiaries;
import vn.danvankheo.events.vocabulary.Objective;
import vn.danvankheo.events.vocabulary.PersonalText;

/** A model's registration form for a year, PHIẾU ĐĂNG KÝ. */
public final class RegistrationPaper extends ModelPaper {
  private final Term term;

  private RegistrationPaper(ModelState model, Term term, UnitNames units) {
    super(model, units);
    this.term = term;
  }

  /**
   * Prints the form.
   *
   * @param format as what
   * @param model the model, its names opened
   * @param term the term
   * @param units names on the day of registration
   * @return the same bytes for the same model
   */
  public static byte[] print(PaperFormat format, ModelState model, Term term, UnitNames units) {
    return format.print(new RegistrationPaper(model, term, units).paper());
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
    say("17. Số hộ, số người thụ hưởng", beneficiaries(form.beneficiaries()));
    say(
        "18. Kinh phí dự kiến",
        form.budgetVnd() == null ? null : Shown.of(form.budgetVnd()) + " đồng");
    say("19. Người phụ trách: chức vụ", form.responsiblePosition());
    say("20. Người phụ trách: họ tên, điện thoại", contact(form));
    say("21. Căn cứ", joined(form.legalBases()));
    say("22. Gắn với nhiệm vụ trọng tâm", joined(form.focusTasks()));
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

  private static @Nullable String beneficiaries(@Nullable Beneficiaries both) {
    return both == null
        ? null
        : Shown.of(both.households()) + " hộ, " + Shown.of(both.people()) + " người";
  }

  private static @Nullable String contact(ModelForm form) {
    String person = text(form.responsiblePerson());
    String phone = text(form.contactPhone());
    return person == null ? phone : phone == null ? person : person + ", " + phone;
  }

  private static @Nullable String joined(@Nullable List<String> codes) {
    return codes == null ? null : String.join("; ", codes);
  }

  private static @Nullable String text(@Nullable PersonalText text) {
    return text == null ? null : text.text();
  }
}
