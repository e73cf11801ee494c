package vn.danvankheo.query.replay;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.danvankheo.events.metadata.EventMetadata;
import vn.danvankheo.events.serialization.EventJson;
import vn.danvankheo.query.reading.AdvisoryLock;
import vn.danvankheo.query.reading.Sql;
import vn.danvankheo.web.operation.OperationState;

/** Replays of views for whoever works on them: what they were told, and how far they are. */
public final class ViewReplayStore {
  /** Where those are called that wait for something to be told. */
  static final String CHANNEL = "danvankheo_replays";

  /** Asked for or under way. */
  static final String ACTIVE = "target = 'views' AND state IN ('PENDING', 'RUNNING', 'PAUSED')";

  private static final String FIND =
      "SELECT id, subject, metadata, state, rate_limit, going_back, swap, result FROM replay WHERE "
          + ACTIVE
          + " ORDER BY no";
  private static final String TOLD = "SELECT state, rate_limit, swap FROM replay WHERE id = ?";
  private static final String TAIL =
      "SELECT result FROM replay WHERE target = 'views' AND state = 'SUCCEEDED'"
          + " ORDER BY subject = ? DESC, total DESC, no DESC LIMIT 1";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final DataSource source;

  /**
   * One that is not at its end.
   *
   * @param goingBack whether it has ended before, and is to put back what was in use before it
   * @param swap who decided about the swap; null while nobody did
   * @param result what it came to so far
   */
  record Job(
      UUID id,
      String subject,
      EventMetadata metadata,
      OperationState state,
      long rateLimit,
      boolean goingBack,
      @Nullable EventMetadata swap,
      Map<String, Object> result) {
    /** The view that it is about; null for all views. */
    @Nullable String view() {
      return named(subject);
    }
  }

  /**
   * What it is told: how fast it may go, 0 for as fast as it can, whether it may go on, and who
   * lets its data in although it differs.
   */
  record Told(OperationState state, long rateLimit, @Nullable EventMetadata swap) {}

  /**
   * Reads and writes the event database.
   *
   * @param source its connections, which commit by themselves
   */
  public ViewReplayStore(DataSource source) {
    this.source = source;
  }

  /** The replays that are asked for or under way, the oldest first. */
  List<Job> active() {
    return Sql.with(source, ViewReplayStore::active);
  }

  private static List<Job> active(Connection connection) throws SQLException {
    return Sql.list(connection, FIND, ViewReplayStore::job);
  }

  private static Job job(ResultSet row) throws SQLException {
    return new Job(
        row.getObject(1, UUID.class),
        row.getString(2),
        EventJson.stored().readValue(row.getBytes(3), EventMetadata.class),
        OperationState.valueOf(row.getString(4)),
        row.getLong(5),
        row.getBoolean(6),
        metadata(row.getBytes(7)),
        result(row.getBytes(8)));
  }

  /** One that is asked for or under way, and works on what another would work on. */
  static Optional<Job> inTheWayOf(Connection connection, String subject) throws SQLException {
    return active(connection).stream()
        .filter(
            job -> subject.isEmpty() || job.subject().isEmpty() || job.subject().equals(subject))
        .findFirst();
  }

  /** Keeps other processes from working on a replay until the connection ends. */
  static boolean lock(Connection connection, UUID id) throws SQLException {
    return AdvisoryLock.tryLock(connection, "replay " + id);
  }

  /** What a replay is told at the moment. */
  Told told(UUID id) {
    return Sql.first(source, TOLD, ViewReplayStore::told, id).orElseThrow();
  }

  private static Told told(ResultSet row) throws SQLException {
    return new Told(
        OperationState.valueOf(row.getString(1)), row.getLong(2), metadata(row.getBytes(3)));
  }

  /** The view that a replay is about; null for all views. */
  static @Nullable String named(String subject) {
    return subject.isEmpty() ? null : subject;
  }

  private static @Nullable EventMetadata metadata(byte @Nullable [] stored) {
    return stored == null ? null : EventJson.stored().readValue(stored, EventMetadata.class);
  }

  private static Map<String, Object> result(byte @Nullable [] stored) {
    return stored == null ? Map.of() : JSON.readValue(stored, new TypeReference<>() {});
  }

  void begin(UUID id, Instant now) {
    Sql.update(
        source,
        "UPDATE replay SET swapping = false, started_at = COALESCE(started_at, ?),"
            + " state = CASE WHEN state = 'PENDING' THEN 'RUNNING' ELSE state END WHERE id = ?",
        Timestamp.from(now),
        id);
  }

  void progress(UUID id, long done, long total, Pacing pace, Map<String, Object> result) {
    Sql.update(
        source,
        "UPDATE replay SET done = ?, total = ?, per_second = ?, ends_at = ?, result = ?"
            + " WHERE id = ? AND "
            + ACTIVE,
        done,
        total,
        pace.perSecond(),
        pace.endsAt() == null ? null : Timestamp.from(pace.endsAt()),
        JSON.writeValueAsBytes(result),
        id);
  }

  /** Waits until somebody lets the data in although it differs. */
  void awaitSwap(UUID id, Map<String, Object> result) {
    Sql.update(
        source,
        "UPDATE replay SET state = 'PAUSED', awaits_swap = true, result = ?"
            + " WHERE id = ? AND state = 'RUNNING'",
        JSON.writeValueAsBytes(result),
        id);
  }

  /** Whether the swap may be made; from now on the replay can't be held or ended. */
  boolean claim(UUID id) {
    String claim = "UPDATE replay SET swapping = true WHERE id = ? AND state = 'RUNNING'";
    return Sql.update(source, claim, id) == 1;
  }

  void end(UUID id, @Nullable String error, Map<String, Object> result, Instant now) {
    Sql.update(
        source,
        "UPDATE replay SET state = ?, error = ?, result = ?, finished_at = ?, done = CASE WHEN ?"
            + " THEN total ELSE done END WHERE id = ? AND "
            + ACTIVE,
        error == null ? "SUCCEEDED" : "FAILED",
        error,
        JSON.writeValueAsBytes(result),
        Timestamp.from(now),
        error == null,
        id);
  }

  /** Notes what it has come to. */
  void note(UUID id, Map<String, Object> result) {
    Sql.update(
        source, "UPDATE replay SET result = ? WHERE id = ?", JSON.writeValueAsBytes(result), id);
  }

  /** What was in use before is in use again. */
  void wentBack(UUID id, Map<String, Object> result, Instant now) {
    Sql.update(
        source,
        "UPDATE replay SET state = 'SUCCEEDED', going_back = false, swap = NULL, result = ?,"
            + " finished_at = ? WHERE id = ?",
        JSON.writeValueAsBytes(result),
        Timestamp.from(now),
        id);
  }

  /** The result of the last replay of the same views, or else of the longest; empty without. */
  Map<String, Object> lastResult(String subject) {
    return Sql.first(source, TAIL, row -> result(row.getBytes(1)), subject).orElse(Map.of());
  }
}
