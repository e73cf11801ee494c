package vn.danvankheo.events.samples;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.unit.UnitRegistered;
import vn.danvankheo.events.vocabulary.LegalBasis;
import vn.danvankheo.events.vocabulary.UnitType;

/** Units. */
public final class UnitSamples {
  private UnitSamples() {}

  /**
   * A department.
   *
   * @param code its code
   * @param parentCode the unit above; null at the top
   * @return one that has always been there
   */
  public static UnitRegistered unitRegistered(String code, @Nullable String parentCode) {
    return new UnitRegistered(
        code, "Phòng " + code, UnitType.DEPARTMENT, parentCode, null, List.of(), null);
  }

  /**
   * The document a reorganisation rests on.
   *
   * @return of June 2025
   */
  public static LegalBasis basis() {
    return new LegalBasis(
        "202/2025/QH15",
        "Sắp xếp đơn vị hành chính cấp tỉnh",
        "Quốc hội",
        LocalDate.of(2025, 6, 12));
  }
}
