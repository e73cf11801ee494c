package vn.danvankheo.events.vocabulary;

import java.math.BigDecimal;

/**
 * A scoring criterion of a plan.
 *
 * @param code unique in its plan, such as TC1
 * @param title the criterion in words
 * @param maxPoints its maximum, in steps of 0.25; those of a plan add up to 100
 */
public record Criterion(String code, String title, BigDecimal maxPoints) {

  /** Drops meaningless trailing zeros, so that equal amounts are equal records. */
  public Criterion {
    maxPoints = Decimals.plain(maxPoints);
  }
}
