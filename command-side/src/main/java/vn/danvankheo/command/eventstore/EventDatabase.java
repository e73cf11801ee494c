package vn.danvankheo.command.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The event database, its tables brought up to this release: whoever uses them takes this, not the
 * bare data source.
 *
 * @param dataSource its connections
 */
public record EventDatabase(DataSource dataSource) {
  /**
   * The connection of the current transaction.
   *
   * @return not to be closed
   * @throws IllegalStateException outside any transaction
   */
  public Connection current() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("The event log is used within a transaction only");
    }
    return DataSourceUtils.getConnection(dataSource);
  }

  /**
   * Whether nothing at all was read or written in the current transaction: the driver begins one on
   * the server with the first statement.
   *
   * @return true when the server knows of no transaction yet
   */
  public boolean isUntouched() {
    try {
      return current().unwrap(BaseConnection.class).getTransactionState() == TransactionState.IDLE;
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("Not a connection to PostgreSQL", e);
    }
  }
}
