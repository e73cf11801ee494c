package vn.danvankheo.command.rating.domain;

import vn.danvankheo.events.vocabulary.Decision;
import vn.danvankheo.events.vocabulary.Rating;

/**
 * Rates a unit's mass-mobilisation work of a year, for the context's reason.
 *
 * @param unitCode the unit
 * @param year the year, 2000 to 2100
 * @param rating the class
 * @param decision the signed decision
 */
public record RateUnit(String unitCode, int year, Rating rating, Decision decision)
    implements RatingCommand {
  @Override
  public String aggregateId() {
    return RatingCommand.aggregateId(unitCode, year);
  }
}
