package vn.danvankheo.standalone;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.danvankheo.query.audit.ledger.VerifyCommand;
import vn.danvankheo.standalone.console.Texts;
import vn.danvankheo.web.problem.Language;

/** {@code verify}: checks the event log against its ledger while the registry is not running. */
@Command(name = "verify", resourceBundle = Texts.BUNDLE, mixinStandardHelpOptions = true)
final class VerifyLedgerCommand extends StoreOptions implements Callable<Integer> {
  @Option(names = "--checkpoint", paramLabel = "FILE", descriptionKey = "option.checkpoint")
  List<Path> checkpoints = new ArrayList<>();

  @Override
  public Integer call() throws SQLException {
    try (Stores stores = new Stores()) {
      stores.hold(this);
      try (Connection connection = stores.connectTo(this)) {
        return new VerifyCommand(data, checkpoints, language(), System.out).run(connection);
      }
    }
  }

  private static Language language() {
    return Locale.getDefault().getLanguage().equals("vi") ? Language.VI : Language.EN;
  }
}
