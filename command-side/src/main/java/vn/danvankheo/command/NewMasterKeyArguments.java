package vn.danvankheo.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.command.personal.NewMasterKey;
import vn.danvankheo.events.sealing.MasterKey;
import vn.danvankheo.web.keys.MasterKeys;

/**
 * {@code new-master-key}, with all processes stopped. Where the database is comes from {@code
 * POSTGRES_URL}, {@code POSTGRES_USER}, {@code POSTGRES_PASSWORD}. A key that is given by {@code
 * DANVANKHEO_MASTER_KEY} or its file is followed by the one in {@code DANVANKHEO_NEW_MASTER_KEY},
 * which is to be put in its place then; a key in {@code DANVANKHEO_DATA} by one that is made there.
 */
final class NewMasterKeyArguments {
  private static final int UNABLE = 2;

  private NewMasterKeyArguments() {}

  static int run(Map<String, String> environment, PrintStream out) {
    try (Connection connection =
        DriverManager.getConnection(
            environment.getOrDefault("POSTGRES_URL", ""),
            environment.get("POSTGRES_USER"),
            environment.get("POSTGRES_PASSWORD"))) {
      NewMasterKey change = new NewMasterKey(connection);
      String given = environment.get("DANVANKHEO_MASTER_KEY");
      String file = environment.get("DANVANKHEO_MASTER_KEY_FILE");
      Path data = Path.of(environment.getOrDefault("DANVANKHEO_DATA", "data"));
      boolean inFolder = isEmpty(given) && isEmpty(file);
      int count =
          inFolder
              ? change.inFolder(data)
              : change.wrap(MasterKeys.find(given, file, null), following(environment));
      out.println(count + " keys are wrapped by the new master key");
      return 0;
    } catch (IOException | SQLException | RuntimeException e) {
      out.println("danvankheo new-master-key: " + e.getMessage());
      return UNABLE;
    }
  }

  private static MasterKey following(Map<String, String> environment) {
    String key = environment.get("DANVANKHEO_NEW_MASTER_KEY");
    if (isEmpty(key)) {
      throw new IllegalStateException("Give the key that is to follow: DANVANKHEO_NEW_MASTER_KEY");
    }
    return MasterKey.parse(key);
  }

  private static boolean isEmpty(@Nullable String value) {
    return value == null || value.isBlank();
  }
}
