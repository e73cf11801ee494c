package vn.danvankheo.query.replay;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
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
import vn.danvankheo.query.reading.Sql;
import vn.danvankheo.web.operation.OperationState;
import vn.danvankheo.web.operation.OperationStatus;
import vn.danvankheo.web.problem.Problem;
import vn.danvankheo.web.problem.ProblemCode;

/** Replays that were asked for, as they must outlive the process that works on them. */
public final class ReplayStore {
  private static final String CREATE =
      """
      INSERT INTO replay (id, target, subject, state, started_by, metadata, idempotency_key, fingerprint, rate_limit)
      VALUES (gen_random_uuid(), ?, ?, 'PENDING', ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING RETURNING id
      """;
  private static final String WAITING =
      "SELECT id, subject, metadata FROM replay WHERE target = ? AND state IN ('PENDING', 'RUNNING')"
          + " ORDER BY no";
  private static final String SELECT =
      "SELECT state, done, total, started_by, started_at, finished_at, result, error,"
          + " per_second, ends_at, id, no, target, subject, metadata, rate_limit FROM replay ";
  private static final String FIND = SELECT + "WHERE id = ?";
  private static final String PAGE = SELECT + "WHERE no < ? ORDER BY no DESC LIMIT ?";
  private static final String KNOWN =
      "SELECT id, fingerprint = ? FROM replay WHERE started_by = ? AND idempotency_key = ?";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final DataSource source;

  /**
   * Keeps them in the event database.
   *
   * @param source its connections, which commit by themselves
   */
  public ReplayStore(DataSource source) {
    this.source = source;
  }

  /** One that waits for being worked on, or is worked on. */
  record Job(UUID id, String subject, EventMetadata metadata) {}

  /** What is asked for, and by what it is known when it is asked for again. */
  record Wanted(
      String target,
      String subject,
      @Nullable String key,
      String fingerprint,
      @Nullable Long rateLimit) {
    Wanted(String target, String subject, @Nullable String key, String fingerprint) {
      this(target, subject, key, fingerprint, null);
    }
  }

  /** Empty when the caller's key has been used, or the same is being replayed. */
  Optional<OperationStatus> create(Wanted wanted, EventMetadata metadata) {
    String startedBy = metadata.actor().userName();
    return Turns.take(
        source,
        connection -> {
          if (wanted.target().equals(ViewReplays.TARGET)
              && ViewReplayStore.inTheWayOf(connection, wanted.subject()).isPresent()) {
            return Optional.empty();
          }
          return create(connection, wanted, metadata, startedBy);
        });
  }

  private static Optional<OperationStatus> create(
      Connection connection, Wanted wanted, EventMetadata metadata, String startedBy)
      throws SQLException {
    return Sql.first(
        connection,
        CREATE,
        row -> OperationStatus.pending(row.getString(1), OperationStatus.Kind.REPLAY, startedBy),
        wanted.target(),
        wanted.subject(),
        startedBy,
        EventJson.write(metadata),
        wanted.key(),
        wanted.fingerprint(),
        wanted.rateLimit());
  }

  /** A replay of views that works on what another would work on. */
  Optional<UUID> inTheWayOf(String subject) {
    return Sql.with(source, connection -> ViewReplayStore.inTheWayOf(connection, subject))
        .map(ViewReplayStore.Job::id);
  }

  /** What was asked for by the same key, which is refused when that was something else. */
  Optional<OperationStatus> known(Wanted wanted, String startedBy) {
    return Sql.first(
            source,
            KNOWN,
            row -> {
              if (!row.getBoolean(2)) {
                throw ProblemCode.IDEMPOTENCY_KEY_REUSED.problem().exception();
              }
              return row.getObject(1, UUID.class);
            },
            wanted.fingerprint(),
            startedBy,
            wanted.key())
        .flatMap(this::find);
  }

  List<Job> waiting(String target) {
    return Sql.list(source, WAITING, ReplayStore::job, target);
  }

