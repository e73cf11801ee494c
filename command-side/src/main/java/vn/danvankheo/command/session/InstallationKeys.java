package vn.danvankheo.command.session;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.danvankheo.web.security.JwtKeys;

/** The secret that was set, or the one the installation was born with. */
final class InstallationKeys implements JwtKeys {
  private static final String SECRET = "SELECT jwt_secret FROM installation";

  private final JdbcTemplate jdbc;
  private volatile byte @Nullable [] secret;

  InstallationKeys(JdbcTemplate jdbc, @Nullable String given) {
    this.jdbc = jdbc;
    this.secret = given == null ? null : longEnough(given.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public byte[] secret() {
    byte[] known = secret;
    if (known == null) {
      known = longEnough(jdbc.queryForObject(SECRET, byte[].class));
      secret = known;
    }
    return known.clone();
  }

  private static byte[] longEnough(byte @Nullable [] secret) {
    if (secret == null || secret.length < MIN_BYTES) {
      throw new IllegalStateException(
          "The secret of tokens (DANVANKHEO_JWT_SECRET) needs " + MIN_BYTES + " bytes or more");
    }
    return secret;
  }
}
