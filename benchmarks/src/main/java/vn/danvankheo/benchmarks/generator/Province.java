package vn.danvankheo.benchmarks.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.plan.PlanContent;
import vn.danvankheo.events.plan.PlanIssued;
import vn.danvankheo.events.unit.UnitRegistered;
import vn.danvankheo.events.vocabulary.UnitType;

/**
 * A province's committee, its departments, districts and communes. Few of them register most of the
 * models: the n-th has one for every n-th part of the first one's (Zipf).
 */
final class Province {
  /** The unit above all. */
  static final String ROOT = "UBND-T";

  private static final int DEPARTMENTS = 20;
  private static final int DISTRICTS = 8;
  private static final int COMMUNES = 14;

  private final List<UnitRegistered> units = new ArrayList<>();
  private final List<String> registering = new ArrayList<>();
  private final double[] upTo;

  Province() {
    add(ROOT, "Ủy ban nhân dân tỉnh", UnitType.PEOPLES_COMMITTEE, null);
    for (int i = 1; i <= DEPARTMENTS; i++) {
      addRegistering("SO-%02d".formatted(i), "Sở số " + i, UnitType.PROVINCIAL_AGENCY, ROOT);
    }
    for (int district = 1; district <= DISTRICTS; district++) {
      String code = "H-%02d".formatted(district);
      addRegistering(code, "Ủy ban nhân dân huyện số " + district, UnitType.DISTRICT, ROOT);
      for (int i = 1; i <= COMMUNES; i++) {
        String commune = code + "-X%02d".formatted(i);
        addRegistering(
            commune, "Xã số %d huyện số %d".formatted(i, district), UnitType.COMMUNE, code);
      }
    }
    upTo = new double[registering.size()];
    double sum = 0;
    for (int i = 0; i < upTo.length; i++) {
      sum += 1.0 / (i + 1);
      upTo[i] = sum;
    }
  }

  private void addRegistering(String code, String name, UnitType type, String parent) {
    add(code, name, type, parent);
    registering.add(code);
  }

  private void add(String code, String name, UnitType type, @Nullable String parent) {
    units.add(new UnitRegistered(code, name, type, parent, null, List.of(), null));
  }

  List<UnitRegistered> units() {
    return units;
  }

  /** Whose model the next one is. */
  String unit(Random random) {
    double drawn = random.nextDouble() * upTo[upTo.length - 1];
    int found = Arrays.binarySearch(upTo, drawn);
    return registering.get(found >= 0 ? found : -found - 1);
  }

  /** The plan that all units of a year come under. */
  static PlanIssued plan(int year) {
    LocalDate january = LocalDate.of(year, 1, 15);
    PlanContent content =
        new PlanContent(
            ROOT,
            year,
            "11/KH-UBND",
            january,
            "Ủy ban nhân dân tỉnh",
            "Thực hiện phong trào thi đua “Dân vận khéo” năm " + year,
            LocalDate.of(year, 12, 31),
            LocalDate.of(year, 6, 30),
            LocalDate.of(year, 12, 10),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    return new PlanIssued(ROOT + "-" + year, content);
  }
}
