package vn.danvankheo.command.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.danvankheo.events.state.PlanState;
import vn.danvankheo.events.state.UnitState;
import vn.danvankheo.events.vocabulary.Role;

/** Rules about units that all aggregates share. */
public final class Units {
  private Units() {}

  /**
   * Lets a clerk act for the own unit and those under it alone; every other role is unbound.
   *
   * @param unitCode the unit acted for
   * @param context the actor and the units
   * @throws RuleBroken {@code NOT_YOUR_UNIT}
   */
  public static void mayActFor(String unitCode, Context context) {
    String own = context.actor().unitCode();
    boolean bound = context.actor().role() == Role.CLERK;
    if (bound && (own == null || !context.reference().isUnder(unitCode, own))) {
      throw new RuleBroken(Rule.NOT_YOUR_UNIT, Map.of("unitCode", unitCode));
    }
  }

  /**
   * The unit that has the duties of another one on a day: itself, or once it ended its only
   * successor's. Chains end, because a successor never had an end when it was named.
   *
   * @param code the unit
   * @param day the day
   * @param reference tells the units
   * @return empty when it is unknown, not yet there, or ended without one successor
   */
  public static Optional<UnitState> inCharge(String code, LocalDate day, Reference reference) {
    Optional<UnitState> unit = reference.unit(code);
    while (unit.isPresent() && endedBy(unit.get(), day)) {
      List<String> successors = unit.get().end().successors();
      unit = successors.size() == 1 ? reference.unit(successors.get(0)) : Optional.empty();
    }
    return unit.filter(candidate -> candidate.aliveOn(day));
  }

  /**
   * Wants a unit that is there on a day.
   *
   * @param code a unit that is known
   * @param day the day
   * @param reference tells the units
   * @throws RuleBroken {@code UNIT_NOT_ACTIVE}
   */
  public static void aliveOn(String code, LocalDate day, Reference reference) {
    if (reference.unit(code).filter(unit -> unit.aliveOn(day)).isEmpty()) {
      throw new RuleBroken(Rule.UNIT_NOT_ACTIVE, Map.of("unitCode", code, "day", day));
    }
  }

  /**
   * The plan that a unit works by.
   *
   * @param unitCode the unit
   * @param year the plan's year
   * @param reference tells the plans
   * @return the plan
   * @throws RuleBroken {@code PLAN_NOT_ISSUED}
   */
  public static PlanState plan(String unitCode, int year, Reference reference) {
    return reference
        .planFor(unitCode, year)
        .orElseThrow(
            () -> new RuleBroken(Rule.PLAN_NOT_ISSUED, Map.of("unitCode", unitCode, "year", year)));
  }

  private static boolean endedBy(UnitState unit, LocalDate day) {
    return unit.end() != null && !day.isBefore(unit.end().on());
  }
}
