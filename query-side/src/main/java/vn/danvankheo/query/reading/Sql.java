package vn.danvankheo.query.reading;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Statements of the event database, each with what its question marks stand for in their order. */
public final class Sql {
  private Sql() {}

  /** Reads a row. */
  @FunctionalInterface
  public interface Row<T> {
    /**
     * Reads it.
     *
     * @param row stands on the row
     * @return what it says
     * @throws SQLException when it has no such columns
     */
    T of(ResultSet row) throws SQLException;
  }

  /** Uses a connection. */
  @FunctionalInterface
  public interface Use<T> {
    /**
     * Uses it.
     *
     * @param connection open until this returns
     * @return what came of it
     * @throws SQLException when the event database is away
     */
    T of(Connection connection) throws SQLException;
  }

  /**
   * Lends a connection.
   *
   * @param source where it is from
   * @param use what it is for
   * @return what came of it
   * @throws EventDatabaseFailure when the event database is away
   */
  public static <T> T with(DataSource source, Use<T> use) {
    try (Connection connection = source.getConnection()) {
      return use.of(connection);
    } catch (SQLException e) {
      throw new EventDatabaseFailure(e);
    }
  }

  /**
   * Lends a connection for one transaction, which is committed unless its use fails.
   *
   * @param source where it is from; its connections commit by themselves
   * @param use what it is for
   * @return what came of it
   * @throws EventDatabaseFailure when the event database is away
   */
  public static <T> T inTransaction(DataSource source, Use<T> use) {
    return with(
        source,
        connection -> {
          connection.setAutoCommit(false);
          try {
            T made = use.of(connection);
            connection.commit();
            return made;
          } finally {
            connection.rollback();
            connection.setAutoCommit(true);
          }
        });
  }

  /**
   * Asks for rows.
   *
   * @param source where the connection is from
   * @param sql the query
   * @param row reads one of them
   * @param arguments of the query
   * @return all of them, in their order
   * @throws EventDatabaseFailure when the event database is away
   */
  public static <T> List<T> list(
      DataSource source, String sql, Row<T> row, @Nullable Object... arguments) {
    return with(source, connection -> list(connection, sql, row, arguments));
  }

  /**
   * Asks for rows.
   *
   * @param connection stays the caller's
   * @param sql the query
   * @param row reads one of them
   * @param arguments of the query
   * @return all of them, in their order
   * @throws SQLException when the event database is away
   */
  public static <T> List<T> list(
      Connection connection, String sql, Row<T> row, @Nullable Object... arguments)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, arguments);
        ResultSet result = statement.executeQuery()) {
      List<T> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(row.of(result));
      }
      return rows;
    }
  }

  /**
   * Asks for a row.
   *
   * @param source where the connection is from
   * @param sql the query
   * @param row reads it
   * @param arguments of the query
   * @return the first one; empty when there is none
   * @throws EventDatabaseFailure when the event database is away
   */
  public static <T> Optional<T> first(
      DataSource source, String sql, Row<T> row, @Nullable Object... arguments) {
    return with(source, connection -> first(connection, sql, row, arguments));
  }

  /**
   * Asks for a row.
   *
   * @param connection stays the caller's
   * @param sql the query
   * @param row reads it
   * @param arguments of the query
   * @return the first one; empty when there is none
   * @throws SQLException when the event database is away
   */
  public static <T> Optional<T> first(
      Connection connection, String sql, Row<T> row, @Nullable Object... arguments)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, arguments);
        ResultSet result = statement.executeQuery()) {
      return result.next() ? Optional.ofNullable(row.of(result)) : Optional.empty();
    }
  }

  /**
   * Changes rows.
   *
   * @param source where the connection is from
   * @param sql the statement
   * @param arguments of the statement
   * @return how many
   * @throws EventDatabaseFailure when the event database is away
   */
  public static int update(DataSource source, String sql, @Nullable Object... arguments) {
    return with(source, connection -> update(connection, sql, arguments));
  }

  /**
   * Changes rows, or does whatever else gives none.
   *
   * @param connection stays the caller's
   * @param sql the statement
   * @param arguments of the statement
   * @return how many
   * @throws SQLException when the event database is away
   */
  public static int update(Connection connection, String sql, @Nullable Object... arguments)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, arguments)) {
      return statement.executeUpdate();
    }
  }

  /**
   * Prepares a statement for a use of its own.
   *
   * @param connection stays the caller's
   * @param sql the statement
   * @param arguments of the statement
   * @return to be closed
   * @throws SQLException when the event database is away
   */
  public static PreparedStatement prepare(
      Connection connection, String sql, @Nullable Object... arguments) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
    return statement;
  }

  /**
   * A moment.
   *
   * @param row stands on a row
   * @param column its place, from 1
   * @return null when there is none
   * @throws SQLException when the row has no such column
   */
  public static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    Timestamp moment = row.getTimestamp(column);
    return moment == null ? null : moment.toInstant();
  }
}
