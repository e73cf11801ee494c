package vn.danvankheo.standalone;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import vn.danvankheo.query.audit.ledger.NewLedgerKey;
import vn.danvankheo.standalone.console.Texts;

/** {@code new-ledger-key}: what signs the ledger from now on, also while the registry runs. */
@Command(name = "new-ledger-key", resourceBundle = Texts.BUNDLE, mixinStandardHelpOptions = true)
final class NewLedgerKeyCommand extends StoreOptions implements Callable<Integer> {
  @Override
  public Integer call() {
    return NewLedgerKey.run(data, System.out);
  }
}
