package vn.danvankheo.query.reporting.domain;

import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.vocabulary.ReportScope;

/**
 * One version of what reports are: a pure fold of models, taken in any order, one at a time. A
 * version that was ever issued by stays as it is for ever.
 */
public interface Definition {
  /**
   * Its version.
   *
   * @return from 1
   */
  int version();

  /**
   * Begins a report.
   *
   * @param scope what it is about
   * @param knowledge units, plans, ratings and issued reports at the position
   * @return takes the models
   */
  Fold begin(ReportScope scope, Knowledge knowledge);

  /** A report on its way. */
  interface Fold {
    /**
     * The position of the issued report that changes are told against.
     *
     * @return 0 when there is none
     */
    long comparedPosition();

    /**
     * Takes a model.
     *
     * @param now as it is at the report's position
     * @param before as it was at the compared position; null when it was not there
     */
    void add(ModelState now, @Nullable ModelState before);

    /**
     * Ends the report.
     *
     * @return its content, and the names it does not contain
     */
    Report report();
  }
}
