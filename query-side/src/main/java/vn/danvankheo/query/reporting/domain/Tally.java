package vn.danvankheo.query.reporting.domain;

import vn.danvankheo.events.vocabulary.SubjectKind;

/**
 * How many, by kind of subject.
 *
 * @param total of all kinds
 * @param collective of collectives
 * @param individual of individuals
 * @param household of households
 */
public record Tally(int total, int collective, int individual, int household) {
  /**
   * How many of one kind.
   *
   * @param kind the kind
   * @return 0 or more
   */
  public int of(SubjectKind kind) {
    return switch (kind) {
      case COLLECTIVE -> collective;
      case INDIVIDUAL -> individual;
      case HOUSEHOLD -> household;
    };
  }
}
