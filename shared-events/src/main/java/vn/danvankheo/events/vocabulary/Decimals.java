package vn.danvankheo.events.vocabulary;

import java.math.BigDecimal;

/**
 * One spelling for each decimal number, so that equal amounts are equal records and equal bytes.
 */
public final class Decimals {
  private Decimals() {}

  /**
   * Drops trailing zeros without falling into scientific notation.
   *
   * @param value a decimal number; null stays null, since a missing value is another layer's fault
   * @return the same number with the smallest scale that is not negative
   */
  @SuppressWarnings("NullAway")
  public static BigDecimal plain(BigDecimal value) {
    if (value == null) {
      return null;
    }
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
