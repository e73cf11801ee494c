package vn.danvankheo.query.parity;

import java.util.List;

/**
 * What came of a comparison.
 *
 * @param old the documents of the generation that is served
 * @param now the documents of the other one
 * @param differing how many documents differ, or are in one generation only
 * @param first the first values that differ, in the order in which they were found
 */
public record Parity(DigestSum old, DigestSum now, long differing, List<Difference> first) {
  /**
   * Whether the generations are the same.
   *
   * @return true when no document differs
   */
  public boolean same() {
    return differing == 0;
  }
}
