package vn.danvankheo.query.audit.ledger;

import java.net.URI;
import java.util.List;
import vn.danvankheo.proof.VerifierKey;

/**
 * A server that is asked to cosign this ledger's trees.
 *
 * @param key by which it does
 * @param prefix where it is; {@code /add-checkpoint} follows
 */
public record Witness(VerifierKey key, URI prefix) {
  /**
   * Reads witnesses, one a line: the verifier key, a blank, the address. Empty lines and those with
   * # are passed over.
   *
   * @param text of a setting
   * @return them in their order
   * @throws IllegalArgumentException when a line is none
   */
  public static List<Witness> parse(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .map(Witness::one)
        .toList();
  }

  private static Witness one(String line) {
    String[] parts = line.split("\\s+");
    if (parts.length != 2 || !parts[1].matches("https?://.+")) {
      throw new IllegalArgumentException("A witness is a verifier key and an address: " + line);
    }
    return new Witness(VerifierKey.parse(parts[0]), URI.create(parts[1].replaceFirst("/+$", "")));
  }

  URI addCheckpoint() {
    return URI.create(prefix + "/add-checkpoint");
  }
}
