package vn.danvankheo.web.problem;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells that a relational store cannot be reached for now, wherever in the causes it says so. */
public final class StoreAway implements ProblemMapper {
  static final Duration RETRY = Duration.ofSeconds(5);
  private static final int DEPTH = 20;

  /**
   * Shutting down, crashed, starting up, too slow, out of disk, memory or connections, turned into
   * a standby.
   */
  private static final Set<String> STATES =
      Set.of("57P01", "57P02", "57P03", "57014", "53000", "53100", "53200", "53300", "25006");

  /** A mapper for what JDBC drivers and pools throw. */
  public StoreAway() {}

  @Override
  public @Nullable Problem problemOf(Throwable thrown) {
    Throwable cause = thrown;
    for (int i = 0; cause != null && i < DEPTH; i++) {
      if (cause instanceof SQLException sql && isAway(sql)) {
        return ProblemCode.STORE_UNAVAILABLE.retryAfter(RETRY);
      }
      cause = cause.getCause();
    }
    return null;
  }

  private static boolean isAway(SQLException sql) {
    String state = sql.getSQLState();
    return sql instanceof SQLTransientConnectionException
        || sql instanceof SQLNonTransientConnectionException
        || (state != null && (state.startsWith("08") || STATES.contains(state)));
  }
}
