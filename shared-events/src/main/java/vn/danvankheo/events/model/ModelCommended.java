package vn.danvankheo.events.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.CommendationBasis;
import vn.danvankheo.events.vocabulary.CommendationForm;
import vn.danvankheo.events.vocabulary.Decision;
import vn.danvankheo.events.vocabulary.Recipient;

/**
 * The model was commended.
 *
 * @param year the term, 2000 to 2100
 * @param no number within the model, from 1
 * @param form of the award
 * @param basis yearly, for a period, at once
 * @param decision the decision
 * @param merit the sentence on the certificate
 * @param recipients who receives it
 * @param periodFrom first year of a period
 * @param periodTo last year of a period
 */
public record ModelCommended(
    int year,
    int no,
    CommendationForm form,
    CommendationBasis basis,
    Decision decision,
    String merit,
    List<Recipient> recipients,
    @Nullable Integer periodFrom,
    @Nullable Integer periodTo)
    implements ModelEvent {}
