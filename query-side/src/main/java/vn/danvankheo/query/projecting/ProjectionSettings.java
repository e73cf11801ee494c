package vn.danvankheo.query.projecting;

import java.time.Duration;

/**
 * How projections are driven.
 *
 * @param pageSize rows read at once, from 1
 * @param poll how often the log and checkpoints are looked at when nothing was heard
 * @param takeover how often a process that does not lead tries to
 */
public record ProjectionSettings(int pageSize, Duration poll, Duration takeover) {
  /**
   * The usual settings. What a page's events give is in memory at once, some 60 kB each; a larger
   * page is no cheaper to write, and shows later.
   */
  public static final ProjectionSettings USUAL =
      new ProjectionSettings(500, Duration.ofMillis(250), Duration.ofSeconds(1));
}
