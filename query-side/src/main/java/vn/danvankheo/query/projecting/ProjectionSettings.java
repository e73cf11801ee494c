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
  /** The usual settings. */
  public static final ProjectionSettings USUAL =
      new ProjectionSettings(2_000, Duration.ofMillis(250), Duration.ofSeconds(1));
}
