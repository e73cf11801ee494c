package vn.danvankheo.query.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How fast long work goes at the moment, and when it will have ended. What lies some time back
 * counts little: the first seconds of a process are slow, and a limit may change. The time for
 * which it is held does not count. Safe for use by many threads.
 */
public final class Pacing {
  private static final double NANOS = 1e9;
  private static final double SHORTEST = 3;
  private static final double SHARE = 3;

  private final long begun;
  private final double tailPerPart;
  private long done;
  private long at;
  private double perSecond;
  private @Nullable Instant endsAt;
  private boolean held;
  private boolean finishing;
  private long finishingSince;
  private long finishingNanos;

  /**
   * Begins.
   *
   * @param done what was done before, by others
   * @param nanos now, in nanoseconds of any clock
   * @param tailPerPart how many seconds it takes for each part when all parts are done
   */
  public Pacing(long done, long nanos, double tailPerPart) {
    this.done = done;
    this.begun = nanos;
    this.at = nanos;
    this.tailPerPart = tailPerPart;
  }

  /** Work is held from now on; harmless when it is already. */
  synchronized void hold(long nanos) {
    if (!held) {
      finishingNanos = finishingNanos(nanos);
      held = true;
    }
  }

  /** Work goes on again; harmless when it does already. */
  synchronized void goOn(long nanos) {
    if (held) {
      held = false;
      at = nanos;
      finishingSince = nanos;
    }
  }

  /** All parts are done, and only what follows them is left; harmless when that is known. */
  synchronized void finishes(long nanos) {
    if (!finishing) {
      finishing = true;
      finishingSince = nanos;
    }
  }

  /**
   * How long it has taken since all parts were done.
   *
   * @param nanos now, by the same clock
   * @return seconds; 0 before that
   */
  synchronized double finishingSeconds(long nanos) {
    return finishingNanos(nanos) / NANOS;
  }

  private long finishingNanos(long nanos) {
    return finishingNanos + (finishing && !held ? nanos - finishingSince : 0);
  }

  /**
   * Further parts are done.
   *
   * @param nowDone how many in all
   * @param total of how many
   * @param nanos now, by the same clock
   * @param now the time of day
   */
  public synchronized void reached(long nowDone, long total, long nanos, Instant now) {
    double seconds = (nanos - at) / NANOS;
    if (perSecond == 0 && nowDone == done) {
      // What comes before the first part, such as counting them, tells nothing of their speed.
      at = nanos;
    } else if (seconds > 0 && nowDone > done) {
      double recent = (nowDone - done) / seconds;
      double memory = Math.max(SHORTEST, (nanos - begun) / NANOS / SHARE);
      double weight = perSecond == 0 ? 1 : 1 - Math.exp(-seconds / memory);
      perSecond += weight * (recent - perSecond);
      done = nowDone;
      at = nanos;
    }
    if (perSecond > 0) {
      double left = (total - nowDone) / perSecond + total * tailPerPart;
      endsAt = now.plusMillis((long) (left * 1_000));
    }
  }

  synchronized double perSecond() {
    return perSecond;
  }

  /**
   * When it will have ended, as far as can be told.
   *
   * @return by the time of day that {@link #reached} was told; null before the first parts
   */
  public synchronized @Nullable Instant endsAt() {
    return endsAt;
  }
}
