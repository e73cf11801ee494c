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
import vn.danvankheo.proof.VerifierKey;
import vn.danvankheo.query.audit.ledger.domain.LedgerSigners;
import vn.danvankheo.web.keys.KeyFolder;

/** Where a process has its signer keys from: a text, a file, or the data folder. */
public final class LedgerKeyring {
  static final String FILE = "ledger.key";

  private static final String WITNESS = "witness.key";

  private final KeyFolder folder;
  private final String name;
  private final KeyAlgorithm algorithm;
  private final Optional<String> text;
  private final Optional<Path> file;

  private LedgerKeyring(
      KeyFolder folder,
      String name,
      KeyAlgorithm algorithm,
      Optional<String> text,
      Optional<Path> file) {
    this.folder = folder;
    this.name = name;
    this.algorithm = algorithm;
    this.text = text;
    this.file = file;
  }

  /**
   * The keys of this registry's own ledger.
   *
   * @param folder the data folder's keys, when nothing else is given
   * @param text keys, one a line, the one that is to sign first
   * @param file the same in a file
   */
  public LedgerKeyring(KeyFolder folder, Optional<String> text, Optional<Path> file) {
    this(folder, FILE, KeyAlgorithm.ED25519, text, file);
  }

  /**
   * The key by which this registry cosigns the ledgers of others.
   *
   * @param folder the data folder's keys, when nothing else is given
   * @param text the key
   * @param file the same in a file
   * @return it
   */
  public static LedgerKeyring ofWitness(
      KeyFolder folder, Optional<String> text, Optional<Path> file) {
    return new LedgerKeyring(folder, WITNESS, KeyAlgorithm.COSIGNATURE_V1, text, file);
  }

  /**
   * The keys that are there.
   *
   * @return empty when there are none
   * @throws IOException when a file can't be read
   */
  public List<SignerKey> keys() throws IOException {
    if (text.isPresent()) {
      return LedgerSigners.parse(text.get());
    }
    Optional<byte[]> bytes =
        file.isPresent() ? Optional.of(Files.readAllBytes(file.get())) : folder.read(name);
    return bytes.map(LedgerKeyring::utf8).map(LedgerSigners::parse).orElse(List.of());
  }

  /**
   * Makes the first key in the data folder, unless one is there already.
   *
   * @param origin the log's or the witness's name
   * @return the keys that are there now
   * @throws IOException when the folder can't be used
   */
  public List<SignerKey> create(String origin) throws IOException {
    byte[] made =
        folder.readOrCreate(
            name,
            () ->
                (SignerKey.generate(origin, algorithm, new SecureRandom()).text() + "\n")
                    .getBytes(StandardCharsets.UTF_8));
    return LedgerSigners.parse(utf8(made));
  }

  /**
   * Makes a key that is to sign from now on and puts it above those in the data folder. Whoever
   * signs takes it over within a second or two, with the key before it, and both sign that tree.
   *
   * @return the public half
   * @throws IOException when the file can't be used
   * @throws IllegalStateException when there is no key yet that it could follow
   */
  public VerifierKey renew() throws IOException {
    String before =
        folder
            .read(FILE)
            .map(LedgerKeyring::utf8)
            .orElseThrow(
                () -> new IllegalStateException("There is no key yet: " + folder.path(FILE)));
    String origin =
        LedgerSigners.parse(before).stream()
            .findFirst()
            .map(key -> key.verifier().name())
            .orElseThrow(() -> new IllegalStateException("No key in " + folder.path(FILE)));
    SignerKey fresh = SignerKey.generate(origin, KeyAlgorithm.ED25519, new SecureRandom());
    folder.replace(FILE, (fresh.text() + "\n" + before).getBytes(StandardCharsets.UTF_8));
    return fresh.verifier();
  }

  private static String utf8(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
