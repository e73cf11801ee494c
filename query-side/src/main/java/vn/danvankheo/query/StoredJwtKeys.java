package vn.danvankheo.query;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import vn.danvankheo.query.reading.Sql;
import vn.danvankheo.web.security.JwtKeys;

/** The secret of tokens: the one given to the process, else the event database's own. */
final class StoredJwtKeys implements JwtKeys {
  private final DataSource source;
  private final Optional<String> given;

  StoredJwtKeys(DataSource source, Optional<String> given) {
    this.source = source;
    this.given = given.filter(secret -> !secret.isBlank());
    if (this.given.filter(s -> s.getBytes(StandardCharsets.UTF_8).length < MIN_BYTES).isPresent()) {
      throw new IllegalArgumentException(
          "DANVANKHEO_JWT_SECRET has fewer than " + MIN_BYTES + " bytes");
    }
  }

  @Override
  public byte[] secret() {
    return given.map(secret -> secret.getBytes(StandardCharsets.UTF_8)).orElseGet(this::stored);
  }

  private byte[] stored() {
    return Sql.with(
        source,
        connection ->
            Sql.first(connection, "SELECT jwt_secret FROM installation", row -> row.getBytes(1))
                .orElseThrow(
                    () -> new SQLException("The event database has no secret yet", "57P03")));
  }
}
