package vn.danvankheo.query.audit.ledger.domain;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.danvankheo.proof.Frontier;
import vn.danvankheo.proof.Hash;
import vn.danvankheo.proof.TilePath;
import vn.danvankheo.proof.TreeHashes;

/** The right edge of the tree, and what its tiles get more since they were stored last. */
public final class GrowingTree {
  private final Frontier frontier;
  private final Map<TileId, ByteArrayOutputStream> added = new LinkedHashMap<>();

  /**
   * Goes on with a tree that is stored.
   *
   * @param size how many leaves it has, from 0
   * @param hashes where its hashes are
   */
  public GrowingTree(long size, TreeHashes hashes) {
    this.frontier = Frontier.of(size, hashes);
  }

  /**
   * Which tile.
   *
   * @param level 0 for leaf hashes
   * @param index counts the tiles of a level from 0
   */
  public record TileId(int level, long index) {}

  /**
   * Hashes that go behind those which a tile has already.
   *
   * @param tile which
   * @param hashes 32 bytes each
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record TileGrowth(TileId tile, byte[] hashes) {}

  /**
   * Appends a leaf.
   *
   * @param leaf its leaf hash
   */
  public void append(Hash leaf) {
    frontier.append(
        leaf,
        (level, index, hash) -> {
          if (level % TilePath.HEIGHT == 0) {
            TileId tile = new TileId(level / TilePath.HEIGHT, index / TilePath.FULL);
            added.computeIfAbsent(tile, id -> new ByteArrayOutputStream()).writeBytes(hash.bytes());
          }
        });
  }

  /**
   * What is to be stored; asked for once.
   *
   * @return for each tile that has grown
   */
  public List<TileGrowth> drain() {
    List<TileGrowth> growth = new ArrayList<>();
    added.forEach((tile, hashes) -> growth.add(new TileGrowth(tile, hashes.toByteArray())));
    added.clear();
    return growth;
  }

  /**
   * How many leaves the tree has.
   *
   * @return from 0
   */
  public long size() {
    return frontier.size();
  }

  /**
   * The root as it is now.
   *
   * @return its hash
   */
  public Hash root() {
    return frontier.root();
  }
}
