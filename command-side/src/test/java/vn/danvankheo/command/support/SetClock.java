package vn.danvankheo.command.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that goes on when it is told to. */
public final class SetClock extends Clock {
  private final AtomicReference<Instant> now;

  /**
   * A clock that stands still.
   *
   * @param now where it stands
   */
  public SetClock(Instant now) {
    this.now = new AtomicReference<>(now);
  }

  /**
   * Goes on.
   *
   * @param time how far; back when negative
   */
  public void advance(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
