package vn.danvankheo.events.rating;

import vn.danvankheo.events.vocabulary.Decision;
import vn.danvankheo.events.vocabulary.Rating;

/**
 * A unit's mass-mobilisation work was rated for a year.
 *
 * @param unitCode the unit
 * @param year the year, 2000 to 2100
 * @param rating the class
 * @param decision the decision
 * @param reason why
 */
public record UnitRated(String unitCode, int year, Rating rating, Decision decision, String reason)
    implements RatingEvent {}
