package vn.danvankheo.query.reporting.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.danvankheo.events.state.PlanState;
import vn.danvankheo.events.state.RatingState;
import vn.danvankheo.events.state.ReportState;
import vn.danvankheo.query.views.plans.PlanBook;
import vn.danvankheo.query.views.units.UnitTree;

/**
 * What a report knows besides the models, at its position.
 *
 * @param units in the order of their registration
 * @param plans all plans
 * @param ratings all ratings
 * @param reports issued reports, in the order of their issue
 */
public record Knowledge(
    UnitTree units, PlanBook plans, List<RatingState> ratings, List<ReportState> reports) {
  /** Freezes the lists. */
  public Knowledge {
    ratings = List.copyOf(ratings);
    reports = List.copyOf(reports);
  }

  /**
   * The plan that a unit works by.
   *
   * @param unitCode the unit
   * @param year the year
   * @param on the day on which the tree is looked at
   * @return empty when none was issued
   */
  Optional<PlanState> planFor(String unitCode, int year, LocalDate on) {
    return plans.planFor(unitCode, year, units, on);
  }
}
