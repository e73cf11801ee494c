package vn.danvankheo.query.audit.witness.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.danvankheo.proof.Checkpoint;
import vn.danvankheo.proof.Hash;
import vn.danvankheo.proof.KeyAlgorithm;
import vn.danvankheo.proof.MerkleProofs;
import vn.danvankheo.proof.NoteSignature;
import vn.danvankheo.proof.SignedNote;
import vn.danvankheo.proof.SignerKey;
import vn.danvankheo.proof.TreeHashes;
import vn.danvankheo.proof.VerifierKey;
import vn.danvankheo.proof.WitnessRequest;

class WitnessingTest {
  private static final String ORIGIN = "dvk.example/log";
  private final SignerKey key = key(ORIGIN);
  private final SignerKey next = key(ORIGIN);
  private final List<VerifierKey> trusted = List.of(key.verifier(), next.verifier());

  private static SignerKey key(String name) {
    return SignerKey.generate(name, KeyAlgorithm.ED25519, new SecureRandom());
  }

  /** Leaf n of history h is the hash of both; trees of any size come from their leaves. */
  private static TreeHashes history(String name) {
    return new TreeHashes() {
      @Override
      public Hash at(int level, long index) {
        return level == 0
            ? Hash.leaf((name + index).getBytes(StandardCharsets.UTF_8))
            : Hash.node(at(level - 1, 2 * index), at(level - 1, 2 * index + 1));
      }
    };
  }

  private static final TreeHashes TRUE = history("true");
  private static final TreeHashes FORKED = history("forked");

  private static Checkpoint tree(TreeHashes history, long size) {
    return new Checkpoint(ORIGIN, size, MerkleProofs.root(size, history));
  }

  private Optional<Refusal> asked(long old, long size, Optional<Checkpoint> seen) {
    List<Hash> proof =
        old == 0 || old > size ? List.of() : MerkleProofs.consistency(old, size, TRUE);
    return asked(new WitnessRequest(old, proof, tree(TRUE, size).sign(key)), seen);
  }

  private Optional<Refusal> asked(WitnessRequest request, Optional<Checkpoint> seen) {
    return Witnessing.refusal(
        request, Checkpoint.parse(request.checkpoint().text()), trusted, seen);
  }

  @Test
  void cosignsWhatGoesOn() {
    assertThat(asked(0, 0, Optional.empty())).isEmpty();
    assertThat(asked(0, 7, Optional.empty())).isEmpty();
    for (long old = 1; old <= 20; old++) {
      for (long size = old; size <= 20; size++) {
        assertThat(asked(old, size, Optional.of(tree(TRUE, old)))).isEmpty();
      }
    }
  }

  @Test
  void refusesWhatDoesNot() {
    for (long old = 1; old <= 20; old++) {
      for (long size = old; size <= 20; size++) {
        List<Hash> proof = MerkleProofs.consistency(old, size, FORKED);
        SignedNote fork = tree(FORKED, size).sign(key);
        assertThat(asked(new WitnessRequest(old, proof, fork), Optional.of(tree(TRUE, old))))
            .contains(Refusal.INCONSISTENT);
      }
    }
    SignedNote seven = tree(TRUE, 7).sign(key);
    assertThat(asked(new WitnessRequest(0, List.of(Hash.empty()), seven), Optional.empty()))
        .as("nothing is to be proven from an empty tree")
        .contains(Refusal.INCONSISTENT);
    SignedNote hollow = new Checkpoint(ORIGIN, 0, tree(TRUE, 1).root()).sign(key);
    assertThat(asked(new WitnessRequest(0, List.of(), hollow), Optional.empty()))
        .contains(Refusal.INCONSISTENT);
    assertThat(asked(5, 9, Optional.of(tree(TRUE, 7)))).contains(Refusal.OTHER_SIZE);
    assertThat(asked(0, 9, Optional.of(tree(TRUE, 7)))).contains(Refusal.OTHER_SIZE);
    assertThat(asked(3, 9, Optional.empty())).contains(Refusal.OTHER_SIZE);
    assertThat(asked(9, 7, Optional.of(tree(TRUE, 9)))).contains(Refusal.BACKWARDS);
  }

  @Test
  void goesByTheSignaturesOfTrustedKeysAlone() {
    Checkpoint tree = tree(TRUE, 7);
    SignedNote foreign = tree.sign(key(ORIGIN));
    assertThat(asked(new WitnessRequest(0, List.of(), foreign), Optional.empty()))
        .contains(Refusal.UNSIGNED);
    SignedNote both = foreign.with(next.sign(tree.text()));
    assertThat(asked(new WitnessRequest(0, List.of(), both), Optional.empty()))
        .as("others are passed over")
        .isEmpty();
    NoteSignature ofAnother = next.sign(tree(TRUE, 8).text());
    SignedNote spoilt = tree.sign(key).with(ofAnother);
    assertThat(asked(new WitnessRequest(0, List.of(), spoilt), Optional.empty()))
        .contains(Refusal.UNSIGNED);
    WitnessRequest good = new WitnessRequest(0, List.of(), tree.sign(key));
    assertThat(Witnessing.refusal(good, tree, List.of(), Optional.empty()))
        .contains(Refusal.UNKNOWN_LOG);
  }
}
