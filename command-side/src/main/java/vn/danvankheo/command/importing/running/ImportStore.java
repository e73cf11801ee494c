package vn.danvankheo.command.importing.running;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;
import vn.danvankheo.events.metadata.EventMetadata;
import vn.danvankheo.events.sealing.MasterKey;
import vn.danvankheo.web.operation.OperationState;

/**
 * Imports and their files in the event database. A file may hold names and telephone numbers, so it
 * is encrypted by a key of its own, which is forgotten when the import ends.
 */
final class ImportStore {
  private static final int PIECE = 256 * 1024;
  private static final String CREATE =
      "INSERT INTO import_job (id, state, dry_run, atomic, file_name, started_by, metadata,"
          + " idempotency_key, fingerprint, created_at, file_key) VALUES (?,'PENDING',?,?,?,?,?,?,?,?,?)"
          + " ON CONFLICT DO NOTHING";
  private static final String KEEP_PIECE =
      "INSERT INTO import_piece (job_id, no, content) VALUES (?,?,?)";
  private static final String BY_KEY =
      "SELECT id, fingerprint FROM import_job WHERE started_by = ? AND idempotency_key = ?";
  private static final String WAITING =
      "SELECT no FROM import_job WHERE state IN ('PENDING', 'RUNNING') ORDER BY no";
  private static final String READ =
      "SELECT id, no, dry_run, atomic, metadata, total, last_row, refused FROM import_job"
          + " WHERE no = ? AND state IN ('PENDING', 'RUNNING')";
  private static final String BEGIN =
      "UPDATE import_job SET state = 'RUNNING', started_at = coalesce(started_at, ?), total = ?"
          + " WHERE id = ?";
  private static final String PIECES =
      "SELECT content FROM import_piece WHERE job_id = ? AND no = ?";
  private static final String FINISH =
      "UPDATE import_job SET state = ?, error = ?, error_details = ?, finished_at = ?,"
          + " file_key = NULL"
          + " WHERE id = ? AND state IN ('PENDING', 'RUNNING')";
  private static final String FORGET_FILE = "DELETE FROM import_piece WHERE job_id = ?";
  private static final String FILE_KEY = "SELECT file_key FROM import_job WHERE id = ?";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcTemplate jdbc;
  private final TransactionOperations transactions;
  private final MasterKey master;
  private final Clock clock;

  ImportStore(
      JdbcTemplate jdbc, TransactionOperations transactions, MasterKey master, Clock clock) {
    this.master = master;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Keeps a file to be imported; false when its sender has used the key before. */
  boolean create(UUID id, ImportedFile upload, String fingerprint, Path file) throws IOException {
    byte[] key = master.newWrapped(id.toString());
    try (InputStream in = Files.newInputStream(file)) {
      return Boolean.TRUE.equals(
          transactions.execute(
              status -> {
                int created =
                    jdbc.update(
                        CREATE,
                        id,
                        upload.dryRun(),
                        upload.atomic(),
                        upload.fileName(),
                        upload.metadata().actor().userName(),
                        JSON.writeValueAsBytes(upload.metadata()),
                        upload.key(),
                        fingerprint,
                        now(),
                        key);
                if (created == 1) {
                  keepPieces(id, key, in);
                }
                return created == 1;
              }));
    }
  }

  private void keepPieces(UUID id, byte[] key, InputStream in) {
    try {
      int no = 0;
      for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
        byte[] encrypted = master.encrypt(key, id.toString(), piece, place(id, no));
        jdbc.update(KEEP_PIECE, id, no++, encrypted);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a key was used for. */
  record Known(String id, String fingerprint) {}

  Optional<Known> byKey(String userName, String key) {
    return jdbc
        .query(BY_KEY, (row, n) -> new Known(row.getString(1), row.getString(2)), userName, key)
        .stream()
        .findFirst();
  }

  /** Imports with something left to do, the oldest first. */
  List<Integer> waiting() {
    return jdbc.queryForList(WAITING, Integer.class);
  }

  /** An import with something left to do; empty when another process has finished it. */
  Optional<ImportJob> read(int no) {
    return jdbc.query(READ, (row, n) -> job(row), no).stream().findFirst();
  }

  private static ImportJob job(ResultSet row) throws SQLException {
    return new ImportJob(
        row.getObject("id", UUID.class),
        row.getInt("no"),
        row.getBoolean("dry_run"),
        row.getBoolean("atomic"),
        JSON.readValue(row.getBytes("metadata"), EventMetadata.class),
        row.getObject("total", Integer.class),
        row.getInt("last_row"),
        row.getInt("refused"));
  }

  void begin(ImportJob job, int total) {
    jdbc.update(BEGIN, now(), total, job.id());
  }

  /** Puts the file on disk, to be deleted by the caller. */
  void copyFile(ImportJob job, Path to) throws IOException {
    byte[] key = jdbc.queryForObject(FILE_KEY, byte[].class, job.id());
    if (key == null) {
      throw new LostJob();
    }
    String name = job.id().toString();
    try (OutputStream out = Files.newOutputStream(to)) {
      int no = 0;
      for (byte[] piece = piece(job, no); piece.length > 0; piece = piece(job, ++no)) {
        out.write(master.decrypt(key, name, piece, place(job.id(), no)));
      }
    }
  }

  /** A piece can't take another's place. */
  private static String place(UUID id, int no) {
    return id + "/" + no;
  }

  private byte[] piece(ImportJob job, int no) {
    return jdbc.query(PIECES, (row, n) -> row.getBytes(1), job.id(), no).stream()
        .findFirst()
        .orElse(new byte[0]);
  }

  /**
   * All is done, in the current transaction if there is one.
   *
   * @throws LostJob when another process has ended the import
   */
  void succeed(ImportJob job) {
    finish(job, OperationState.SUCCEEDED, null, Map.of());
  }

  /**
   * It can't go on.
   *
   * @param error the problem's code
   * @throws LostJob when another process has ended the import
   */
  void fail(ImportJob job, String error, Map<String, Object> details) {
    finish(job, OperationState.FAILED, error, details);
  }

  private void finish(
      ImportJob job, OperationState state, @Nullable String error, Map<String, Object> details) {
    transactions.executeWithoutResult(
        status -> {
          int finished =
              jdbc.update(
                  FINISH,
                  state.name(),
                  error,
                  error == null ? null : JSON.writeValueAsBytes(details),
                  now(),
                  job.id());
          if (finished == 0) {
            throw new LostJob();
          }
          jdbc.update(FORGET_FILE, job.id());
        });
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
