package vn.danvankheo.query.projecting;

import java.time.Duration;

/**
 * How much the leader does for single documents between two pages.
 *
 * @param retry how often documents that wait are tried again
 * @param period how long a round over all documents takes
 * @param step at most so many documents at once, from 1
 */
public record UpkeepSettings(Duration retry, Duration period, int step) {
  /** The usual settings. */
  public static final UpkeepSettings USUAL =
      new UpkeepSettings(Duration.ofMinutes(5), Duration.ofDays(1), 20);
}
