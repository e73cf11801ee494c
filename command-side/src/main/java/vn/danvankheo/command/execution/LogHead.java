package vn.danvankheo.command.execution;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Asks the log how far an aggregate has come. */
final class LogHead {
  private static final String HEAD =
      "SELECT version, position FROM event_log WHERE aggregate_id = ?"
          + " ORDER BY version DESC LIMIT 1";

  private final JdbcTemplate jdbc;

  LogHead(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** The aggregate's last event; null when it has none. */
  @Nullable Head of(String aggregateId) {
    List<Head> head =
        jdbc.query(HEAD, (row, n) -> new Head(row.getLong(1), row.getLong(2)), aggregateId);
    return head.isEmpty() ? null : head.get(0);
  }

  /**
   * An aggregate's last event.
   *
   * @param version its sequence number
   * @param position its place in the whole log
   */
  record Head(long version, long position) {}
}
