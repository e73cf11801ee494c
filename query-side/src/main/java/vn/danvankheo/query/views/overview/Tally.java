package vn.danvankheo.query.views.overview;

import vn.danvankheo.events.vocabulary.SubjectKind;

/**
 * A figure, with collectives, individuals and households counted apart.
 *
 * @param total all of them
 * @param collective of collectives
 * @param individual of individuals
 * @param household of households
 */
record Tally(int total, int collective, int individual, int household) {
  static final Tally NONE = new Tally(0, 0, 0, 0);

  Tally plus(SubjectKind kind, int count) {
    return new Tally(
        total + count,
        collective + (kind == SubjectKind.COLLECTIVE ? count : 0),
        individual + (kind == SubjectKind.INDIVIDUAL ? count : 0),
        household + (kind == SubjectKind.HOUSEHOLD ? count : 0));
  }
}
