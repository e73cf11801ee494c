package vn.danvankheo.command.model.domain;

import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.Decision;
import vn.danvankheo.events.vocabulary.RevocationGround;

/**
 * Takes a commendation back, for the context's reason.
 *
 * @param id the model's id
 * @param year the term; null means the latest
 * @param commendation its number in the model, from 1
 * @param ground the legal ground
 * @param decision the awarding body's decision
 * @param bonusRecovered whether the money came back; null when unknown
 */
public record RevokeCommendation(
    String id,
    @Nullable Integer year,
    int commendation,
    RevocationGround ground,
    Decision decision,
    @Nullable Boolean bonusRecovered)
    implements ModelCommand {
  @Override
  public String aggregateId() {
    return id;
  }
}
