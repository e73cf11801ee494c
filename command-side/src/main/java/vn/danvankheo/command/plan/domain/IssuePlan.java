package vn.danvankheo.command.plan.domain;

import vn.danvankheo.events.plan.PlanContent;

/**
 * Issues a plan; its code is {@code {unitCode}-{year}}.
 *
 * @param content the whole plan; unit and year are there
 */
public record IssuePlan(PlanContent content) implements PlanCommand {
  @Override
  public String aggregateId() {
    return PlanCommand.aggregateId(PlanCommand.codeOf(content));
  }
}
