package vn.danvankheo.query.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.danvankheo.query.reading.Sql;
import vn.danvankheo.web.importing.CellFault;
import vn.danvankheo.web.importing.RowResult;
import vn.danvankheo.web.importing.RowResult.Outcome;
import vn.danvankheo.web.operation.OperationState;
import vn.danvankheo.web.operation.OperationStatus;
import vn.danvankheo.web.problem.Problem;

/** Reads how far imports are and what became of their rows, as the command side keeps it. */
public final class ImportStore {
  private static final String FIND =
      """
      SELECT id, state, dry_run, atomic, file_name, total, last_row, accepted, refused, position, error,
        error_details, started_by, started_at, finished_at
      FROM import_job WHERE id = ?
      """;
  private static final String ROWS =
      """
      SELECT row, outcome, model_id, code, converted, faults FROM import_row
      WHERE job_id = ? AND row > ? AND row <= ? AND (CAST(? AS text) IS NULL OR outcome = ?)
      ORDER BY row LIMIT ?
      """;
  private static final int FAILED = 409;
  private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};
  private static final TypeReference<List<CellFault>> FAULTS = new TypeReference<>() {};

  private final DataSource source;

  /**
   * Reads from the event database.
   *
   * @param source its connections
   */
  public ImportStore(DataSource source) {
    this.source = source;
  }

  /**
   * An import at one moment.
   *
   * @param id its id
   * @param status where it stands, its rows left out
   * @param counts how many rows came to what
   * @param lastRow the last row that is done; 0 before the first one
   */
  record Import(UUID id, OperationStatus status, Map<Outcome, Integer> counts, int lastRow) {}

  /** Finds an import; empty when there is none of that id. */
  Optional<Import> find(String id) {
    UUID key;
    try {
      key = UUID.fromString(id);
    } catch (IllegalArgumentException isNoId) {
      return Optional.empty();
    }
    return Sql.first(source, FIND, ImportStore::read, key);
  }

  private static Import read(ResultSet job) throws SQLException {
    UUID id = job.getObject("id", UUID.class);
    Map<Outcome, Integer> counts = counts(job);
    OperationStatus status =
        new OperationStatus(
            id.toString(),
            OperationStatus.Kind.IMPORT,
            OperationState.valueOf(job.getString("state")),
            job.getInt("accepted") + job.getInt("refused"),
            job.getObject("total") == null ? null : job.getLong("total"),
            job.getString("started_by"),
            Sql.instant(job, job.findColumn("started_at")),
            Sql.instant(job, job.findColumn("finished_at")),
            error(job),
            result(job, counts));
    return new Import(id, status, counts, job.getInt("last_row"));
  }

  /** Rows that one transaction registers at the end are only found good before. */
  private static Map<Outcome, Integer> counts(ResultSet job) throws SQLException {
    boolean succeeded = job.getString("state").equals(OperationState.SUCCEEDED.name());
    boolean registers = !job.getBoolean("dry_run") && (!job.getBoolean("atomic") || succeeded);
    int accepted = job.getInt("accepted");
    return Map.of(
        Outcome.REGISTERED,
        registers ? accepted : 0,
        Outcome.VALID,
        registers ? 0 : accepted,
        Outcome.REFUSED,
        job.getInt("refused"));
  }

  private static Map<String, Object> result(ResultSet job, Map<Outcome, Integer> counts)
      throws SQLException {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("fileName", job.getString("file_name"));
    result.put("dryRun", job.getBoolean("dry_run"));
    result.put("atomic", job.getBoolean("atomic"));
    result.put("registered", counts.get(Outcome.REGISTERED));
    result.put("valid", counts.get(Outcome.VALID));
    result.put("refused", counts.get(Outcome.REFUSED));
    result.put("position", job.getLong("position"));
    return result;
  }

  private static @Nullable Problem error(ResultSet job) throws SQLException {
    String code = job.getString("error");
    byte[] details = job.getBytes("error_details");
    if (code == null) {
      return null;
    }
    Problem problem = Problem.of(FAILED, code);
    return details == null
        ? problem
        : problem.with(JsonMapper.shared().readValue(details, DETAILS));
  }

  /**
   * The next rows, as far as the import was at its moment.
   *
   * @param of the import
   * @param after the last row that is known; 0 for none
   * @param outcome only rows that came to this; null for all
   * @param limit at most so many
   */
  List<RowResult> rows(Import of, int after, @Nullable Outcome outcome, int limit) {
    String only = outcome == null ? null : outcome.name();
    return Sql.list(
        source, ROWS, ImportStore::row, of.id(), after, of.lastRow(), only, only, limit);
  }

  private static RowResult row(ResultSet row) throws SQLException {
    byte[] faults = row.getBytes("faults");
    return new RowResult(
        row.getInt("row"),
        Outcome.valueOf(row.getString("outcome")),
        row.getString("model_id"),
        row.getString("code"),
        row.getString("converted"),
        faults == null ? List.of() : JsonMapper.shared().readValue(faults, FAULTS));
  }
}
