package vn.danvankheo.query.importing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.danvankheo.query.reading.EventDatabaseFailure;
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
      SELECT state, dry_run, atomic, file_name, total, last_row, accepted, refused, position, error,
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
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setObject(1, key);
      try (ResultSet found = statement.executeQuery()) {
        return found.next() ? Optional.of(read(key, found)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new EventDatabaseFailure(e);
    }
  }

  private static Import read(UUID id, ResultSet job) throws SQLException {
    Map<Outcome, Integer> counts = counts(job);
    OperationStatus status =
        new OperationStatus(
            id.toString(),
            OperationStatus.Kind.IMPORT,
            OperationState.valueOf(job.getString("state")),
            job.getInt("accepted") + job.getInt("refused"),
            job.getObject("total") == null ? null : job.getLong("total"),
            job.getString("started_by"),
            instant(job.getTimestamp("started_at")),
            instant(job.getTimestamp("finished_at")),
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

  private static @Nullable Instant instant(@Nullable Timestamp moment) {
    return moment == null ? null : moment.toInstant();
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
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(ROWS)) {
      String only = outcome == null ? null : outcome.name();
      statement.setObject(1, of.id());
      statement.setInt(2, after);
      statement.setInt(3, of.lastRow());
      statement.setString(4, only);
      statement.setString(5, only);
      statement.setInt(6, limit);
      List<RowResult> rows = new ArrayList<>();
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          rows.add(row(found));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new EventDatabaseFailure(e);
    }
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
