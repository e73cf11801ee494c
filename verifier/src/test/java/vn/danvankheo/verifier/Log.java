package vn.danvankheo.verifier;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.danvankheo.proof.Checkpoint;
import vn.danvankheo.proof.Frontier;
import vn.danvankheo.proof.Hash;
import vn.danvankheo.proof.KeyAlgorithm;
import vn.danvankheo.proof.MerkleProofs;
import vn.danvankheo.proof.SignerKey;

/** A small transparency log in memory. */
final class Log {
  static final String ORIGIN = "danvankheo.vn/so-cai";

  private final List<byte[]> entries = new ArrayList<>();
  private final Map<String, Hash> nodes = new HashMap<>();
  private final Frontier frontier = Frontier.empty();
  private final Map<Long, Hash> roots = new HashMap<>();
  private final List<SignerKey> keys = new ArrayList<>();

  Log() {
    rotate();
  }

  void rotate() {
    keys.add(0, SignerKey.generate(ORIGIN, KeyAlgorithm.ED25519, new SecureRandom()));
  }

  void append(byte[] entry) {
    entries.add(entry);
    frontier.append(Hash.leaf(entry), (level, index, hash) -> nodes.put(level + "/" + index, hash));
    roots.put(frontier.size(), frontier.root());
  }

  long size() {
    return frontier.size();
  }

  byte[] entry(long leafIndex) {
    return entries.get((int) leafIndex);
  }

  Checkpoint tree(long size) {
    return new Checkpoint(ORIGIN, size, roots.get(size));
  }

  String checkpoint(long size) {
    return tree(size).sign(keys.get(0)).note();
  }

  List<Hash> inclusion(long leafIndex, long size) {
    return MerkleProofs.inclusion(leafIndex, size, (level, at) -> nodes.get(level + "/" + at));
  }

  List<Hash> consistency(long from, long to) {
    return MerkleProofs.consistency(from, to, (level, at) -> nodes.get(level + "/" + at));
  }

  /** The newest first. */
  String keys() {
    return keys.stream().map(key -> key.verifier() + "\n").collect(Collectors.joining());
  }

  String key() {
    return keys.get(0).verifier().text();
  }
}
