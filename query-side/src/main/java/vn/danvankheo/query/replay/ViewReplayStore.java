package vn.danvankheo.query.replay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.danvankheo.events.metadata.EventMetadata;
import vn.danvankheo.events.oversight.ReplayTold;
import vn.danvankheo.events.recording.OversightRow;
import vn.danvankheo.events.serialization.EventJson;
import vn.danvankheo.events.vocabulary.ReplayInstruction;
import vn.danvankheo.query.reading.AdvisoryLock;
import vn.danvankheo.query.reading.EventDatabaseFailure;
import vn.danvankheo.web.operation.OperationState;

/**
 * What a replay of views is told and tells while it runs. Any process may write what it is told;
 * only the one that leads works on it.
 */
public final class ViewReplayStore {
  /** Where those are called that wait for something to be told. */
  static final String CHANNEL = "danvankheo_replays";

  private static final String CALL = "NOTIFY " + CHANNEL;
  private static final String ACTIVE =
      "target = 'views' AND state IN ('PENDING', 'RUNNING', 'PAUSED')";
  private static final String FIND =
      "SELECT id, subject, metadata, state, rate_limit, going_back, swap, result FROM replay WHERE "
          + ACTIVE
          + " ORDER BY no";
  private static final String TELL =
      "UPDATE replay SET %s WHERE id = ? AND NOT swapping AND " + ACTIVE + " RETURNING subject";
  private static final String TOLD = "SELECT state, rate_limit, swap FROM replay WHERE id = ?";

  /** The last one of its views that has ended, with nothing of them under way. */
  private static final String LAST =
      """
      id = ? AND target = 'views' AND state = 'SUCCEEDED' AND NOT EXISTS (
        SELECT FROM replay other WHERE other.target = 'views'
          AND (other.state IN ('PENDING', 'RUNNING', 'PAUSED') OR other.state = 'SUCCEEDED' AND other.no > replay.no)
          AND (other.subject = replay.subject OR other.subject = '' OR replay.subject = ''))
      """;

  private static final String TAKE_BACK =
      "UPDATE replay SET swap = ?, going_back = true, swapping = true, state = 'RUNNING',"
          + " finished_at = NULL WHERE NOT former_dropped AND "
          + LAST;
  private static final String DROP_FORMER =
      "UPDATE replay SET former_dropped = true WHERE " + LAST + " RETURNING subject";
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
   * What somebody says to a replay.
   *
   * @param by who, and why
   * @param at when
   */
  record Word(EventMetadata by, Instant at) {}

  /**
   * What it is told: how fast it may go, 0 for as fast as it can, whether it may go on, and who
   * lets its data in although it differs.
   */
  record Told(OperationState state, long rateLimit, @Nullable EventMetadata swap) {}

  /**
   * Keeps it in the event database.
   *
   * @param source its connections, which commit by themselves
   */
  public ViewReplayStore(DataSource source) {
    this.source = source;
  }

  /** The replays that are asked for or under way, the oldest first. */
  List<Job> active() {
    try (Connection connection = source.getConnection()) {
      return active(connection);
    } catch (SQLException e) {
      throw new EventDatabaseFailure(e);
    }
  }

