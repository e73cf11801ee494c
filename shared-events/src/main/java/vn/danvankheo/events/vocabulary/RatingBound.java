package vn.danvankheo.events.vocabulary;

import java.math.BigDecimal;

/**
 * The lower bound of a rating class.
 *
 * @param rating the class
 * @param minPoints its lower bound, inclusive, 0 to 100
 */
public record RatingBound(Rating rating, BigDecimal minPoints) {

  /** Drops meaningless trailing zeros, so that equal amounts are equal records. */
  public RatingBound {
    minPoints = Decimals.plain(minPoints);
  }
}
