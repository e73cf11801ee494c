package vn.danvankheo.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Makes and checks the proofs of RFC 9162, section 2.1 (the same as RFC 6962's). */
public final class MerkleProofs {
  private MerkleProofs() {}

  /**
   * The root of a tree.
   *
   * @param size how many leaves it has, from 0
   * @param hashes where its hashes are
   * @return the root
   */
  public static Hash root(long size, TreeHashes hashes) {
    return Frontier.of(size, hashes).root();
  }

  /**
   * Proves that a leaf is in a tree.
   *
   * @param index the leaf's, from 0, below size
   * @param size the tree's
   * @param hashes where the tree's hashes are
   * @return the hashes beside the way from the leaf to the root
   */
  public static List<Hash> inclusion(long index, long size, TreeHashes hashes) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("No leaf " + index + " in a tree of " + size);
    }
    List<Hash> proof = new ArrayList<>();
    long from = 0;
    long to = size;
    while (to - from > 1) {
      long middle = from + split(to - from);
      if (index < middle) {
        proof.add(range(middle, to, hashes));
        to = middle;
      } else {
        proof.add(range(from, middle, hashes));
        from = middle;
      }
    }
    Collections.reverse(proof);
    return proof;
  }

  /**
   * Proves that one tree is the beginning of another.
   *
   * @param first the smaller tree's size, from 0
   * @param second the larger tree's size, not below first
   * @param hashes where the larger tree's hashes are
   * @return the proof; empty when the trees are the same or the first has no leaves
   */
  public static List<Hash> consistency(long first, long second, TreeHashes hashes) {
    if (first < 0 || first > second) {
      throw new IllegalArgumentException("No tree of " + first + " within one of " + second);
    }
    List<Hash> proof = new ArrayList<>();
    if (first == 0) {
      return proof;
    }
    long from = 0;
    long to = second;
    while (first != to) {
      long middle = from + split(to - from);
      if (first <= middle) {
        proof.add(range(middle, to, hashes));
        to = middle;
      } else {
        proof.add(range(from, middle, hashes));
        from = middle;
      }
    }
    if (from != 0) {
      proof.add(range(from, to, hashes));
    }
    Collections.reverse(proof);
    return proof;
  }

  /**
   * Checks that a leaf is in a tree.
   *
   * @param leaf the leaf's hash
   * @param index the leaf's index, from 0
   * @param size the tree's
   * @param root the tree's
   * @param proof as it was given
   * @return whether it proves that
   */
  public static boolean verifyInclusion(
      Hash leaf, long index, long size, Hash root, List<Hash> proof) {
    if (index < 0 || index >= size) {
      return false;
    }
    long node = index;
    long last = size - 1;
    Hash hash = leaf;
    for (Hash beside : proof) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        hash = Hash.node(beside, hash);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        hash = Hash.node(hash, beside);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && hash.equals(root);
  }

  /**
   * Checks that one tree is the beginning of another.
   *
   * @param first the smaller tree's size, from 0
   * @param firstRoot the smaller tree's root
   * @param second the larger tree's size
   * @param secondRoot the larger tree's root
   * @param proof as it was given
   * @return whether it proves that
   */
  public static boolean verifyConsistency(
      long first, Hash firstRoot, long second, Hash secondRoot, List<Hash> proof) {
    if (first < 0 || first > second) {
      return false;
    }
    if (first == second) {
      return proof.isEmpty() && firstRoot.equals(secondRoot);
    }
    if (first == 0) {
      return proof.isEmpty() && firstRoot.equals(Hash.empty());
    }
    List<Hash> path = new ArrayList<>(proof);
    if (Long.bitCount(first) == 1) {
      path.add(0, firstRoot);
    }
    return !path.isEmpty() && follow(first, firstRoot, second, secondRoot, path);
  }

  private static boolean follow(
      long first, Hash firstRoot, long second, Hash secondRoot, List<Hash> path) {
    int skipped = Long.numberOfTrailingZeros(~(first - 1));
    long node = (first - 1) >> skipped;
    long last = (second - 1) >> skipped;
    Hash earlier = path.get(0);
    Hash later = path.get(0);
    for (Hash beside : path.subList(1, path.size())) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        earlier = Hash.node(beside, earlier);
        later = Hash.node(beside, later);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        later = Hash.node(later, beside);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && earlier.equals(firstRoot) && later.equals(secondRoot);
  }

  private static Hash range(long from, long to, TreeHashes hashes) {
    return Frontier.fold(Frontier.subtrees(from, to, hashes));
  }

  /** The largest power of two below the number of leaves. */
  private static long split(long leaves) {
    return Long.highestOneBit(leaves - 1);
  }
}
