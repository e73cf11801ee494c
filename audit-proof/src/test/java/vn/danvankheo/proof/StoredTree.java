package vn.danvankheo.proof;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A tree whose tiles were written by a frontier as it grew. */
final class StoredTree {
  private final List<Hash> leaves = new ArrayList<>();
  private final Map<String, ByteArrayOutputStream> tiles = new HashMap<>();
  private final Frontier frontier = Frontier.empty();

  static StoredTree of(int size) {
    StoredTree tree = new StoredTree();
    for (int i = 0; i < size; i++) {
      tree.append(("event " + i).getBytes(StandardCharsets.US_ASCII));
    }
    return tree;
  }

  void append(byte[] entry) {
    Hash leaf = Hash.leaf(entry);
    leaves.add(leaf);
    frontier.append(
        leaf,
        (level, index, hash) -> {
          if (level % TilePath.HEIGHT == 0) {
            tiles
                .computeIfAbsent(
                    level / TilePath.HEIGHT + "/" + index / TilePath.FULL,
                    key -> new ByteArrayOutputStream())
                .writeBytes(hash.bytes());
          }
        });
  }

  List<Hash> leaves() {
    return leaves;
  }

  Hash root() {
    return frontier.root();
  }

  TreeHashes hashes() {
    return new TiledHashes((level, index) -> tile(level, index));
  }

  byte[] tile(int level, long index) {
    ByteArrayOutputStream tile = tiles.get(level + "/" + index);
    return tile == null ? new byte[0] : tile.toByteArray();
  }
}
