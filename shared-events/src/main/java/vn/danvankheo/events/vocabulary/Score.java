package vn.danvankheo.events.vocabulary;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Points given for a criterion.
 *
 * @param criterion the criterion's code
 * @param points in steps of 0.25, from 0 to the criterion's maximum
 * @param note a remark
 */
public record Score(String criterion, BigDecimal points, @Nullable String note) {

  /** Drops meaningless trailing zeros, so that equal amounts are equal records. */
  public Score {
    points = Decimals.plain(points);
  }
}
