package vn.danvankheo.benchmarks.measure;

/**
 * What a figure has to reach.
 *
 * @param name what is wanted, in words
 * @param limit on which side of the wanted value
 * @param wanted the value
 * @param measured the figure's median
 */
public record Bar(String name, Limit limit, double wanted, double measured) {
  /** On which side of the wanted value a figure has to be. */
  public enum Limit {
    /** Not below it. */
    AT_LEAST("≥"),
    /** Not above it. */
    AT_MOST("≤");

    private final String sign;

    Limit(String sign) {
      this.sign = sign;
    }

    @Override
    public String toString() {
      return sign;
    }
  }

  /**
   * A figure that must not fall below a value.
   *
   * @param name what is wanted, in words
   * @param wanted the value
   * @param figure what was measured
   * @return a bar
   */
  public static Bar atLeast(String name, double wanted, Figure figure) {
    return new Bar(name, Limit.AT_LEAST, wanted, figure.median());
  }

  /**
   * A figure that must not rise above a value.
   *
   * @param name what is wanted, in words
   * @param wanted the value
   * @param figure what was measured
   * @return a bar
   */
  public static Bar atMost(String name, double wanted, Figure figure) {
    return new Bar(name, Limit.AT_MOST, wanted, figure.median());
  }

  /**
   * Whether it was reached.
   *
   * @return true also when it was just reached
   */
  public boolean met() {
    return limit == Limit.AT_LEAST ? measured >= wanted : measured <= wanted;
  }
}
