package vn.danvankheo.query.projecting;

import java.time.Duration;

/**
 * How projections are driven.
 *
 * @param pageSize rows read at once, from 1
 * @param poll how often the log and checkpoints are looked at when nothing was heard
 * @param takeover how often a process that does not lead tries to
 * @param windowLimit documents kept in memory while a view is being built, from 1
 */
public record ProjectionSettings(int pageSize, Duration poll, Duration takeover, int windowLimit) {

  private static final long HEAP_PER_DOCUMENT = 32_768;
  private static final int SMALLEST_WINDOW = 2_000;
  private static final int LARGEST_WINDOW = 200_000;

  /**
   * The usual settings.
   *
   * @param maxHeap the process's greatest heap in bytes
   * @return settings that use up to a quarter of it while building
   */
  public static ProjectionSettings usual(long maxHeap) {
    long window = maxHeap / 4 / HEAP_PER_DOCUMENT;
    return new ProjectionSettings(
        2_000,
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        (int) Math.max(SMALLEST_WINDOW, Math.min(LARGEST_WINDOW, window)));
  }
}