  private static Job job(ResultSet row) throws SQLException {
    return new Job(
        row.getObject(1, UUID.class),
        row.getString(2),
        EventJson.stored().readValue(row.getBytes(3), EventMetadata.class));
  }

  /**
   * Works on a replay unless another process does, or it has ended.
   *
   * @param job the replay
   * @param work what to do
   */
  void exclusively(Job job, Runnable work) {
    Sql.inTransaction(
        source,
        connection -> {
          if (locked(connection, job)
              && find(job.id()).filter(status -> !status.state().isEnd()).isPresent()) {
            work.run();
          }
          return job;
        });
  }

  private static boolean locked(Connection connection, Job job) throws SQLException {
    return Sql.first(
            connection,
            "SELECT pg_try_advisory_xact_lock(hashtextextended(?, 0))",
            row -> row.getBoolean(1),
            "replay " + job.id())
        .orElseThrow();
  }

  void begin(Job job, long total, Instant now) {
    Sql.update(
        source,
        "UPDATE replay SET state = 'RUNNING', done = 0, total = ?, started_at = ? WHERE id = ?",
        total,
        Timestamp.from(now),
        job.id());
  }

  void progress(Job job, long done) {
    Sql.update(source, "UPDATE replay SET done = ? WHERE id = ?", done, job.id());
  }

  void end(Job job, @Nullable String error, Map<String, Object> result, Instant now) {
    Sql.update(
        source,
        "UPDATE replay SET state = ?, error = ?, result = ?, finished_at = ? WHERE id = ?",
        error == null ? "SUCCEEDED" : "FAILED",
        error,
        JSON.writeValueAsBytes(result),
        Timestamp.from(now),
        job.id());
  }

  Optional<OperationStatus> find(UUID id) {
    return Sql.first(source, FIND, ReplayStore::status, id);
  }

  /** One of a list, and its place there. */
  record Listed(long no, OperationStatus status) {}

  /** All that were asked for, the newest first, older than one. */
  List<Listed> page(long behind, int limit) {
    return Sql.list(source, PAGE, row -> new Listed(row.getLong("no"), status(row)), behind, limit);
  }

  /** How many were ever asked for. */
  long total() {
    return Sql.first(source, "SELECT count(*) FROM replay", row -> row.getLong(1)).orElseThrow();
  }

  private static OperationStatus status(ResultSet row) throws SQLException {
    Instant endsAt = Sql.instant(row, 10);
    String error = row.getString(8);
    return new OperationStatus(
        row.getString("id"),
        OperationStatus.Kind.REPLAY,
        OperationState.valueOf(row.getString(1)),
        row.getLong(2),
        row.getObject(3, Long.class),
        row.getString(4),
        Sql.instant(row, 5),
        Sql.instant(row, 6),
        error == null ? null : Problem.of(500, error),
        result(row),
        endsAt == null ? null : new OperationStatus.Pace(row.getDouble(9), endsAt));
  }

  /** What was asked for, and what it has come to. */
  private static Map<String, Object> result(ResultSet row) throws SQLException {
    Map<String, Object> result = new LinkedHashMap<>();
    String target = row.getString("target");
    String[] subject = row.getString("subject").split("/", 2);
    if (target.equals(ReportReplays.TARGET)) {
      result.put("target", target);
      result.put("reportId", subject[0]);
    } else {
      result.put("target", ViewReplays.TARGET);
      if (!subject[0].isEmpty()) {
        result.put("view", subject[0]);
      }
      if (subject.length > 1) {
        result.put("modelId", subject[1]);
      }
    }
    result.put(
        "reason",
        EventJson.stored().readValue(row.getBytes("metadata"), EventMetadata.class).reason());
    long rateLimit = row.getLong("rate_limit");
    if (rateLimit > 0) {
      result.put("rateLimit", rateLimit);
    }
    byte[] come = row.getBytes(7);
    if (come != null) {
      result.putAll(JSON.readValue(come, new TypeReference<Map<String, Object>>() {}));
    }
    return result;
  }
}
