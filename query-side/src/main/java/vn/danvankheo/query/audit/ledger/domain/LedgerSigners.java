package vn.danvankheo.query.audit.ledger.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.proof.Checkpoint;
import vn.danvankheo.proof.SignedNote;
import vn.danvankheo.proof.SignerKey;
import vn.danvankheo.proof.VerifierKey;

/**
 * By whom the ledger is signed, decided from the keys that a process was given and those that the
 * ledger lists. A new key is taken over only together with the one before it.
 *
 * @param current signs from now on
 * @param replaced signs once more beside it, as the ledger changes keys; null when it does not
 */
public record LedgerSigners(SignerKey current, @Nullable SignerKey replaced) {
  /**
   * Decides.
   *
   * @param origin the ledger's name
   * @param given the process's keys, the one that is to sign first; at least one
   * @param listed the ledger's public keys, the newest last; empty before its first checkpoint
   * @return who signs
   * @throws LedgerStopped when the keys are not this ledger's
   */
  public static LedgerSigners of(String origin, List<SignerKey> given, List<VerifierKey> listed) {
    if (given.stream().anyMatch(key -> !key.verifier().name().equals(origin))) {
      throw new LedgerStopped(LedgerState.WRONG_KEY, "The key is for another log than " + origin);
    }
    SignerKey first = given.get(0);
    if (listed.isEmpty()) {
      return new LedgerSigners(first, null);
    }
    VerifierKey newest = listed.get(listed.size() - 1);
    SignerKey known =
        given.stream()
            .filter(key -> key.verifier().equals(newest))
            .findFirst()
            .orElseThrow(
                () ->
                    new LedgerStopped(
                        LedgerState.WRONG_KEY, "The ledger is signed by another key: " + newest));
    boolean changes = !listed.contains(first.verifier());
    return changes ? new LedgerSigners(first, known) : new LedgerSigners(known, null);
  }

  /**
   * Reads keys, one a line; empty lines and those with # are passed over.
   *
   * @param text of a file or a variable
   * @return the keys, in their order
   * @throws LedgerStopped when one is none
   */
  public static List<SignerKey> parse(String text) {
    List<SignerKey> keys = new ArrayList<>();
    for (String line : text.lines().map(String::strip).toList()) {
      if (!line.isEmpty() && !line.startsWith("#")) {
        try {
          keys.add(SignerKey.parse(line));
        } catch (IllegalArgumentException e) {
          throw new LedgerStopped(LedgerState.WRONG_KEY, e.getMessage());
        }
      }
    }
    return keys;
  }

  /**
   * Signs a checkpoint.
   *
   * @param checkpoint what the ledger says of itself
   * @return signed by the current key, and by the one that it replaces
   */
  public SignedNote sign(Checkpoint checkpoint) {
    SignedNote note = checkpoint.sign(current);
    return replaced == null ? note : note.with(replaced.sign(note.text()));
  }
}
