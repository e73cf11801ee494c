package vn.danvankheo.query.audit.ledger;

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
import tools.jackson.databind.json.JsonMapper;
import vn.danvankheo.events.metadata.EventMetadata;
import vn.danvankheo.events.serialization.EventJson;
import vn.danvankheo.proof.SignedNote;
import vn.danvankheo.query.audit.ledger.LedgerVerification.Report;
import vn.danvankheo.query.reading.Sql;
import vn.danvankheo.web.operation.OperationState;
import vn.danvankheo.web.operation.OperationStatus;
import vn.danvankheo.web.problem.Language;
import vn.danvankheo.web.problem.ProblemCode;

/** Verifications that were asked for, as they must outlive the process that works on them. */
public final class VerificationStore {
  private static final String CREATE =
      """
      INSERT INTO verification
        (id, state, from_position, to_position, started_by, metadata, checkpoint)
      VALUES (gen_random_uuid(), 'PENDING', ?, ?, ?, ?, ?) RETURNING id
      """;
  private static final String WAITING =
      """
      SELECT id, from_position, to_position, metadata, checkpoint FROM verification
      WHERE state IN ('PENDING', 'RUNNING') ORDER BY no LIMIT 1
      """;
  private static final String FIND =
      "SELECT state, done, total, started_by, started_at, finished_at, report"
          + " FROM verification WHERE id = ?";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final DataSource source;

  /**
   * Keeps them in the event database.
   *
   * @param source its connections, which commit by themselves
   */
  public VerificationStore(DataSource source) {
    this.source = source;
  }

  /** One that waits for being worked on. */
  record Job(
      UUID id, long from, long to, EventMetadata metadata, Optional<SignedNote> checkpoint) {}

  OperationStatus create(
      long from,
      long to,
      EventMetadata metadata,
      String startedBy,
      Optional<SignedNote> checkpoint) {
    String id =
        Sql.first(
                source,
                CREATE,
                row -> row.getString(1),
                from,
                to,
                startedBy,
                EventJson.write(metadata),
                checkpoint.map(SignedNote::note).orElse(null))
            .orElseThrow();
    return OperationStatus.pending(id, OperationStatus.Kind.VERIFICATION, startedBy);
  }

  Optional<Job> next(Connection connection) throws SQLException {
    return Sql.first(
        connection,
        WAITING,
        row ->
            new Job(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getLong(3),
                EventJson.stored().readValue(row.getBytes(4), EventMetadata.class),
                Optional.ofNullable(row.getString(5)).map(SignedNote::parse)));
  }

  void begin(Job job, Instant now) {
    Sql.update(
        source,
        "UPDATE verification SET state = 'RUNNING', done = 0, started_at = ? WHERE id = ?",
        Timestamp.from(now),
        job.id());
  }

  void progress(Job job, long done) {
    Sql.update(source, "UPDATE verification SET done = ? WHERE id = ?", done, job.id());
  }

  void succeed(Job job, Report report, Instant now) {
    Sql.update(
        source,
        "UPDATE verification SET state = 'SUCCEEDED', done = ?, total = ?, report = ?,"
            + " finished_at = ? WHERE id = ?",
        report.events(),
        report.events(),
        JSON.writeValueAsBytes(report),
        Timestamp.from(now),
        job.id());
  }

  void fail(Job job, Instant now) {
    Sql.update(
        source,
        "UPDATE verification SET state = 'FAILED', finished_at = ? WHERE id = ?",
        Timestamp.from(now),
        job.id());
  }

  Optional<OperationStatus> find(UUID id, Language language) {
    return Sql.first(source, FIND, row -> status(id, row, language), id);
  }

  private static OperationStatus status(UUID id, ResultSet row, Language language)
      throws SQLException {
    OperationState state = OperationState.valueOf(row.getString(1));
    byte[] report = row.getBytes(7);
    return new OperationStatus(
        id.toString(),
        OperationStatus.Kind.VERIFICATION,
        state,
        row.getLong(2),
        row.getObject(3, Long.class),
        row.getString(4),
        Sql.instant(row, 5),
        Sql.instant(row, 6),
        state == OperationState.FAILED ? ProblemCode.INTERNAL_ERROR.problem() : null,
        report == null ? Map.of() : result(JSON.readValue(report, Report.class), language));
  }

  static Map<String, Object> result(Report report, Language language) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("events", report.events());
    result.put("found", report.found());
    List<Map<String, @Nullable Object>> findings =
        report.findings().stream().map(f -> FindingWords.fields(f, language)).toList();
    result.put("findings", findings);
    return result;
  }
}
