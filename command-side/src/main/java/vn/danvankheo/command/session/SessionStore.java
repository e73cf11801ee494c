package vn.danvankheo.command.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionOperations;
import vn.danvankheo.web.security.EndedSessions;

/** Sessions and their refresh tokens, each of which is good once. */
final class SessionStore implements EndedSessions {
  /** How long a refresh token waits to be used. */
  static final Duration REFRESHABLE = Duration.ofDays(7);

  /** How long a session lasts at most, however often it is refreshed. */
  static final Duration LONGEST = Duration.ofDays(30);

  /** Two windows of one person may refresh at the same moment; that is no theft. */
  static final Duration SAME_MOMENT = Duration.ofSeconds(10);

  private static final String START =
      "INSERT INTO session (id, user_name, started_at, expires_at) VALUES (?,?,?,?)";
  private static final String HAND_OUT =
      "INSERT INTO refresh_token (token_hash, session_id, expires_at) VALUES (?,?,?)";
  private static final String USE =
      "UPDATE refresh_token t SET used_at = ? FROM session s WHERE t.token_hash = ?"
          + " AND t.used_at IS NULL AND t.expires_at > ? AND s.id = t.session_id"
          + " AND s.ended_at IS NULL AND s.expires_at > ? RETURNING s.id, s.user_name";
  private static final String END_OF_STOLEN =
      "UPDATE session s SET ended_at = ? FROM refresh_token t WHERE t.token_hash = ?"
          + " AND t.used_at < ? AND s.id = t.session_id AND s.ended_at IS NULL";
  private static final String END =
      "UPDATE session SET ended_at = ? WHERE id = ? AND ended_at IS NULL";
  private static final String END_ALL =
      "UPDATE session SET ended_at = ? WHERE user_name = ? AND ended_at IS NULL";
  private static final String END_OTHERS = END_ALL + " AND id::text IS DISTINCT FROM ?";
  private static final String ENDED = "SELECT id::text FROM session WHERE ended_at >= ?";
  private static final String PRUNE = "DELETE FROM session WHERE expires_at < ?";

  private final JdbcTemplate jdbc;
  private final TransactionOperations transactions;
  private final Clock clock;

  SessionStore(JdbcTemplate jdbc, TransactionOperations transactions, Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
  }

  void start(String id, String userName, String refreshToken) {
    Instant now = clock.instant();
    transactions.executeWithoutResult(
        status -> {
          jdbc.update(START, UUID.fromString(id), userName, at(now), at(now.plus(LONGEST)));
          handOut(id, refreshToken, now);
        });
  }

  /**
   * Uses a token up and hands out the next one.
   *
   * @return whose session goes on; empty when the token is unknown, old or used
   */
  Optional<Session> rotate(String refreshToken, String next) {
    Instant now = clock.instant();
    Optional<Session> session =
        transactions.execute(
            status -> {
              Optional<Session> found = use(Digests.of(refreshToken), now);
              found.ifPresent(one -> handOut(one.id(), next, now));
              return found;
            });
    if (session.isEmpty()) {
      jdbc.update(END_OF_STOLEN, at(now), Digests.of(refreshToken), at(now.minus(SAME_MOMENT)));
    }
    return session;
  }

  private Optional<Session> use(String tokenHash, Instant now) {
    List<Session> found =
        jdbc.query(
            USE,
            (row, n) -> new Session(row.getString(1), row.getString(2)),
            at(now),
            tokenHash,
            at(now),
            at(now));
    return found.stream().findFirst();
  }

  private void handOut(String sessionId, String refreshToken, Instant now) {
    jdbc.update(
        HAND_OUT, Digests.of(refreshToken), UUID.fromString(sessionId), at(now.plus(REFRESHABLE)));
  }

  void end(String id) {
    jdbc.update(END, at(clock.instant()), UUID.fromString(id));
  }

  void endAllOf(String userName) {
    jdbc.update(END_ALL, at(clock.instant()), userName);
  }

  void endOthersOf(String userName, @Nullable String id) {
    jdbc.update(END_OTHERS, at(clock.instant()), userName, id);
  }

  @Override
  public Set<String> since(Instant moment) {
    return Set.copyOf(jdbc.queryForList(ENDED, String.class, at(moment)));
  }

  @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.HOURS)
  void prune() {
    jdbc.update(PRUNE, at(clock.instant()));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** One person's stay. */
  record Session(String id, String userName) {}
}
