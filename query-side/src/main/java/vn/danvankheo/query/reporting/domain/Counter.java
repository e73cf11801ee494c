package vn.danvankheo.query.reporting.domain;

import java.util.Set;
import vn.danvankheo.events.vocabulary.SubjectKind;

/** Counts measures by kind of subject. */
final class Counter {
  private final int[][] counts = new int[Measure.values().length][SubjectKind.values().length];

  void add(Set<Measure> measures, SubjectKind kind) {
    measures.forEach(measure -> counts[measure.ordinal()][kind.ordinal()]++);
  }

  void add(Counter other) {
    for (int m = 0; m < counts.length; m++) {
      for (int k = 0; k < counts[m].length; k++) {
        counts[m][k] += other.counts[m][k];
      }
    }
  }

  boolean isEmpty() {
    for (int[] byKind : counts) {
      for (int count : byKind) {
        if (count > 0) {
          return false;
        }
      }
    }
    return true;
  }

  Tally tally(Measure measure) {
    return tally(counts[measure.ordinal()]);
  }

  static Tally tally(int[] byKind) {
    int collective = byKind[SubjectKind.COLLECTIVE.ordinal()];
    int individual = byKind[SubjectKind.INDIVIDUAL.ordinal()];
    int household = byKind[SubjectKind.HOUSEHOLD.ordinal()];
    return new Tally(collective + individual + household, collective, individual, household);
  }

  Figures figures() {
    return new Figures(
        tally(Measure.REGISTERED),
        tally(Measure.REGISTERED_IN_RANGE),
        tally(Measure.NEW),
        tally(Measure.RENEWED),
        tally(Measure.REPLICA),
        tally(Measure.LATE),
        tally(Measure.APPROVED),
        tally(Measure.INSPECTED),
        tally(Measure.RECOGNIZED),
        tally(Measure.EXEMPLAR),
        tally(Measure.COMMENDED),
        tally(Measure.NOT_RECOGNIZED),
        tally(Measure.STOPPED),
        tally(Measure.WITHDRAWN),
        tally(Measure.REPLICATED),
        tally(Measure.RENEWED_NEXT),
        tally(Measure.CHANGED_AFTER_REPORT));
  }
}
