package vn.danvankheo.command.plan.domain;

import vn.danvankheo.command.domain.Command;
import vn.danvankheo.events.plan.PlanContent;

/** A wish about a yearly plan. */
public sealed interface PlanCommand extends Command permits IssuePlan, AmendPlan {
  /** The stored name of the aggregate's type. */
  String AGGREGATE_TYPE = "plan";

  /**
   * The id of a plan's stream.
   *
   * @param code {@code {unitCode}-{year}}
   * @return {@code plan:{code}}
   */
  static String aggregateId(String code) {
    return AGGREGATE_TYPE + ':' + code;
  }

  /**
   * The code of a plan.
   *
   * @param content a whole plan
   * @return {@code {unitCode}-{year}}
   */
  static String codeOf(PlanContent content) {
    return content.unitCode() + "-" + content.year();
  }
}
