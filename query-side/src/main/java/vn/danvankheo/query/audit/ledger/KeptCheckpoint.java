package vn.danvankheo.query.audit.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import vn.danvankheo.proof.Checkpoint;
import vn.danvankheo.proof.MerkleProofs;
import vn.danvankheo.proof.SignedNote;
import vn.danvankheo.proof.TreeHashes;
import vn.danvankheo.proof.VerifierKey;
import vn.danvankheo.query.audit.ledger.domain.LedgerState;
import vn.danvankheo.query.audit.ledger.domain.LedgerStopped;
import vn.danvankheo.web.keys.KeyFolder;

/** The last checkpoint that this process has seen, in a file that no restored database undoes. */
final class KeptCheckpoint {
  static final String FILE = "ledger.checkpoint";

  private final KeyFolder folder;

  KeptCheckpoint(KeyFolder folder) {
    this.folder = folder;
  }

  /**
   * Compares the ledger with what was kept.
   *
   * @param origin the ledger's name
   * @param size its size now
   * @param hashes its tree
   * @param keys its public keys
   * @throws LedgerStopped when the ledger is not a continuation of it
   */
  void check(String origin, long size, TreeHashes hashes, List<VerifierKey> keys)
      throws IOException {
    Optional<SignedNote> kept = read();
    if (kept.isEmpty()) {
      return;
    }
    Checkpoint checkpoint = Checkpoint.parse(kept.get().text());
    if (!checkpoint.origin().equals(origin)) {
      throw changed("is of another log, " + checkpoint.origin());
    }
    if (checkpoint.size() > size) {
      throw new LedgerStopped(
          LedgerState.ROLLED_BACK,
          "The ledger has " + size + " entries; it had " + checkpoint.size() + " before");
    }
    if (keys.stream().noneMatch(kept.get()::signedBy)) {
      throw changed("is signed by no key of the ledger");
    }
    if (!MerkleProofs.root(checkpoint.size(), hashes).equals(checkpoint.root())) {
      throw changed("has another tree of " + checkpoint.size() + " entries");
    }
  }

  private LedgerStopped changed(String how) {
    return new LedgerStopped(
        LedgerState.CHANGED, "The checkpoint in " + folder.path(FILE) + " " + how);
  }

  Optional<SignedNote> read() throws IOException {
    try {
      return folder
          .read(FILE)
          .map(bytes -> SignedNote.parse(new String(bytes, StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException e) {
      throw changed("can't be read: " + e.getMessage());
    }
  }

  void keep(String note) throws IOException {
    folder.replace(FILE, note.getBytes(StandardCharsets.UTF_8));
  }
}
