package vn.danvankheo.command.execution;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import tools.jackson.databind.json.JsonMapper;
import vn.danvankheo.command.execution.GatheredRequest.Remembered;

/** Remembers answers by actor and key, in the transaction of the events they speak of. */
final class IdempotencyStore {
  /** A day more than promised. */
  static final Duration KEPT = Duration.ofDays(8);

  /** No position, and nothing else that an answer says. */
  static final long UNKNOWN_POSITION = Long.MIN_VALUE + 1_000_000;

  private static final Logger LOG = LoggerFactory.getLogger(IdempotencyStore.class);
  private static final String CLAIM =
      "INSERT INTO idempotency (actor, key, fingerprint, created_at) VALUES (?,?,?,?)"
          + " ON CONFLICT DO NOTHING";
  private static final String FIND =
      "SELECT fingerprint, answer FROM idempotency WHERE actor = ? AND key = ?";

  private static final String ANSWER =
      "UPDATE idempotency SET answer = ? WHERE actor = ? AND key = ?";
  private static final String KEEP =
      "INSERT INTO idempotency (actor, key, fingerprint, answer, created_at) VALUES (?,?,?,?,?)"
          + " ON CONFLICT DO NOTHING";

  private static final String PRUNE = "DELETE FROM idempotency WHERE created_at < ?";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcTemplate jdbc;
  private final Clock clock;

  IdempotencyStore(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Takes a key for this transaction, or finds what it was answered. While another transaction
   * holds the key, this waits for its end.
   *
   * @return the remembered answer; empty when the key is now this transaction's
   * @throws IdempotencyKeyReused when the key belongs to another request
   */
  <R> Optional<R> claim(String actor, IdempotencyKey key, Class<R> type) {
    int claimed =
        jdbc.update(
            CLAIM, actor, key.key(), key.fingerprint(), clock.instant().atOffset(ZoneOffset.UTC));
    if (claimed == 1) {
      return Optional.empty();
    }
    List<Found> found =
        jdbc.query(
            FIND, (row, n) -> new Found(row.getString(1), row.getBytes(2)), actor, key.key());
    if (found.isEmpty()) {
      throw new ConcurrencyFailureException("The key was forgotten while it was looked for");
    }
    if (!found.get(0).fingerprint().equals(key.fingerprint())) {
      throw new IdempotencyKeyReused();
    }
    return Optional.of(JSON.readValue(found.get(0).answer(), type));
  }

  /** Keeps the answer with the key, which this transaction has claimed. */
  void answer(String actor, IdempotencyKey key, Object answer) {
    jdbc.update(ANSWER, JSON.writeValueAsBytes(answer), actor, key.key());
  }

  /**
   * Keeps the answer and takes the key with it. While another transaction holds the key, this waits
   * for its end.
   *
   * @return false when the key was taken already; nothing is kept then
   */
  boolean keep(String actor, IdempotencyKey key, Object answer) {
    return jdbc.update(
            KEEP,
            actor,
            key.key(),
            key.fingerprint(),
            JSON.writeValueAsBytes(answer),
            clock.instant().atOffset(ZoneOffset.UTC))
        == 1;
  }

  /**
   * The same for others to write: an answer that says a position nobody knows yet.
   *
   * @param answer says {@link #UNKNOWN_POSITION} in one place
   */
  Remembered foreseen(String actor, IdempotencyKey key, Object answer) {
    String json = JSON.writeValueAsString(answer);
    String unknown = Long.toString(UNKNOWN_POSITION);
    int at = json.indexOf(unknown);
    return new Remembered(
        actor,
        key.key(),
        key.fingerprint(),
        json.substring(0, at),
        json.substring(at + unknown.length()),
        clock.instant());
  }

  /** Forgets what is older than promised. */
  @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.HOURS)
  void prune() {
    int forgotten = jdbc.update(PRUNE, clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC));
    LOG.debug("Forgot {} remembered answers", forgotten);
  }

  @SuppressWarnings("ArrayRecordComponent") // a row on its way, never compared
  private record Found(String fingerprint, byte[] answer) {}
}
