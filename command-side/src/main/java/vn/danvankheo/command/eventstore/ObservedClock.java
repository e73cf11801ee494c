package vn.danvankheo.command.eventstore;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The injected clock in whole milliseconds, watched for jumps backwards. Such a jump is told, never
 * corrected: events carry what the clock said, and their order is that of versions and positions.
 */
final class ObservedClock extends Clock {
  private static final Logger LOG = LoggerFactory.getLogger(ObservedClock.class);

  private final Clock clock;
  private final Runnable onJump;
  private final AtomicReference<Instant> latest = new AtomicReference<>(Instant.MIN);

  ObservedClock(Clock clock, Runnable onJump) {
    this.clock = Clock.tick(clock, Duration.ofMillis(1));
    this.onJump = onJump;
  }

  @Override
  public Instant instant() {
    Instant now = clock.instant();
    Instant before = latest.getAndSet(now);
    if (now.isBefore(before) && Duration.between(now, before).toMillis() > 1) {
      onJump.run();
      LOG.warn(
          "The clock went back by {}: event times will not rise", Duration.between(now, before));
    }
    return now;
  }

  @Override
  public ZoneId getZone() {
    return clock.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new ObservedClock(clock.withZone(zone), onJump);
  }
}
