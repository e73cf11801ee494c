package vn.danvankheo.query.audit.export;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.proof.TreeHashes;
import vn.danvankheo.query.reading.EventDatabaseFailure;
import vn.danvankheo.query.reading.EventLogReader;
import vn.danvankheo.query.reading.LogRow;
import vn.danvankheo.query.reading.Sql;

/** Reads events with what the ledger has of them, few in memory at a time. */
public final class ExportStore {
  private static final int FETCHED = 50;
  private static final String COLUMNS = columns();
  private static final String PROVEN =
      "SELECT "
          + COLUMNS
          + ", l.leaf_index, l.entry FROM event_log e"
          + " LEFT JOIN ledger_entry l ON l.event_id = e.event_id"
          + " WHERE e.position <= ? AND %s ORDER BY e.position";
  private static final String BY_AGGREGATE =
      "SELECT "
          + COLUMNS
          + ", (%1$s) FROM event_log e WHERE e.position <= ? AND e.aggregate_id IN"
          + " (SELECT e.aggregate_id FROM event_log e WHERE e.position <= ? AND %1$s)"
          + " ORDER BY e.aggregate_id, e.version";
  private static final String UNITS =
      "SELECT "
          + COLUMNS
          + " FROM event_log e WHERE e.aggregate_type = 'unit' AND e.position <= ?"
          + " ORDER BY e.position";

  private final DataSource source;

  /**
   * Reads from the event database.
   *
   * @param source its connections
   */
  public ExportStore(DataSource source) {
    this.source = source;
  }

  private static String columns() {
    return "e." + EventLogReader.COLUMNS.replace(", ", ", e.");
  }

  /** The last position that is visible now. */
  long head() {
    return Sql.with(source, connection -> new EventLogReader(connection).head());
  }

  /** Takes events in the order of the log, up to a position. */
  void proven(Selection selection, long last, ProvenSink sink) throws IOException {
    Selection.Condition condition = selection.condition(last);
    List<Object> args = new ArrayList<>(List.of(last));
    args.addAll(condition.args());
    RecentHashes hashes = new RecentHashes();
    each(
        String.format(PROVEN, condition.sql()),
        args,
        (row, connection) -> {
          hashes.readFrom(connection);
          sink.take(EventLogReader.row(row), row.getLong(11), row.getBytes(12), hashes);
        });
  }

  /** Takes all events of every thing that is selected from, up to a position. */
  void byAggregate(Selection selection, long last, ChosenSink sink) throws IOException {
    Selection.Condition condition = selection.condition(last);
    List<Object> args = new ArrayList<>(condition.args());
    args.add(last);
    args.add(last);
    args.addAll(condition.args());
    each(
        String.format(BY_AGGREGATE, condition.sql()),
        args,
        (row, connection) -> sink.take(EventLogReader.row(row), row.getBoolean(11)));
  }

  /** All events of units up to a position; they are few. */
  List<LogRow> units(long last) throws IOException {
    List<LogRow> units = new ArrayList<>();
    each(UNITS, List.of(last), (row, connection) -> units.add(EventLogReader.row(row)));
    return units;
  }

  private void each(String sql, List<Object> args, RowSink sink) throws IOException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement = Sql.prepare(connection, sql, args.toArray())) {
        statement.setFetchSize(FETCHED);
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            sink.take(rows, connection);
          }
        }
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new EventDatabaseFailure(e);
    }
  }

  private interface RowSink {
    void take(ResultSet row, Connection connection) throws SQLException, IOException;
  }

  /** Takes events with what the ledger has of them. */
  interface ProvenSink {
    void take(LogRow row, long leafIndex, byte @Nullable [] entry, TreeHashes hashes)
        throws IOException;
  }

  /** Takes events of a thing, those that were asked for and those in between. */
  interface ChosenSink {
    void take(LogRow row, boolean chosen) throws IOException;
  }
}
