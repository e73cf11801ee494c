package vn.danvankheo.query.reporting.domain;

import java.util.Comparator;

/**
 * An honour for a year of the report whose decision is dated after the report's last day, so that
 * no figure counts it.
 *
 * @param kind what was decided
 * @param modelId the model's id
 * @param title its title
 * @param unitCode its unit
 * @param year the term
 * @param decision by what
 */
public record LaterAward(
    Kind kind, String modelId, String title, String unitCode, int year, DocumentRef decision) {
  static final Comparator<LaterAward> BY_DECISION =
      Comparator.comparing((LaterAward award) -> award.decision().issuedOn())
          .thenComparing(award -> award.decision().number())
          .thenComparing(LaterAward::modelId)
          .thenComparing(LaterAward::kind);

  /** What was decided. */
  public enum Kind {
    RECOGNITION,
    EXEMPLAR,
    COMMENDATION
  }
}
