package vn.danvankheo.standalone;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import vn.danvankheo.command.personal.NewMasterKey;
import vn.danvankheo.events.sealing.WrongMasterKey;
import vn.danvankheo.standalone.console.Refusal;
import vn.danvankheo.standalone.console.Refusal.Kind;
import vn.danvankheo.standalone.console.Texts;

/** {@code new-master-key}: what wraps the keys of names from now on; the registry stands still. */
@Command(name = "new-master-key", resourceBundle = Texts.BUNDLE, mixinStandardHelpOptions = true)
final class NewMasterKeyCommand extends StoreOptions implements Callable<Integer> {
  @Override
  public Integer call() throws SQLException {
    for (String variable : new String[] {"DANVANKHEO_MASTER_KEY", "DANVANKHEO_MASTER_KEY_FILE"}) {
      if (given(System.getenv(variable))) {
        throw new Refusal(Kind.OPTION, "masterKey.given", variable);
      }
    }
    try (Stores stores = new Stores()) {
      stores.hold(this);
      try (Connection connection = stores.connectTo(this)) {
        System.out.println(Texts.of("masterKey.done", new NewMasterKey(connection).inFolder(data)));
        return 0;
      } catch (IOException | WrongMasterKey | IllegalStateException e) {
        throw new Refusal(Kind.DATA, "keys.failed", String.valueOf(e.getMessage()));
      }
    }
  }
}
