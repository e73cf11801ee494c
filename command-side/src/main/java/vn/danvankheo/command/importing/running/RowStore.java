package vn.danvankheo.command.importing.running;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;
import vn.danvankheo.web.importing.RowResult;
import vn.danvankheo.web.importing.RowResult.Outcome;

/** What became of each row, and with it how far an import is. */
final class RowStore {
  private static final String KEEP =
      "INSERT INTO import_row (job_id, row, outcome, model_id, code, converted, title, faults)"
          + " VALUES (?,?,?,?,?,?,?,?)";
  private static final String ADVANCE =
      "UPDATE import_job SET last_row = ?, accepted = accepted + ?, refused = refused + ?,"
          + " position = greatest(position, ?) WHERE id = ? AND last_row = ? AND state = 'RUNNING'";
  private static final String TITLES =
      "SELECT title, row FROM import_row WHERE job_id = ? AND title = ANY (?)"
          + " AND outcome <> 'REFUSED'";
  private static final String OTHER_MODELS =
      "SELECT folded_title, count(DISTINCT model_id) FROM model_title"
          + " WHERE folded_title = ANY (?) AND model_id <> ALL (?) GROUP BY folded_title";
  private static final String REGISTERED =
      "UPDATE import_row SET outcome = 'REGISTERED', model_id = ?, code = ?"
          + " WHERE job_id = ? AND row = ?";
  private static final String REFUSED =
      "UPDATE import_row SET outcome = 'REFUSED', faults = ? WHERE job_id = ? AND row = ?";
  private static final String POSITION = "UPDATE import_job SET position = ? WHERE id = ?";
  private static final String MORE_REFUSED =
      "UPDATE import_job SET accepted = accepted - ?, refused = refused + ? WHERE id = ?";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcTemplate jdbc;
  private final TransactionOperations transactions;

  RowStore(JdbcTemplate jdbc, TransactionOperations transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /** A row's result with the digest of its title, by which a second one in the file is found. */
  record Kept(RowResult result, @Nullable String title) {}

  /**
   * Keeps the results of the next rows, in the current transaction if there is one.
   *
   * @param position the place in the log of the last event they came to; 0 for none
   * @throws LostJob when another process has gone on with the import
   */
  void keep(ImportJob job, int lastRow, List<Kept> rows, long position) {
    transactions.executeWithoutResult(
        status -> {
          advance(job, lastRow, rows, position);
          insert(job, rows);
        });
  }

  private void advance(ImportJob job, int lastRow, List<Kept> rows, long position) {
    int refused = (int) rows.stream().filter(row -> isRefused(row.result())).count();
    int newLastRow = rows.get(rows.size() - 1).result().row();
    int advanced =
        jdbc.update(
            ADVANCE, newLastRow, rows.size() - refused, refused, position, job.id(), lastRow);
    if (advanced == 0) {
      throw new LostJob();
    }
  }

  private void insert(ImportJob job, List<Kept> rows) {
    jdbc.batchUpdate(
        KEEP,
        rows,
        rows.size(),
        (insert, row) -> {
          RowResult result = row.result();
          insert.setObject(1, job.id());
          insert.setInt(2, result.row());
          insert.setString(3, result.outcome().name());
          insert.setString(4, result.modelId());
          insert.setString(5, result.code());
          insert.setString(6, result.converted());
          insert.setString(7, row.title());
          insert.setBytes(8, faults(result));
        });
  }

  private static boolean isRefused(RowResult result) {
    return result.outcome() == Outcome.REFUSED;
  }

  private static byte @Nullable [] faults(RowResult result) {
    return result.faults().isEmpty() ? null : JSON.writeValueAsBytes(result.faults());
  }

  /** In which earlier row of the same file each of these titles was accepted. */
  Map<String, Integer> titles(ImportJob job, List<String> titles) {
    Map<String, Integer> found = new HashMap<>();
    jdbc.query(
        TITLES,
        row -> {
          found.put(row.getString(1), row.getInt(2));
        },
        job.id(),
        titles.toArray(String[]::new));
    return found;
  }

  /** How many models other than the wishes' own have the wishes' titles, in any unit and year. */
  Map<String, Integer> otherModels(List<RowWish> wishes) {
    Map<String, Integer> found = new HashMap<>();
    if (!wishes.isEmpty()) {
      jdbc.query(
          OTHER_MODELS,
          row -> {
            found.put(row.getString(1), row.getInt(2));
          },
          wishes.stream().map(RowWish::foldedTitle).toArray(String[]::new),
          wishes.stream().map(RowWish::modelId).toArray(String[]::new));
    }
    return found;
  }

  /** All rows were registered after all, within the current transaction. */
  void registered(ImportJob job, List<RowResult> rows, long position) {
    jdbc.batchUpdate(
        REGISTERED,
        rows,
        rows.size(),
        (update, row) -> {
          update.setString(1, row.modelId());
          update.setString(2, row.code());
          update.setObject(3, job.id());
          update.setInt(4, row.row());
        });
    jdbc.update(POSITION, position, job.id());
  }

  /** Some rows were refused after all. */
  void refused(ImportJob job, List<RowResult> rows) {
    transactions.executeWithoutResult(status -> refuse(job, rows));
  }

  private void refuse(ImportJob job, List<RowResult> rows) {
    jdbc.batchUpdate(
        REFUSED,
        rows,
        rows.size(),
        (update, row) -> {
          update.setBytes(1, faults(row));
          update.setObject(2, job.id());
          update.setInt(3, row.row());
        });
    jdbc.update(MORE_REFUSED, rows.size(), rows.size(), job.id());
  }
}
