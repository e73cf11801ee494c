package vn.danvankheo.proof;

/** Where the hashes of a tree's complete subtrees are found. */
@FunctionalInterface
public interface TreeHashes {
  /**
   * The root of the complete subtree over the leaves from {@code index << level} on.
   *
   * @param level 0 for a leaf; the subtree has {@code 1 << level} leaves, all in the tree
   * @param index counts the subtrees of that level from 0
   * @return its hash
   */
  Hash at(int level, long index);
}
