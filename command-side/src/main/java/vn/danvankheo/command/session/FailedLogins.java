package vn.danvankheo.command.session;

import java.sql.Connection;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.danvankheo.events.metadata.EventMetadata;
import vn.danvankheo.events.oversight.LoginFailed;
import vn.danvankheo.events.recording.OversightRow;

/**
 * Leaves a record in the log of everybody who was not let in: one for each password that was really
 * looked at. What comes within a pause of {@link LoginThrottle} is not looked at and leaves none,
 * so that the pauses also bound what guessing can write.
 */
final class FailedLogins {
  private final JdbcTemplate jdbc;
  private final Clock clock;

  FailedLogins(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Records one; the name is an account's, or null. */
  void add(@Nullable String userName, EventMetadata attempt) {
    jdbc.execute(
        (Connection connection) ->
            OversightRow.append(connection, clock.instant(), new LoginFailed(userName), attempt));
  }
}
