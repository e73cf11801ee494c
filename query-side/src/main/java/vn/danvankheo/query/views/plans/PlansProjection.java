package vn.danvankheo.query.views.plans;

import java.util.List;
import vn.danvankheo.events.plan.PlanEvent;
import vn.danvankheo.events.state.PlanState;
import vn.danvankheo.query.mongo.ViewIndex;
import vn.danvankheo.query.projecting.RecordProjection;

/** Plans. */
public final class PlansProjection {
  /** The view's name. */
  public static final String VIEW = "plans";

  private PlansProjection() {}

  /**
   * Describes the view.
   *
   * @return one document for each
   */
  public static RecordProjection<PlanState, PlanEvent> projection() {
    return new RecordProjection<>(
        VIEW,
        1,
        "plan",
        PlanState.class,
        PlanEvent.class,
        PlanState::apply,
        PlanState::code,
        List.of(ViewIndex.on("content.year", "content.unitCode")));
  }
}
