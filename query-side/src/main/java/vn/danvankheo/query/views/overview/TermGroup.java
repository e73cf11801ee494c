package vn.danvankheo.query.views.overview;

import java.util.List;
import vn.danvankheo.events.vocabulary.SubjectKind;
import vn.danvankheo.events.vocabulary.TermStatus;

/**
 * Terms that are alike in everything that is counted.
 *
 * @param year the year
 * @param status their status
 * @param field their model's field
 * @param kind their model's subject kind
 * @param unitCode their model's unit
 * @param levels the levels at which they were recognised
 * @param forms the forms of commendations in force
 * @param exemplar whether they were designated
 * @param late whether they were registered late
 * @param changedAfterReport whether they were corrected after the year's report
 * @param replicated whether others took the model over
 * @param count how many; what is counted elsewhere too is taken away again by a negative one
 */
record TermGroup(
    int year,
    TermStatus status,
    String field,
    SubjectKind kind,
    String unitCode,
    List<String> levels,
    List<String> forms,
    boolean exemplar,
    boolean late,
    boolean changedAfterReport,
    boolean replicated,
    int count) {

  /** So many terms that are alike in everything else. */
  TermGroup with(boolean wasReplicated, int number) {
    return new TermGroup(
        year,
        status,
        field,
        kind,
        unitCode,
        levels,
        forms,
        exemplar,
        late,
        changedAfterReport,
        wasReplicated,
        number);
  }
}
