package vn.danvankheo.events.rating;

import vn.danvankheo.events.DomainEvent;

/** Something that happened to a unit's yearly rating. */
public sealed interface RatingEvent extends DomainEvent permits UnitRated {}
