package vn.danvankheo.query.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How fast long work goes at the moment, and when it will have ended. What lies some time back
 * counts little: a limit may change. The first parts of a process are slow, so what is known of
 * work before is believed until many are done. The time for which it is held does not count. Safe
 * for use by many threads.
 */
public final class Pacing {
  private static final double NANOS = 1e9;
  private static final double SHORTEST = 2;
  private static final double SHARE = 3;

  /** After so many parts, what was seen of them counts as much as what was known before. */
  private static final double MANY = 100_000;

  /** A faster time than the last is believed a little less each time. */
  private static final double FORGETTING = 1.1;

  private final long begun;
  private final long doneBefore;
  private final Known known;
  private long limit;
  private boolean limited;
  private long done;
  private long at;
  private double perSecond;
  private @Nullable Instant endsAt;
  private boolean held;
  private boolean finishing;
  private long finishingSince;
  private long finishingNanos;

  /**
   * What such work has taken before, at full speed.
   *
   * @param perPart seconds for each part towards the end, when it was fastest; 0 when nothing is
   *     known
   * @param tailPerPart seconds for each part when all parts were done
   */
  public record Known(double perPart, double tailPerPart) {
    /** Nothing. */
    public static final Known NOTHING = new Known(0, 0);
  }

  /**
   * Begins.
   *
   * @param done what was done before, by others
   * @param nanos now, in nanoseconds of any clock
   * @param known of such work
   */
  public Pacing(long done, long nanos, Known known) {
    this.done = done;
    this.doneBefore = done;
    this.begun = nanos;
    this.at = nanos;
    this.known = known;
  }

  /** At most so many parts a second may be done from now on, 0 for as many as can be. */
  synchronized void limit(long parts) {
    limit = parts;
    limited |= parts > 0;
  }

  /**
   * What is known of such work when this has ended.
   *
   * @param total how many parts it had
   * @param nanos now, by the same clock
   * @return what was known before when this had a limit, or did nothing
   */
  synchronized Known learnt(long total, long nanos) {
    if (limited || perSecond == 0) {
      return known;
    }
    double part = 1 / perSecond;
    double tail = finishingNanos(nanos) / NANOS / total;
    return known.perPart == 0
        ? new Known(part, tail)
        : new Known(Math.min(part, FORGETTING * known.perPart), (tail + known.tailPerPart) / 2);
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

  private long finishingNanos(long nanos) {
    return finishingNanos + (finishing && !held ? nanos - finishingSince : 0);
  }

  /**
   * Further parts are done.
   *
   * @param nowDone how many in all
   * @param made what it counts for to look again, in the end, at all that they have made
   * @param total of how many
   * @param nanos now, by the same clock
   * @param now the time of day
   */
  public synchronized void reached(long nowDone, long made, long total, long nanos, Instant now) {
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
      double least = limit == 0 ? 0 : 1.0 / limit;
      double tail = Math.max(known.tailPerPart, least * made / nowDone);
      double left = (total - nowDone) * Math.max(least, likely(nowDone)) + total * tail;
      endsAt = now.plusMillis((long) (left * 1_000));
    }
  }

  /** Seconds for a part, if there is no limit. */
  private double likely(long nowDone) {
    double share = known.perPart == 0 ? 1 : (nowDone - doneBefore) / (nowDone - doneBefore + MANY);
    return share / perSecond + (1 - share) * known.perPart;
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