  private static List<Job> active(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FIND);
        ResultSet row = statement.executeQuery()) {
      List<Job> jobs = new ArrayList<>();
      while (row.next()) {
        jobs.add(
            new Job(
                row.getObject(1, UUID.class),
                row.getString(2),
                EventJson.stored().readValue(row.getBytes(3), EventMetadata.class),
                OperationState.valueOf(row.getString(4)),
                row.getLong(5),
                row.getBoolean(6),
                metadata(row.getBytes(7)),
                result(row.getBytes(8))));
      }
      return jobs;
    }
  }

  /** One that is asked for or under way, and works on what another would work on. */
  Optional<Job> inTheWayOf(String subject) {
    try (Connection connection = source.getConnection()) {
      return inTheWayOf(connection, subject);
    } catch (SQLException e) {
      throw new EventDatabaseFailure(e);
    }
  }

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
    return ask(
            TOLD,
            row ->
                new Told(
                    OperationState.valueOf(row.getString(1)),
                    row.getLong(2),
                    metadata(row.getBytes(3))),
            id)
        .orElseThrow();
  }

  /** The view that a replay is about; null for all views. */
  private static @Nullable String named(String subject) {
    return subject.isEmpty() ? null : subject;
  }

  private static @Nullable EventMetadata metadata(byte @Nullable [] stored) {
    return stored == null ? null : EventJson.stored().readValue(stored, EventMetadata.class);
  }

  private static Map<String, Object> result(byte @Nullable [] stored) {
    return stored == null ? Map.of() : JSON.readValue(stored, new TypeReference<>() {});
  }

  /** Lets one have its way whose data differs, and that waits for it. */
  boolean accept(UUID id, EventMetadata by) {
    return tell(
        "UPDATE replay SET swap = ?, awaits_swap = false, state = 'RUNNING'"
            + " WHERE id = ? AND awaits_swap AND state = 'PAUSED'",
        EventJson.write(by),
        id);
  }

  /** Has the last one that ended put back what was in use before it. */
  boolean takeBack(UUID id, EventMetadata by) {
    return Turns.take(
        source,
        connection -> {
          try (PreparedStatement statement =
              prepare(connection, TAKE_BACK, EventJson.write(by), id)) {
            boolean told = statement.executeUpdate() == 1;
            call(connection);
            return told;
          }
        });
  }

  /** Leaves no way back from the last one that ended. */
  boolean dropFormer(UUID id, Word word) {
    return tell(id, word, ReplayInstruction.DROP_FORMER, null, DROP_FORMER, id);
  }

  /** Waits until somebody lets the data in although it differs. */
  void awaitSwap(UUID id, Map<String, Object> result) {
    update(
        "UPDATE replay SET state = 'PAUSED', awaits_swap = true, result = ?"
            + " WHERE id = ? AND state = 'RUNNING'",
        JSON.writeValueAsBytes(result),
        id);
  }

  /** Notes what it has come to. */
  void note(UUID id, Map<String, Object> result) {
    update("UPDATE replay SET result = ? WHERE id = ?", JSON.writeValueAsBytes(result), id);
  }

  /** What was in use before is in use again. */
  void wentBack(UUID id, Map<String, Object> result, Instant now) {
    update(
        "UPDATE replay SET state = 'SUCCEEDED', going_back = false, swap = NULL, result = ?,"
            + " finished_at = ? WHERE id = ?",
        JSON.writeValueAsBytes(result),
        Timestamp.from(now),
        id);
  }

  /** Holds one that has not come to its swap. */
  boolean pause(UUID id, Word word) {
    String change = "state = 'PAUSED'";
    return tell(id, word, ReplayInstruction.PAUSE, null, TELL.formatted(change), id);
  }

  /** Lets one go on that was held. */
  boolean resume(UUID id, Word word) {
    String change = "state = CASE WHEN started_at IS NULL THEN 'PENDING' ELSE 'RUNNING' END";
    return tell(id, word, ReplayInstruction.RESUME, null, TELL.formatted(change), id);
  }

  /** Ends one that has not come to its swap. */
  boolean cancel(UUID id, Word word) {
    Timestamp now = Timestamp.from(word.at());
    String change = "state = 'CANCELLED', finished_at = ?";
    return tell(id, word, ReplayInstruction.CANCEL, null, TELL.formatted(change), now, id);
  }

  /** Limits one; null lets it go as fast as it can. */
  boolean limit(UUID id, Word word, @Nullable Long limit) {
    String change = "rate_limit = ?";
    return tell(id, word, ReplayInstruction.LIMIT, limit, TELL.formatted(change), limit, id);
  }

  /** What is told and that it was told are kept together. */
  private boolean tell(
      UUID id,
      Word word,
      ReplayInstruction instruction,
      @Nullable Long rateLimit,
      String sql,
      @Nullable Object... arguments) {
    return Turns.take(
        source,
        connection -> {
          try (PreparedStatement statement = prepare(connection, sql, arguments);
              ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
              return false;
            }
            ReplayTold told =
                new ReplayTold(id.toString(), named(row.getString(1)), instruction, rateLimit);
            OversightRow.append(connection, word.at(), told, word.by());
            call(connection);
            return true;
          }
        });
  }

  /** Calls whoever works on replays. */
  void call() {
    update(CALL);
  }

  private static void call(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(CALL)) {
      statement.execute();
    }
  }

  private boolean tell(String sql, @Nullable Object... arguments) {
    boolean told = update(sql, arguments) == 1;
    if (told) {
      call();
    }
    return told;
  }

  void begin(UUID id, Instant now) {
    update(
        "UPDATE replay SET swapping = false, started_at = COALESCE(started_at, ?),"
            + " state = CASE WHEN state = 'PENDING' THEN 'RUNNING' ELSE state END WHERE id = ?",
        Timestamp.from(now),
        id);
  }

  void progress(UUID id, long done, long total, Pacing pace, Map<String, Object> result) {
    update(
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

  /** Whether the swap may be made; from now on the replay can't be held or ended. */
  boolean claim(UUID id) {
    return update("UPDATE replay SET swapping = true WHERE id = ? AND state = 'RUNNING'", id) == 1;
  }

  void end(UUID id, @Nullable String error, Map<String, Object> result, Instant now) {
    update(
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

  /** The result of the last replay of the same views, or else of the longest; empty without. */
  Map<String, Object> lastResult(String subject) {
    return ask(TAIL, row -> result(row.getBytes(1)), subject).orElse(Map.of());
  }

  /** Reads a row. */
  @FunctionalInterface
  private interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  private <T> Optional<T> ask(String sql, Row<T> reader, Object... arguments) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = prepare(connection, sql, arguments);
        ResultSet row = statement.executeQuery()) {
      return row.next() ? Optional.of(reader.of(row)) : Optional.empty();
    } catch (SQLException e) {
      throw new EventDatabaseFailure(e);
    }
  }

  private int update(String sql, @Nullable Object... arguments) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = prepare(connection, sql, arguments)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new EventDatabaseFailure(e);
    }
  }

  private static PreparedStatement prepare(
      Connection connection, String sql, @Nullable Object... arguments) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
    return statement;
  }
}
