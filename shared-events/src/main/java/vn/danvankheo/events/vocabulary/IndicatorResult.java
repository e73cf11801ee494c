package vn.danvankheo.events.vocabulary;

import java.math.BigDecimal;

/**
 * What was reached of an objective.
 *
 * @param indicator the objective's indicator
 * @param unit the unit of measure
 * @param target the target as reported
 * @param actual the value reached
 */
public record IndicatorResult(String indicator, String unit, BigDecimal target, BigDecimal actual) {

  /** Drops meaningless trailing zeros, so that equal amounts are equal records. */
  public IndicatorResult {
    target = Decimals.plain(target);
    actual = Decimals.plain(actual);
  }
}
