package vn.danvankheo.events.vocabulary;

import java.math.BigDecimal;

/**
 * A target of one year.
 *
 * @param indicator what is measured; the objective's key within its year
 * @param unit the unit of measure
 * @param target the value to reach, not negative
 */
public record Objective(String indicator, String unit, BigDecimal target) {

  /** Drops meaningless trailing zeros, so that equal amounts are equal records. */
  public Objective {
    target = Decimals.plain(target);
  }
}
