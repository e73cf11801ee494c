package vn.danvankheo.query.reporting.documents;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.query.views.units.UnitTree;

/**
 * Units by their names on a day.
 *
 * @param tree the units
 * @param day the day of the paper
 */
public record UnitNames(UnitTree tree, LocalDate day) {
  /** The unit's name; its code, or what was written in place of one, when it is unknown. */
  String name(String code) {
    String name = tree.nameOn(code, day);
    return name == null ? code : name;
  }

  @Nullable String superior(String code) {
    return tree.find(code)
        .map(unit -> unit.parentOn(day))
        .map(upper -> tree.nameOn(upper, day))
        .orElse(null);
  }

  /** The place before the day. */
  String place(String code) {
    return PlaceName.of(name(code), superior(code));
  }
}
