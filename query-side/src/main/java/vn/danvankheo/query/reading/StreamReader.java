package vn.danvankheo.query.reading;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Reads streams one after the other, each whole, as they were at a position. It goes by pages of
 * the unique index, so that no transaction stays open for long and it can go on behind any stream;
 * a page comes in small parts, so that memory is the same whatever the length of a stream.
 */
public final class StreamReader implements AutoCloseable {
  private static final int PAGE = 20_000;
  private static final int FETCH = 500;
  private static final String ROWS =
      "SELECT "
          + EventLogReader.COLUMNS
          + " FROM event_log WHERE (aggregate_id, version) > (?, ?) AND position <= ?"
          + " AND aggregate_type = ANY (?) ORDER BY aggregate_id, version LIMIT "
          + PAGE;
  private static final String COUNT =
      "SELECT count(*) FROM event_log WHERE position <= ? AND aggregate_type = ANY (?)";

  private final Connection connection;
  private final Array types;
  private final long settled;
  private String stream;
  private long version = Long.MAX_VALUE;
  private @Nullable PreparedStatement statement;
  private @Nullable ResultSet page;
  private int read;

  /**
   * Begins behind a stream.
   *
   * @param connection for this reader alone while it reads; stays the caller's, who closes it
   * @param types the stored names of the aggregates' types to read
   * @param settled the last position to read; nothing can appear before it any more
   * @param behind the last stream not to read; empty to read all
   * @throws SQLException when the event database is away
   */
  public StreamReader(Connection connection, Collection<String> types, long settled, String behind)
      throws SQLException {
    this.connection = connection;
    this.types = connection.createArrayOf("text", types.toArray());
    this.settled = settled;
    this.stream = behind;
  }

  /**
   * How many rows there are from the first stream on.
   *
   * @return zero or more
   * @throws SQLException when the event database is away
   */
  public long count() throws SQLException {
    return Sql.first(connection, COUNT, row -> row.getLong(1), settled, types).orElseThrow();
  }

  /**
   * The next row.
   *
   * @return by stream, and by version within it; null behind the last
   * @throws SQLException when the event database is away
   */
  public @Nullable LogRow next() throws SQLException {
    while (true) {
      ResultSet rows = page == null ? open() : page;
      if (rows.next()) {
        LogRow row = EventLogReader.row(rows);
        stream = row.aggregateId();
        version = row.version();
        read++;
        return row;
      }
      boolean last = read < PAGE;
      close();
      if (last) {
        return null;
      }
    }
  }

  /** Without these the planner may sort the whole log for a page, as long as it is small. */
  private ResultSet open() throws SQLException {
    connection.setAutoCommit(false);
    try (Statement settings = connection.createStatement()) {
      settings.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off");
    }
    PreparedStatement opened = Sql.prepare(connection, ROWS, stream, version, settled, types);
    statement = opened;
    opened.setFetchSize(FETCH);
    ResultSet rows = opened.executeQuery();
    page = rows;
    read = 0;
    return rows;
  }

  /** Ends the open transaction; {@link #next} goes on with a new one. */
  @Override
  public void close() throws SQLException {
    if (statement != null) {
      statement.close();
      statement = null;
      page = null;
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }
}
