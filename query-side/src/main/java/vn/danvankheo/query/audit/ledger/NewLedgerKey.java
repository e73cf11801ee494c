package vn.danvankheo.query.audit.ledger;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import vn.danvankheo.web.keys.KeyFolder;

/** Makes a new key for the ledger from the command line; a running registry takes it over. */
public final class NewLedgerKey {
  private NewLedgerKey() {}

  /**
   * Makes it.
   *
   * @param data the data folder
   * @param out is told the public half, or what is wrong
   * @return an exit status: 0, or 2 when nothing was changed
   */
  public static int run(Path data, PrintStream out) {
    try {
      LedgerKeyring keyring =
          new LedgerKeyring(new KeyFolder(data), Optional.empty(), Optional.empty());
      out.println(keyring.renew());
      return 0;
    } catch (IOException | RuntimeException e) {
      out.println("danvankheo new-ledger-key: " + e.getMessage());
      return VerifyCommand.UNABLE;
    }
  }
}
