package vn.danvankheo.command;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Secrets that may be given to a process.
 *
 * @param adminPassword the first administrator's password; empty for a random one
 * @param jwtSecret what tokens are signed with; empty for the event database's own secret
 * @param masterKey what names are sealed with in the end, in base64; empty to look elsewhere
 * @param masterKeyFile the file it is in; empty to look elsewhere
 * @param data the data folder, whose {@code keys/master.key} it is; empty for none
 */
@ConfigurationProperties("danvankheo")
public record SecretProperties(
    @Nullable String adminPassword,
    @Nullable String jwtSecret,
    @Nullable String masterKey,
    @Nullable String masterKeyFile,
    @Nullable String data) {
  /** Takes an empty value as none. */
  public SecretProperties {
    adminPassword = blankAsNull(adminPassword);
    jwtSecret = blankAsNull(jwtSecret);
  }

  private static @Nullable String blankAsNull(@Nullable String value) {
    return value == null || value.isBlank() ? null : value;
  }

  /** Keeps secrets out of logs. */
  @Override
  public String toString() {
    return "SecretProperties[hidden]";
  }
}
