package vn.danvankheo.verifier;

import java.nio.charset.StandardCharsets;
import vn.danvankheo.proof.Hash;
import vn.danvankheo.proof.VerifierKey;

/** A key's digest as people compare it: SHA-256 of the key's line, in groups of four digits. */
final class Fingerprint {
  private Fingerprint() {}

  static String of(VerifierKey key) {
    String hex = Hash.sha256(key.text().getBytes(StandardCharsets.UTF_8)).hex();
    return hex.replaceAll("(....)(?=.)", "$1 ");
  }
}
