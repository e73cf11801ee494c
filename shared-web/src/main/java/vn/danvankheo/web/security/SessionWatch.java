package vn.danvankheo.web.security;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows, some second late, which sessions have ended while their access tokens hold. While their
 * store is away it goes by what it knew last: whoever reads goes on reading.
 */
public final class SessionWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SessionWatch.class);
  private static final Duration PERIOD = Duration.ofSeconds(1);

  /** Longer than any token holds, for clocks that differ and transactions that take long. */
  private static final Duration REMEMBERED = AccessTokens.LIFETIME.plusMinutes(5);

  private final EndedSessions sessions;
  private final Clock clock;
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "ended-sessions");
            thread.setDaemon(true);
            return thread;
          });
  private volatile Set<String> ended = Set.of();
  private boolean away;

  /**
   * Prepares a watch that knows nothing before it is started.
   *
   * @param sessions where to look
   * @param clock tells the time
   */
  public SessionWatch(EndedSessions sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  /** Looks from now on every second. */
  public void start() {
    looking.scheduleWithFixedDelay(this::look, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    looking.shutdownNow();
  }

  boolean hasEnded(@Nullable String sessionId) {
    return sessionId != null && ended.contains(sessionId);
  }

  void look() {
    try {
      ended = sessions.since(clock.instant().minus(REMEMBERED));
      away = false;
    } catch (RuntimeException e) {
      if (!away) {
        LOG.warn("Which sessions have ended can't be told just now: {}", e.toString());
      }
      away = true;
    }
  }
}
