package vn.danvankheo.command.eventstore;

import java.util.Map;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What must hold before the first command: the parts are those that were meant, and a commit is on
 * disk when the database says so. Wrong parts would work, and lose events.
 */
final class StartUpChecks {
  private static final Map<String, String> DURABLE =
      Map.of("fsync", "on", "full_page_writes", "on");
  private static final String CACHE_OF_POSITIONS =
      "SELECT cache_size FROM pg_sequences WHERE sequencename = 'event_log_position'"
          + " AND schemaname = current_schema()";

  private StartUpChecks() {}

  static void check(
      EventLogEngine engine, TransactionManager transactions, EventDatabase database) {
    require(
        engine.getEventSerializer() instanceof EventSerializer,
        "Events must be written by EventSerializer");
    require(
        engine.getSnapshotSerializer() instanceof SnapshotSerializer,
        "Snapshots must be written by SnapshotSerializer");
    require(
        transactions instanceof SpringTransactionManager,
        "Events must be written in Spring's transactions");
    JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
    DURABLE.forEach(
        (setting, wanted) -> {
          String actual = jdbc.queryForObject("SHOW " + setting, String.class);
          require(wanted.equals(actual), "PostgreSQL must run with " + setting + "=" + wanted);
        });
    require(
        !"off".equals(jdbc.queryForObject("SHOW synchronous_commit", String.class)),
        "PostgreSQL must not run with synchronous_commit=off");
    require(
        Long.valueOf(1).equals(jdbc.queryForObject(CACHE_OF_POSITIONS, Long.class)),
        "The sequence of positions must have no cache");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
