package vn.danvankheo.query.audit.witness.domain;

import java.util.List;
import java.util.Optional;
import vn.danvankheo.proof.Checkpoint;
import vn.danvankheo.proof.Hash;
import vn.danvankheo.proof.MerkleProofs;
import vn.danvankheo.proof.SignedNote;
import vn.danvankheo.proof.VerifierKey;
import vn.danvankheo.proof.WitnessRequest;

/** The rules by which a witness cosigns, in the order in which C2SP tlog-witness checks them. */
public final class Witnessing {
  private Witnessing() {}

  /**
   * Decides.
   *
   * @param request what somebody asks to be cosigned
   * @param checkpoint what its note says
   * @param trusted the log's keys as this witness was given them; empty for an unknown log
   * @param seen the last tree of that log that was cosigned; empty for none
   * @return why not; empty when it may be cosigned
   */
  public static Optional<Refusal> refusal(
      WitnessRequest request,
      Checkpoint checkpoint,
      List<VerifierKey> trusted,
      Optional<Checkpoint> seen) {
    if (trusted.isEmpty()) {
      return Optional.of(Refusal.UNKNOWN_LOG);
    }
    if (!signed(request.checkpoint(), trusted)) {
      return Optional.of(Refusal.UNSIGNED);
    }
    if (request.oldSize() > checkpoint.size()) {
      return Optional.of(Refusal.BACKWARDS);
    }
    if (request.oldSize() != seen.map(Checkpoint::size).orElse(0L)) {
      return Optional.of(Refusal.OTHER_SIZE);
    }
    Hash before = seen.map(Checkpoint::root).orElse(Hash.empty());
    return follows(request, checkpoint, before)
        ? Optional.empty()
        : Optional.of(Refusal.INCONSISTENT);
  }

  /** By one that is trusted at least; a wrong signature by any of them spoils the note. */
  private static boolean signed(SignedNote note, List<VerifierKey> trusted) {
    List<VerifierKey> claimed =
        trusted.stream().filter(key -> note.signatures().stream().anyMatch(key::made)).toList();
    return !claimed.isEmpty() && claimed.stream().allMatch(note::signedBy);
  }

  private static boolean follows(WitnessRequest request, Checkpoint checkpoint, Hash before) {
    if (checkpoint.size() == 0 && !checkpoint.root().equals(Hash.empty())) {
      return false;
    }
    if (request.oldSize() == 0) {
      return request.proof().isEmpty();
    }
    return MerkleProofs.verifyConsistency(
        request.oldSize(), before, checkpoint.size(), checkpoint.root(), request.proof());
  }
}
