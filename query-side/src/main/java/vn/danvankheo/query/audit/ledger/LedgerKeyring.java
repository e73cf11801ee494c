package vn.danvankheo.query.audit.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import vn.danvankheo.proof.KeyAlgorithm;
import vn.danvankheo.proof.SignerKey;
import vn.danvankheo.query.audit.ledger.domain.LedgerSigners;
import vn.danvankheo.web.keys.KeyFolder;

/** Where a process has its signer keys from: a text, a file, or the data folder. */
public final class LedgerKeyring {
  static final String FILE = "ledger.key";

  private final KeyFolder folder;
  private final Optional<String> text;
  private final Optional<Path> file;

  /**
   * Looks where it is told.
   *
   * @param folder the data folder's keys, when nothing else is given
   * @param text keys, one a line, the one that is to sign first
   * @param file the same in a file
   */
  public LedgerKeyring(KeyFolder folder, Optional<String> text, Optional<Path> file) {
    this.folder = folder;
    this.text = text;
    this.file = file;
  }

  /** The keys that are there; empty when there are none. */
  List<SignerKey> keys() throws IOException {
    if (text.isPresent()) {
      return LedgerSigners.parse(text.get());
    }
    Optional<byte[]> bytes =
        file.isPresent() ? Optional.of(Files.readAllBytes(file.get())) : folder.read(FILE);
    return bytes.map(LedgerKeyring::utf8).map(LedgerSigners::parse).orElse(List.of());
  }

  /** Makes the first key of a log that has none, unless one is there already. */
  List<SignerKey> create(String origin) throws IOException {
    byte[] made =
        folder.readOrCreate(
            FILE,
            () ->
                (SignerKey.generate(origin, KeyAlgorithm.ED25519, new SecureRandom()).text() + "\n")
                    .getBytes(StandardCharsets.UTF_8));
    return LedgerSigners.parse(utf8(made));
  }

  private static String utf8(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
