package vn.danvankheo.query.views.plans;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.danvankheo.events.state.PlanState;
import vn.danvankheo.query.views.units.UnitTree;

/** All plans, and which of them a unit works by: its own, or that of the nearest unit above. */
public final class PlanBook {
  private final Map<String, PlanState> plans = new LinkedHashMap<>();

  /**
   * Makes a book.
   *
   * @param all every plan
   */
  public PlanBook(Collection<PlanState> all) {
    all.forEach(plan -> plans.put(plan.code(), plan));
  }

  /**
   * All plans.
   *
   * @return in no order
   */
  public Collection<PlanState> all() {
    return plans.values();
  }

  /**
   * A plan.
   *
   * @param code {@code {unitCode}-{year}}
   * @return empty when there is none
   */
  public Optional<PlanState> find(String code) {
    return Optional.ofNullable(plans.get(code));
  }

  /**
   * The plan that a unit works by.
   *
   * @param unitCode the unit
   * @param year the year
   * @param tree the units
   * @param day the day on which the tree is looked at
   * @return empty when none was issued
   */
  public Optional<PlanState> planFor(String unitCode, int year, UnitTree tree, LocalDate day) {
    return tree.upwards(unitCode, day).stream()
        .map(code -> plans.get(code + "-" + year))
        .filter(plan -> plan != null)
        .findFirst();
  }

  /**
   * The units that work by a plan.
   *
   * @param plan the plan
   * @param tree the units
   * @param day the day on which the tree is looked at
   * @return the issuing unit's code and those under it that have no nearer plan
   */
  public Set<String> unitsOf(PlanState plan, UnitTree tree, LocalDate day) {
    int year = plan.content().year();
    Set<String> units =
        new LinkedHashSet<>(new TreeSet<>(tree.under(plan.content().unitCode(), day)));
    units.removeIf(
        code ->
            planFor(code, year, tree, day).filter(own -> own.code().equals(plan.code())).isEmpty());
    return units;
  }
}
