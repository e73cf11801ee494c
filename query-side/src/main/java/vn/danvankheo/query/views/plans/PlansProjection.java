package vn.danvankheo.query.views.plans;

import java.util.List;
import vn.danvankheo.events.plan.PlanEvent;
import vn.danvankheo.events.state.PlanState;
import vn.danvankheo.query.audit.entry.AuditEntry;
import vn.danvankheo.query.mongo.ViewIndex;
import vn.danvankheo.query.projecting.RecordProjection;
import vn.danvankheo.query.serving.Views;

/** Plans. */
public final class PlansProjection {
  private PlansProjection() {}

  /**
   * Describes the view.
   *
   * @return one document for each, one for each version and one for each event
   */
  public static RecordProjection<PlanState, PlanEvent> projection() {
    return new RecordProjection<>(
            Views.PLANS,
            2,
            "plan",
            PlanState.class,
            PlanEvent.class,
            PlanState::apply,
            PlanState::code,
            List.of(ViewIndex.on("content.year", "content.unitCode")))
        .keepingVersions()
        .with(AuditEntry.EMITTER);
  }
}
