package vn.danvankheo.command.importing.running;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The right to work on one import, held by a connection: when the process dies, the server gives it
 * to whoever asks next.
 */
final class JobLock implements AutoCloseable {
  /** Sets imports apart from everything else that takes such locks; spells {@code dvki}. */
  private static final int SPACE = 0x64766B69;

  private static final String TAKE = "SELECT pg_try_advisory_lock(?, ?)";
  private static final String GIVE = "SELECT pg_advisory_unlock(?, ?)";

  private final Connection connection;
  private final int no;

  private JobLock(Connection connection, int no) {
    this.connection = connection;
    this.no = no;
  }

  /** Takes it; empty while another process holds it. */
  static Optional<JobLock> take(DataSource dataSource, int no) throws SQLException {
    Connection connection = dataSource.getConnection();
    boolean taken = false;
    try {
      taken = ask(connection, TAKE, no);
      return taken ? Optional.of(new JobLock(connection, no)) : Optional.empty();
    } finally {
      if (!taken) {
        connection.close();
      }
    }
  }

  private static boolean ask(Connection connection, String sql, int no) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, SPACE);
      statement.setInt(2, no);
      try (ResultSet answer = statement.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      ask(connection, GIVE, no);
    }
  }
}
