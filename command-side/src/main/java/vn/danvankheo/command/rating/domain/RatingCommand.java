package vn.danvankheo.command.rating.domain;

import vn.danvankheo.command.domain.Command;

/** A wish about a unit's yearly rating. */
public sealed interface RatingCommand extends Command permits RateUnit {
  /** The stored name of the aggregate's type. */
  String AGGREGATE_TYPE = "rating";

  /**
   * The id of a rating's stream.
   *
   * @param unitCode the unit
   * @param year the year
   * @return {@code rating:{unitCode}-{year}}
   */
  static String aggregateId(String unitCode, int year) {
    return AGGREGATE_TYPE + ':' + unitCode + '-' + year;
  }
}
