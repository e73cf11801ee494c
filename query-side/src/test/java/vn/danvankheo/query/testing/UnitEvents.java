package vn.danvankheo.query.testing;

import java.time.LocalDate;
import java.util.List;
import vn.danvankheo.events.plan.PlanContent;
import vn.danvankheo.events.plan.PlanIssued;
import vn.danvankheo.events.unit.UnitRegistered;
import vn.danvankheo.events.vocabulary.LegalBasis;
import vn.danvankheo.events.vocabulary.UnitType;

/** Makes the events of units and plans as the command side would. */
public final class UnitEvents {
  public static final LegalBasis BASIS =
      new LegalBasis("1/QĐ", "Quyết định", "UBND tỉnh", LocalDate.of(2025, 6, 20));

  private UnitEvents() {}

  public static UnitRegistered registered(String code, String name, String parent) {
    UnitType type = parent == null ? UnitType.OFFICE : UnitType.DEPARTMENT;
    return new UnitRegistered(code, name, type, parent, null, List.of(), null);
  }

  public static void register(EventDatabase events, String code, String name, String parent) {
    events.append("unit", "unit:" + code, 0, List.of(registered(code, name, parent)));
  }

  public static PlanIssued plan(String unitCode, int year, Integer modelsPerUnitMin) {
    return new PlanIssued(
        unitCode + "-" + year,
        new PlanContent(
            unitCode,
            year,
            "12/KH-VP",
            LocalDate.of(year, 2, 20),
            "Văn phòng UBND tỉnh Bắc Kạn",
            "Kế hoạch năm " + year,
            LocalDate.of(year, 3, 31),
            LocalDate.of(year, 6, 15),
            LocalDate.of(year, 12, 15),
            List.of(BASIS),
            List.of(),
            null,
            null,
            null,
            modelsPerUnitMin,
            null,
            null,
            null));
  }

  public static void issue(EventDatabase events, String unitCode, int year, Integer min) {
    events.append("plan", "plan:" + unitCode + "-" + year, 0, List.of(plan(unitCode, year, min)));
  }
}
