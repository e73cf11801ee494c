package vn.danvankheo.query.reading;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A connection that is kept for long and carries a session's state: a lock, a LISTEN. */
public final class DedicatedConnection implements AutoCloseable {
  private final Connection connection;

  /**
   * Takes a connection.
   *
   * @param source gives connections of its own to each caller, not a pool's
   * @throws SQLException when the event database is away
   */
  public DedicatedConnection(DataSource source) throws SQLException {
    this.connection = source.getConnection();
    connection.setAutoCommit(true);
  }

  /**
   * The connection.
   *
   * @return commits by itself after every statement
   */
  public Connection connection() {
    return connection;
  }

  /** Ends the session, and with it its locks. */
  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
