package vn.danvankheo.query.drift;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.danvankheo.query.parity.Difference;
import vn.danvankheo.query.projecting.DriftLog;
import vn.danvankheo.query.reading.EventDatabaseFailure;
import vn.danvankheo.query.reading.Sql;
import vn.danvankheo.query.tables.QueryTables;

/** Findings of the drift watch, in the event database: they must outlive the views. */
public final class DriftStore implements DriftLog {
  private static final String FOUND =
      """
      INSERT INTO drift (view, document_id, position, found_at, differences) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (view, document_id) WHERE healed_at IS NULL
      DO UPDATE SET position = excluded.position, differences = excluded.differences
      """;
  private static final String HEALED =
      "UPDATE drift SET healed_at = ? WHERE view = ? AND document_id = ? AND healed_at IS NULL";
  private static final String OPEN = "SELECT view, document_id FROM drift WHERE healed_at IS NULL";
  private static final String COUNTS =
      "SELECT view, count(*) FROM drift WHERE healed_at IS NULL GROUP BY view";
  private static final String TOTAL = "SELECT count(*) FROM drift";
  private static final String PAGE =
      "SELECT no, view, document_id, position, found_at, differences, healed_at FROM drift"
          + " WHERE no < ? ORDER BY no DESC LIMIT ?";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final DataSource source;
  private final QueryTables tables;

  /**
   * Keeps findings in the event database.
   *
   * @param source its connections, which commit by themselves
   * @param tables makes the table
   */
  public DriftStore(DataSource source, QueryTables tables) {
    this.source = source;
    this.tables = tables;
  }

  /** A finding as it is kept; healed at no moment while it is open. */
  record Row(
      long no,
      String view,
      String documentId,
      long position,
      Instant foundAt,
      List<Difference> differences,
      @Nullable Instant healedAt) {}

  @Override
  public boolean isReady() throws SQLException {
    try (Connection connection = source.getConnection()) {
      return tables.ready(connection);
    }
  }

  @Override
  public Set<Key> open() throws SQLException {
    try (Connection connection = source.getConnection()) {
      return new HashSet<>(
          Sql.list(connection, OPEN, row -> new Key(row.getString(1), row.getString(2))));
    }
  }

  @Override
  public void found(Finding finding) throws SQLException {
    try (Connection connection = source.getConnection()) {
      Sql.update(
          connection,
          FOUND,
          finding.view(),
          finding.documentId(),
          finding.position(),
          Timestamp.from(finding.foundAt()),
          JSON.writeValueAsBytes(finding.differences()));
    }
  }

  @Override
  public void healed(Key document, Instant at) throws SQLException {
    try (Connection connection = source.getConnection()) {
      Sql.update(connection, HEALED, Timestamp.from(at), document.view(), document.id());
    }
  }

  /**
   * How many documents of each view are not healed.
   *
   * @return by view; views without any are missing
   * @throws EventDatabaseFailure when the event database is away
   */
  public Map<String, Long> counts() {
    return Sql.with(
            source,
            connection ->
                tables.ready(connection)
                    ? Sql.list(
                        connection, COUNTS, row -> Map.entry(row.getString(1), row.getLong(2)))
                    : List.<Map.Entry<String, Long>>of())
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** How many findings there are, healed ones too. */
  long total() {
    return Sql.first(source, TOTAL, row -> row.getLong(1)).orElseThrow();
  }

  /** Findings, the newest first, older than one. */
  List<Row> page(long behind, int limit) {
    return Sql.list(source, PAGE, DriftStore::row, behind, limit);
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getLong(4),
        row.getTimestamp(5).toInstant(),
        JSON.readValue(row.getBytes(6), new TypeReference<>() {}),
        Sql.instant(row, 7));
  }
}
