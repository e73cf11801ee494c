package vn.danvankheo.query;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import vn.danvankheo.query.reading.EventDatabaseFailure;
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
    try (Connection connection = source.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("SELECT jwt_secret FROM installation");
        ResultSet result = statement.executeQuery()) {
      if (!result.next()) {
        throw new SQLException("The event database has no secret yet", "57P03");
      }
      return result.getBytes(1);
    } catch (SQLException e) {
      throw new EventDatabaseFailure(e);
    }
  }
}
