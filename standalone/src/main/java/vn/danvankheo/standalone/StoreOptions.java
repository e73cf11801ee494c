package vn.danvankheo.standalone;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the events are. */
class StoreOptions {
  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      descriptionKey = "option.data",
      defaultValue = "${env:DANVANKHEO_DATA:-data}")
  Path data = Path.of("data");

  @Option(
      names = "--postgres-url",
      paramLabel = "JDBC-URL",
      descriptionKey = "option.postgresUrl",
      defaultValue = "${env:POSTGRES_URL}")
  @Nullable String postgresUrl;

  @Option(
      names = "--postgres-user",
      paramLabel = "USER",
      descriptionKey = "option.postgresUser",
      defaultValue = "${env:POSTGRES_USER}")
  @Nullable String postgresUser;

  @Option(
      names = "--postgres-password",
      paramLabel = "PASSWORD",
      descriptionKey = "option.postgresPassword",
      defaultValue = "${env:POSTGRES_PASSWORD}")
  @Nullable String postgresPassword;

  /** An empty variable, as container files set them, counts as none. */
  static boolean given(@Nullable String value) {
    return value != null && !value.isBlank();
  }
}
