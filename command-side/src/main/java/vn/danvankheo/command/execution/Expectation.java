package vn.danvankheo.command.execution;

/**
 * What the caller believes of the aggregate.
 *
 * @param kind that it is new, that it is there, or that it is at one version
 * @param version the version; 0 where the kind needs none
 */
public record Expectation(Kind kind, long version) {
  private static final Expectation NEW = new Expectation(Kind.NEW, 0);
  private static final Expectation ANY = new Expectation(Kind.ANY, 0);

  /** What can be believed. */
  public enum Kind {
    /** It may not exist yet; what is there already is for the decision to judge. */
    NEW,
    /** It exists, at whatever version. */
    ANY,
    /** It exists at one version. */
    EXACT
  }

  /**
   * For commands that create.
   *
   * @return the aggregate may not exist yet
   */
  public static Expectation created() {
    return NEW;
  }

  /**
   * For {@code If-Match: *}.
   *
   * @return the aggregate exists, whatever its version
   */
  public static Expectation any() {
    return ANY;
  }

  /**
   * For {@code If-Match: "n"}.
   *
   * @param version sequence number of the last event the caller knows of, from 0
   * @return the aggregate is at that version
   */
  public static Expectation version(long version) {
    return new Expectation(Kind.EXACT, version);
  }

  boolean creates() {
    return kind == Kind.NEW;
  }

  void check(long actual) {
    if (kind == Kind.EXACT && version != actual) {
      throw new StaleVersion(actual);
    }
  }
}
