package vn.danvankheo.command.domain;

import java.util.List;
import java.util.Optional;
import vn.danvankheo.events.state.PlanState;
import vn.danvankheo.events.state.ReportState;
import vn.danvankheo.events.state.UnitState;

/** What a decision may know of other aggregates, consistent within its transaction. */
public interface Reference {
  /**
   * A unit.
   *
   * @param code its code
   * @return empty when there is none
   */
  Optional<UnitState> unit(String code);

  /**
   * Whether a unit is another one or stands under it today, in either tree (by parent or
   * attachment). A unit that ended, with all that stood under it, stands under its only successor
   * too.
   *
   * @param code the lower unit
   * @param ancestor the upper unit
   * @return true also when both are the same
   */
  boolean isUnder(String code, String ancestor);

  /**
   * The plan a unit works by: its own or that of the nearest unit above, successors included.
   *
   * @param unitCode the unit
   * @param year the year
   * @return empty when none was issued
   */
  Optional<PlanState> planFor(String unitCode, int year);

  /**
   * How many models a unit has registered for a year.
   *
   * @param unitCode the unit
   * @param year the year
   * @return zero or more
   */
  int registeredModels(String unitCode, int year);

  /**
   * The reports a unit has issued.
   *
   * @param unitCode the unit
   * @return in no order
   */
  List<ReportState> reportsOf(String unitCode);

  /**
   * Whether a year's final report that counts a unit was issued: its own, or that of a unit above.
   *
   * @param unitCode the unit
   * @param year the year
   * @return true from the first of them on
   */
  boolean isReported(String unitCode, int year);

  /**
   * Whether somebody else can administer the installation.
   *
   * @param userName the account left out
   * @return true when another account that is not disabled has the role ADMIN
   */
  boolean hasOtherAdministrator(String userName);
}
