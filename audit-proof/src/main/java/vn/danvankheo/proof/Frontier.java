package vn.danvankheo.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * A growing tree of which only the right edge is kept: the roots of its complete subtrees, largest
 * first. Enough to append and to know the root. Used by one thread at a time.
 */
public final class Frontier {
  private final List<Hash> subtrees;
  private long size;

  private Frontier(long size, List<Hash> subtrees) {
    this.size = size;
    this.subtrees = new ArrayList<>(subtrees);
  }

  /**
   * A tree without leaves.
   *
   * @return a new frontier
   */
  public static Frontier empty() {
    return new Frontier(0, List.of());
  }

  /**
   * The frontier of a tree that is stored.
   *
   * @param size how many leaves it has, from 0
   * @param hashes where its hashes are
   * @return a new frontier
   */
  public static Frontier of(long size, TreeHashes hashes) {
    return new Frontier(size, subtrees(0, size, hashes));
  }

  /**
   * Appends a leaf.
   *
   * @param leaf its leaf hash
   * @param completed is told of every subtree that is complete now, the leaf itself first
   */
  public void append(Hash leaf, NodeSink completed) {
    long index = size++;
    Hash hash = leaf;
    completed.completed(0, index, hash);
    for (int level = 1; (index & 1) == 1; level++) {
      hash = Hash.node(subtrees.remove(subtrees.size() - 1), hash);
      index >>= 1;
      completed.completed(level, index, hash);
    }
    subtrees.add(hash);
  }

  /**
   * Appends a leaf.
   *
   * @param leaf its leaf hash
   */
  public void append(Hash leaf) {
    append(leaf, (level, index, hash) -> {});
  }

  /**
   * How many leaves the tree has.
   *
   * @return from 0
   */
  public long size() {
    return size;
  }

  /**
   * The root of the tree as it is now.
   *
   * @return its hash
   */
  public Hash root() {
    return fold(subtrees);
  }

  /** The roots of the complete subtrees that make up leaves from..to, where from suits them. */
  static List<Hash> subtrees(long from, long to, TreeHashes hashes) {
    List<Hash> found = new ArrayList<>();
    long at = from;
    while (at < to) {
      int level = 63 - Long.numberOfLeadingZeros(to - at);
      if (at != 0) {
        level = Math.min(level, Long.numberOfTrailingZeros(at));
      }
      found.add(hashes.at(level, at >>> level));
      at += 1L << level;
    }
    return found;
  }

  /** Joins roots of complete subtrees, largest first, from the right. */
  static Hash fold(List<Hash> subtrees) {
    if (subtrees.isEmpty()) {
      return Hash.empty();
    }
    Hash hash = subtrees.get(subtrees.size() - 1);
    for (int i = subtrees.size() - 2; i >= 0; i--) {
      hash = Hash.node(subtrees.get(i), hash);
    }
    return hash;
  }

  /** Is told of subtrees that have become complete. */
  @FunctionalInterface
  public interface NodeSink {
    /**
     * A subtree has all its leaves.
     *
     * @param level the subtree has {@code 1 << level} leaves
     * @param index counts the subtrees of that level from 0
     * @param hash its root
     */
    void completed(int level, long index, Hash hash);
  }
}
