package vn.danvankheo.command.plan.domain;

import java.util.Set;
import vn.danvankheo.events.plan.PlanContent;

/**
 * Amends a plan.
 *
 * @param code {@code {unitCode}-{year}}
 * @param set the new values; null where nothing was said
 * @param cleared names of parts that were emptied
 */
public record AmendPlan(String code, PlanContent set, Set<String> cleared) implements PlanCommand {
  /** Keeps its own copies of the lists. */
  public AmendPlan {
    cleared = Set.copyOf(cleared);
  }

  @Override
  public String aggregateId() {
    return PlanCommand.aggregateId(code);
  }
}
