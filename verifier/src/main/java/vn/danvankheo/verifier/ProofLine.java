package vn.danvankheo.verifier;

import java.util.List;
import java.util.Set;
import vn.danvankheo.proof.Checkpoint;
import vn.danvankheo.proof.Hash;
import vn.danvankheo.proof.LedgerEntry;
import vn.danvankheo.proof.MerkleProofs;

/**
 * Where an event stands in the tree, and what the log says of it.
 *
 * @param leafIndex from 0
 * @param entry the leaf's content
 * @param leaf its hash
 * @param hashes beside the way to the root
 */
record ProofLine(long leafIndex, LedgerEntry entry, Hash leaf, List<Hash> hashes) {
  private static final Set<String> FIELDS = Set.of("leafIndex", "entry", "hashes");

  static ProofLine parse(String line) {
    Fields fields = new Fields(Json.parse(line), FIELDS);
    byte[] entry = fields.bytes("entry");
    return new ProofLine(
        fields.number("leafIndex"), LedgerEntry.parse(entry), Hash.leaf(entry), hashes(fields));
  }

  static List<Hash> hashes(Fields fields) {
    return fields.list("hashes").stream()
        .map(hash -> Hash.fromBase64(hash instanceof String text ? text : ""))
        .toList();
  }

  boolean isIn(Checkpoint tree) {
    return MerkleProofs.verifyInclusion(leaf, leafIndex, tree.size(), tree.root(), hashes);
  }
}
