package vn.danvankheo.query.reading;

import java.sql.SQLException;

/** The event database could not be read; its cause tells whether it is away. */
public final class EventDatabaseFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Wraps what JDBC said.
   *
   * @param cause it
   */
  public EventDatabaseFailure(SQLException cause) {
    super("The event database can't be read", cause);
  }
}
