package vn.danvankheo.command.model.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.CommendationBasis;
import vn.danvankheo.events.vocabulary.CommendationForm;
import vn.danvankheo.events.vocabulary.Decision;
import vn.danvankheo.events.vocabulary.Recipient;

/**
 * Puts a commendation on record.
 *
 * @param id the model's id
 * @param year the term; null means the latest
 * @param form of the award
 * @param basis yearly, for a period, at once
 * @param decision the signed decision
 * @param merit the sentence on the certificate
 * @param recipients who receives it, at least one
 * @param periodFrom first year of a period; needed for PERIOD alone
 * @param periodTo last year of a period; needed for PERIOD alone
 */
public record CommendModel(
    String id,
    @Nullable Integer year,
    CommendationForm form,
    CommendationBasis basis,
    Decision decision,
    String merit,
    List<Recipient> recipients,
    @Nullable Integer periodFrom,
    @Nullable Integer periodTo)
    implements ModelCommand {
  /** Keeps its own copies of the lists. */
  public CommendModel {
    recipients = List.copyOf(recipients);
  }

  @Override
  public String aggregateId() {
    return id;
  }

  @Override
  public boolean comparesPersonalTexts() {
    return true;
  }
}
