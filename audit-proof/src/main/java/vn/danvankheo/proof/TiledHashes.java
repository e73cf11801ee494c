package vn.danvankheo.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The hashes of a tree whose tiles are kept somewhere; each tile is asked for once. */
public final class TiledHashes implements TreeHashes {
  private final Source source;
  private final Map<Long, byte[]> tiles = new HashMap<>();

  /**
   * Reads tiles as they are needed.
   *
   * @param source where the tiles are
   */
  public TiledHashes(Source source) {
    this.source = source;
  }

  @Override
  public Hash at(int level, long index) {
    int row = level % TilePath.HEIGHT;
    int tileLevel = level / TilePath.HEIGHT;
    long first = index << row;
    byte[] tile =
        tiles.computeIfAbsent(
            first / TilePath.FULL << 4 | tileLevel,
            key -> source.tile(tileLevel, first / TilePath.FULL));
    int from = (int) (first % TilePath.FULL);
    if (tile.length < (from + (1 << row)) * Hash.SIZE) {
      throw new IllegalStateException(
          "Tile " + tileLevel + "/" + first / TilePath.FULL + " is shorter than the tree");
    }
    List<Hash> hashes = new ArrayList<>(1 << row);
    for (int i = from; i < from + (1 << row); i++) {
      hashes.add(Hash.of(tile, i * Hash.SIZE, (i + 1) * Hash.SIZE));
    }
    return Frontier.fold(pairUp(hashes));
  }

  private static List<Hash> pairUp(List<Hash> hashes) {
    List<Hash> level = hashes;
    while (level.size() > 1) {
      List<Hash> above = new ArrayList<>(level.size() / 2);
      for (int i = 0; i < level.size(); i += 2) {
        above.add(Hash.node(level.get(i), level.get(i + 1)));
      }
      level = above;
    }
    return level;
  }

  /** Where tiles are kept. */
  @FunctionalInterface
  public interface Source {
    /**
     * A tile's hashes.
     *
     * @param level of tiles, 0 for leaf hashes
     * @param index counts the tiles of a level from 0
     * @return all hashes that there are, 32 bytes each; empty when there are none
     */
    byte[] tile(int level, long index);
  }
}
