package vn.danvankheo.events.samples;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.plan.PlanContent;
import vn.danvankheo.events.plan.PlanIssued;
import vn.danvankheo.events.vocabulary.FocusTask;
import vn.danvankheo.events.vocabulary.LegalBasis;

/** Yearly plans. */
public final class PlanSamples {
  private PlanSamples() {}

  /**
   * A plan of the office.
   *
   * @param year its year
   * @return with default criteria, ratings and passing mark; registration closes on 31 March
   */
  public static PlanContent plan(int year) {
    return new PlanContent(
        "VP",
        year,
        "05/KH-VP",
        LocalDate.of(year, 2, 20),
        "Văn phòng UBND tỉnh Bắc Kạn",
        "Thực hiện phong trào “Dân vận khéo” năm " + year,
        LocalDate.of(year, 3, 31),
        LocalDate.of(year, 6, 15),
        LocalDate.of(year, 12, 15),
        List.of(
            new LegalBasis(
                "89/KH-UBND",
                "Kế hoạch thực hiện phong trào “Dân vận khéo”",
                "UBND tỉnh Bắc Kạn",
                LocalDate.of(2024, 2, 20)),
            new LegalBasis("06-ĐA/TU", "Đề án", "Tỉnh ủy Bắc Kạn", null)),
        List.of(new FocusTask("NV1", "Cải cách thủ tục hành chính")),
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /**
   * A plan with another value in one place.
   *
   * @param plan the plan
   * @param name the component's name
   * @param value its new value; null empties it
   * @return a new plan
   */
  public static PlanContent with(PlanContent plan, String name, @Nullable Object value) {
    return Records.with(plan, name, value);
  }

  /**
   * A plan that says nothing.
   *
   * @return every component null
   */
  public static PlanContent nothing() {
    return new PlanContent(
        null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
        null, null, null);
  }

  /**
   * The office's plan was issued.
   *
   * @param year its year
   * @return the first event of a plan
   */
  public static PlanIssued planIssued(int year) {
    return new PlanIssued("VP-" + year, plan(year));
  }
}
