package vn.danvankheo.query.projecting;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import vn.danvankheo.query.reading.Signal;

/** What is told a build from outside while it runs. Safe for use by many threads. */
public final class BuildControl {
  /** Portions are small, so that nobody else waits for a large one on the same processors. */
  private static final int PORTIONS_PER_SECOND = 50;

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final long LONG = SECOND / 4;

  private final Signal changed = new Signal();
  private volatile long rate;
  private volatile boolean paused;
  private volatile boolean cancelled;
  private volatile boolean anew;
  private long due = System.nanoTime();

  /** Begins without any limit. */
  public BuildControl() {}

  /**
   * Limits how fast events are read.
   *
   * @param perSecond events, from 1; 0 for no limit
   */
  public void limit(long perSecond) {
    if (rate != perSecond) {
      rate = perSecond;
      anew = true;
      changed.raise();
    }
  }

  /**
   * Holds the build where it is, or lets it go on.
   *
   * @param now whether it pauses
   */
  public void pause(boolean now) {
    if (paused != now) {
      paused = now;
      changed.raise();
    }
  }

  /** Ends the build as soon as it can; it does not come back. */
  public void cancel() {
    cancelled = true;
    changed.raise();
  }

  /** How many events may be read at once. */
  long portion() {
    return rate == 0 ? Long.MAX_VALUE : Math.max(1, rate / PORTIONS_PER_SECOND);
  }

  /** Whether the next events would have to wait. */
  boolean waits() {
    return waitsLongerThan(0);
  }

  /** Whether they would have to wait so long that nothing should be left open meanwhile. */
  boolean waitsLong() {
    return waitsLongerThan(LONG);
  }

  private boolean waitsLongerThan(long nanos) {
    return paused || cancelled || left() > nanos;
  }

  private long left() {
    return rate == 0 || isAnew() ? 0 : due - System.nanoTime();
  }

  /** What was read under another limit does not count under this one. */
  private boolean isAnew() {
    if (anew) {
      anew = false;
      due = System.nanoTime();
      return true;
    }
    return false;
  }

  /** Waits for something else for a while. */
  void rest(Duration atMost) throws InterruptedException {
    long seen = changed.count();
    if (cancelled || changed.awaitBeyond(seen, atMost) && cancelled) {
      throw new CancellationException("The build was cancelled");
    }
  }

  /** Waits until further events may be read. */
  void await() throws InterruptedException {
    while (true) {
      long seen = changed.count();
      if (cancelled) {
        throw new CancellationException("The build was cancelled");
      }
      long left = left();
      if (!paused && left <= 0) {
        return;
      }
      changed.awaitBeyond(seen, paused ? LONGEST_WAIT : Duration.ofNanos(left));
    }
  }

  /** Events have been read, by the one thread that waits. */
  void spent(long events) {
    long limit = rate;
    if (limit > 0 && !isAnew()) {
      due = Math.max(due, System.nanoTime() - LONG) + events * SECOND / limit;
    }
  }
}
