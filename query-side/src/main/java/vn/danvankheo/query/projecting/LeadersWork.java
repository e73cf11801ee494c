package vn.danvankheo.query.projecting;

/** Work that belongs to the process that leads, beside following the log. */
@FunctionalInterface
public interface LeadersWork {
  /**
   * A term begins.
   *
   * @param leading what the leader lends, until the term ends
   * @return closed when the term ends; the work has stopped when that returns
   */
  Term begin(Leading leading);

  /** The work of one term. */
  @FunctionalInterface
  interface Term extends AutoCloseable {
    @Override
    void close() throws InterruptedException;
  }
}
