package vn.danvankheo.command.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Slows down who guesses passwords: after some failures in a row a pause, which doubles with every
 * further one. An attempt counts as failed from its start until it succeeds, so that many at the
 * same time gain nothing.
 */
final class LoginThrottle {
  private static final int FREE_FOR_NAME = 5;
  private static final int FREE_FOR_ADDRESS = 50;
  private static final Duration FORGIVEN_AFTER = Duration.ofMinutes(15);
  private static final long FIRST_PAUSE_SECONDS = 30;
  private static final int LONGEST_PAUSE_DOUBLINGS = 5;
  private static final Duration KEPT = Duration.ofDays(1);

  private static final String COUNT =
      "INSERT INTO login_attempt AS a (subject, failures, last_at) VALUES (?, 1, ?)"
          + " ON CONFLICT (subject) DO UPDATE SET last_at = excluded.last_at,"
          + " failures = CASE WHEN a.last_at < ? THEN 1 ELSE a.failures + 1 END,"
          + " blocked_until = CASE WHEN a.last_at >= ? AND a.failures + 1 >= ?"
          + " THEN excluded.last_at + make_interval(secs => ? * 2 ^ least(a.failures + 1 - ?, ?))"
          + " END WHERE a.blocked_until IS NULL OR a.blocked_until <= excluded.last_at";
  private static final String BLOCKED = "SELECT blocked_until FROM login_attempt WHERE subject = ?";
  private static final String CLEAR = "DELETE FROM login_attempt WHERE subject = ?";
  private static final String TAKE_BACK =
      "UPDATE login_attempt SET failures = failures - 1, blocked_until = NULL WHERE subject = ?";
  private static final String PRUNE = "DELETE FROM login_attempt WHERE last_at < ?";

  private final JdbcTemplate jdbc;
  private final Clock clock;

  LoginThrottle(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Counts an attempt, before its password is looked at.
   *
   * @throws LoginThrottled when it comes within a pause
   */
  void attempt(String userName, String address) {
    count(Digests.of(userName, address), FREE_FOR_NAME);
    count(Digests.of(address), FREE_FOR_ADDRESS);
  }

  /** The attempt has not failed after all; what failed before from its address still counts. */
  void succeeded(String userName, String address) {
    jdbc.update(CLEAR, Digests.of(userName, address));
    jdbc.update(TAKE_BACK, Digests.of(address));
  }

  @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.HOURS)
  void prune() {
    jdbc.update(PRUNE, at(clock.instant().minus(KEPT)));
  }

  private void count(String subject, int free) {
    Instant now = clock.instant();
    OffsetDateTime forgiven = at(now.minus(FORGIVEN_AFTER));
    int counted =
        jdbc.update(
            COUNT,
            subject,
            at(now),
            forgiven,
            forgiven,
            free,
            FIRST_PAUSE_SECONDS,
            free,
            LONGEST_PAUSE_DOUBLINGS);
    if (counted == 0) {
      throw new LoginThrottled(remaining(subject, now));
    }
  }

  private Duration remaining(String subject, Instant now) {
    List<OffsetDateTime> until = jdbc.queryForList(BLOCKED, OffsetDateTime.class, subject);
    Duration least = Duration.ofSeconds(1);
    if (until.isEmpty() || until.get(0) == null) {
      return least;
    }
    Duration left = Duration.between(now, until.get(0).toInstant());
    return left.compareTo(least) < 0 ? least : left;
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
