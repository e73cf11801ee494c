package vn.danvankheo.query;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.danvankheo.query.audit.ledger.VerifyCommand;
import vn.danvankheo.web.problem.Language;

/**
 * {@code verify [--checkpoint FILE]…}: where the database is and which data folder is meant comes
 * from {@code POSTGRES_URL}, {@code POSTGRES_USER}, {@code POSTGRES_PASSWORD} and {@code
 * DANVANKHEO_DATA}.
 */
final class VerifyArguments {
  private static final String CHECKPOINT = "--checkpoint";

  private VerifyArguments() {}

  static int run(List<String> arguments, PrintStream out) {
    List<Path> checkpoints = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i += 2) {
      if (!arguments.get(i).equals(CHECKPOINT) || i + 1 == arguments.size()) {
        out.println("verify [--checkpoint FILE]…");
        return VerifyCommand.UNABLE;
      }
      checkpoints.add(Path.of(arguments.get(i + 1)));
    }
    Map<String, String> environment = System.getenv();
    try (Connection connection =
        DriverManager.getConnection(
            environment.getOrDefault("POSTGRES_URL", ""),
            environment.get("POSTGRES_USER"),
            environment.get("POSTGRES_PASSWORD"))) {
      return new VerifyCommand(data(), checkpoints, language(), out).run(connection);
    } catch (SQLException e) {
      out.println("danvankheo verify: " + e.getMessage());
      return VerifyCommand.UNABLE;
    }
  }

  static Path data() {
    return Path.of(Optional.ofNullable(System.getenv("DANVANKHEO_DATA")).orElse("data"));
  }

  private static Language language() {
    return Locale.getDefault().getLanguage().equals("vi") ? Language.VI : Language.EN;
  }
}
