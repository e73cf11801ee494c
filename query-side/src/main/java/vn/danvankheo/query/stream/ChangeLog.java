package vn.danvankheo.query.stream;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import vn.danvankheo.query.projecting.ViewBoard;
import vn.danvankheo.query.projecting.ViewStatus;
import vn.danvankheo.query.reading.EventDatabaseFailure;
import vn.danvankheo.query.reading.EventLogReader;

/** The changes that the views have, in the order of the log. */
public final class ChangeLog {
  private static final int PAGE = 500;

  private final DataSource source;
  private final ViewBoard board;

  /**
   * Reads from the event log, as far as the views are.
   *
   * @param source the event database
   * @param board tells how far the views are
   */
  public ChangeLog(DataSource source, ViewBoard board) {
    this.source = source;
    this.board = board;
  }

  /** The next changes; not more than a page of them. */
  List<Change> after(long position) {
    long upTo = visible();
    if (upTo <= position) {
      return List.of();
    }
    try (Connection connection = source.getConnection()) {
      return new EventLogReader(connection)
          .settled(position, upTo, PAGE).stream().map(Change::of).toList();
    } catch (SQLException e) {
      throw new EventDatabaseFailure(e);
    }
  }

  /** Waits for changes behind a position; tells whether there are any in time. */
  boolean awaitBeyond(long position, Duration atMost) throws InterruptedException {
    long seen = board.advanced().count();
    return visible() > position || board.advanced().awaitBeyond(seen, atMost);
  }

  /** What every view has. */
  long visible() {
    return board.all().stream().mapToLong(ViewStatus::position).min().orElse(0);
  }
}
