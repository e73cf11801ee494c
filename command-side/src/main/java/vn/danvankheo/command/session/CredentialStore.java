package vn.danvankheo.command.session;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The hashes of passwords by user name. */
final class CredentialStore {
  private static final String FIND = "SELECT password_hash FROM credential WHERE user_name = ?";
  private static final String KEEP =
      "INSERT INTO credential (user_name, password_hash, changed_at) VALUES (?,?,?)"
          + " ON CONFLICT (user_name) DO UPDATE SET password_hash = excluded.password_hash,"
          + " changed_at = excluded.changed_at";

  private final JdbcTemplate jdbc;
  private final Clock clock;

  CredentialStore(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<String> find(String userName) {
    return jdbc.queryForList(FIND, String.class, userName).stream().findFirst();
  }

  void keep(String userName, String hash) {
    jdbc.update(KEEP, userName, hash, clock.instant().atOffset(ZoneOffset.UTC));
  }
}
