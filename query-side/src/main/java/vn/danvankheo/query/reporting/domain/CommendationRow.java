package vn.danvankheo.query.reporting.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.CommendationBasis;
import vn.danvankheo.events.vocabulary.CommendationForm;
import vn.danvankheo.events.vocabulary.RevocationGround;
import vn.danvankheo.events.vocabulary.SubjectKind;

/**
 * A commendation given or taken back by a decision of the range (Biểu 05).
 *
 * @param modelId the model's id
 * @param title its title
 * @param year the term it was given for
 * @param no number within the model
 * @param form of the award
 * @param basis yearly, for a period, at once
 * @param decision by which it was given
 * @param recipients who received it
 * @param periodFrom first year of a period
 * @param periodTo last year of a period
 * @param revokedBy the decision that took it back
 * @param ground why it was taken back
 */
public record CommendationRow(
    String modelId,
    String title,
    int year,
    int no,
    CommendationForm form,
    CommendationBasis basis,
    DocumentRef decision,
    List<RecipientRow> recipients,
    @Nullable Integer periodFrom,
    @Nullable Integer periodTo,
    @Nullable DocumentRef revokedBy,
    @Nullable RevocationGround ground) {

  /**
   * Who received it.
   *
   * @param kind collective, individual or household
   * @param name who that is
   * @param unitCode the unit
   * @param position of an individual
   * @param bonusVnd in whole đồng
   */
  public record RecipientRow(
      SubjectKind kind,
      PersonName name,
      String unitCode,
      @Nullable String position,
      @Nullable Long bonusVnd) {}
}
