package vn.danvankheo.proof;

import java.util.ArrayList;
import java.util.List;

/** RFC 6962, section 2.1, word by word. */
final class NaiveTree {
  private NaiveTree() {}

  static Hash root(List<Hash> leaves) {
    int n = leaves.size();
    if (n == 0) {
      return Hash.empty();
    }
    if (n == 1) {
      return leaves.get(0);
    }
    int k = split(n);
    return Hash.node(root(leaves.subList(0, k)), root(leaves.subList(k, n)));
  }

  static List<Hash> inclusion(int m, List<Hash> leaves) {
    int n = leaves.size();
    if (n == 1) {
      return List.of();
    }
    int k = split(n);
    return m < k
        ? plus(inclusion(m, leaves.subList(0, k)), root(leaves.subList(k, n)))
        : plus(inclusion(m - k, leaves.subList(k, n)), root(leaves.subList(0, k)));
  }

  static List<Hash> consistency(int m, List<Hash> leaves) {
    return m == 0 ? List.of() : subproof(m, leaves, true);
  }

  private static List<Hash> subproof(int m, List<Hash> leaves, boolean known) {
    int n = leaves.size();
    if (m == n) {
      return known ? List.of() : List.of(root(leaves));
    }
    int k = split(n);
    return m <= k
        ? plus(subproof(m, leaves.subList(0, k), known), root(leaves.subList(k, n)))
        : plus(subproof(m - k, leaves.subList(k, n), false), root(leaves.subList(0, k)));
  }

  private static int split(int n) {
    int k = 1;
    while (k * 2 < n) {
      k *= 2;
    }
    return k;
  }

  private static List<Hash> plus(List<Hash> proof, Hash last) {
    List<Hash> more = new ArrayList<>(proof);
    more.add(last);
    return more;
  }
}
