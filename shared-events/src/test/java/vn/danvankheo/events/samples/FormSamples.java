package vn.danvankheo.events.samples;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.model.ModelForm;
import vn.danvankheo.events.vocabulary.Beneficiaries;
import vn.danvankheo.events.vocabulary.Field;
import vn.danvankheo.events.vocabulary.Objective;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.events.vocabulary.SubjectKind;

/** Registration forms. */
public final class FormSamples {
  /** The unit of {@link #form()}. */
  public static final String CENTRE = "VP-TTHCC";

  /** The indicator of {@link #objectives()}. */
  public static final String INDICATOR = "Hồ sơ trả kết quả trong ngày";

  private FormSamples() {}

  /**
   * A whole form of the year 2024.
   *
   * @return a collective's
   */
  public static ModelForm form() {
    return new ModelForm(
        "Ngày thứ Ba không hẹn: giải quyết hồ sơ ngay trong ngày",
        SubjectKind.COLLECTIVE,
        PersonalText.open("Trung tâm Phục vụ hành chính công tỉnh"),
        CENTRE,
        Field.ADMINISTRATIVE_REFORM,
        "Vào thứ Ba hằng tuần, tiếp nhận và trả kết quả ngay trong ngày đối với thủ tục đơn giản.",
        "Rà soát, cắt giảm bước trung gian; niêm yết danh mục tại Trung tâm.",
        LocalDate.of(2024, 3, 12),
        LocalDate.of(2024, 12, 31),
        "Thành phố Bắc Kạn",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        new Beneficiaries(0, 3100),
        null,
        "Giám đốc Trung tâm",
        null,
        null,
        List.of("89/KH-UBND"),
        List.of("NV1"),
        null);
  }

  /**
   * A form that says nothing, to be changed in some fields by {@link #with}.
   *
   * @return every component null
   */
  public static ModelForm nothing() {
    return new ModelForm(
        null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
        null, null, null, null, null, null, null, null, null, null);
  }

  /**
   * A form with another value in one place.
   *
   * @param form the form
   * @param name the component's name
   * @param value its new value; null empties it
   * @return a new form
   */
  public static ModelForm with(ModelForm form, String name, @Nullable Object value) {
    return Records.with(form, name, value);
  }

  /**
   * One change to a form.
   *
   * @param name the component's name
   * @param value its new value
   * @return a form that says this alone
   */
  public static ModelForm only(String name, Object value) {
    return with(nothing(), name, value);
  }

  /**
   * The objectives that go with {@link #form()}.
   *
   * @return one
   */
  public static List<Objective> objectives() {
    return List.of(new Objective(INDICATOR, "hồ sơ", BigDecimal.valueOf(2400)));
  }
}
