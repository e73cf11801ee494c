package vn.danvankheo.command.reference;

import java.util.HashMap;
import java.util.Map;
import vn.danvankheo.events.state.AccountState;
import vn.danvankheo.events.state.PlanState;
import vn.danvankheo.events.state.ReportState;
import vn.danvankheo.events.state.UnitState;

/**
 * All units, plans, accounts and issued reports after the events up to a position; never changes.
 *
 * @param position the newest event's place in the log; 0 when there is none
 * @param units by code
 * @param plans by code
 * @param accounts by user name
 * @param reports by id
 */
record Registry(
    long position,
    Map<String, UnitState> units,
    Map<String, PlanState> plans,
    Map<String, AccountState> accounts,
    Map<String, ReportState> reports) {
  static final Registry EMPTY = new Registry(0, Map.of(), Map.of(), Map.of(), Map.of());

  /** This registry with some states replaced. */
  Registry with(Iterable<? extends Record> states) {
    Map<String, UnitState> newUnits = new HashMap<>(units);
    Map<String, PlanState> newPlans = new HashMap<>(plans);
    Map<String, AccountState> newAccounts = new HashMap<>(accounts);
    Map<String, ReportState> newReports = new HashMap<>(reports);
    for (Record state : states) {
      if (state instanceof UnitState unit) {
        newUnits.put(unit.code(), unit);
      } else if (state instanceof PlanState plan) {
        newPlans.put(plan.code(), plan);
      } else if (state instanceof AccountState account) {
        newAccounts.put(account.userName(), account);
      } else if (state instanceof ReportState report) {
        newReports.put(report.id(), report);
      } else {
        throw new IllegalArgumentException("Nobody refers to a " + state.getClass());
      }
    }
    return new Registry(position, newUnits, newPlans, newAccounts, newReports);
  }
}
