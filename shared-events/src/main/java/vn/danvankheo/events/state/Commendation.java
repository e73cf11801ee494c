package vn.danvankheo.events.state;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.CommendationBasis;
import vn.danvankheo.events.vocabulary.CommendationForm;
import vn.danvankheo.events.vocabulary.Decision;
import vn.danvankheo.events.vocabulary.Recipient;

/**
 * A commendation.
 *
 * @param no number within the model, from 1
 * @param form of the award
 * @param basis yearly, for a period, at once
 * @param decision the decision
 * @param merit the sentence on the certificate
 * @param recipients who received it
 * @param periodFrom first year of a period
 * @param periodTo last year of a period
 * @param revoked whether it was taken back
 * @param revocation how
 */
public record Commendation(
    int no,
    CommendationForm form,
    CommendationBasis basis,
    Decision decision,
    String merit,
    List<Recipient> recipients,
    @Nullable Integer periodFrom,
    @Nullable Integer periodTo,
    boolean revoked,
    @Nullable Revocation revocation) {

  Commendation revoke(Revocation how) {
    return new Commendation(
        no, form, basis, decision, merit, recipients, periodFrom, periodTo, true, how);
  }
}
