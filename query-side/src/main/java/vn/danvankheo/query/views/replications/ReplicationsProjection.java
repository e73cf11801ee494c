package vn.danvankheo.query.views.replications;

import java.util.List;
import vn.danvankheo.events.model.ModelReplicated;
import vn.danvankheo.events.state.Takeover;
import vn.danvankheo.query.audit.entry.AuditEntry;
import vn.danvankheo.query.projecting.RecordProjection;
import vn.danvankheo.query.serving.Views;

/** Takeovers of models by other units. */
public final class ReplicationsProjection {
  private ReplicationsProjection() {}

  /**
   * Describes the view.
   *
   * @return one document for each, and one for each event
   */
  public static RecordProjection<Takeover, ModelReplicated> projection() {
    return new RecordProjection<>(
            Views.REPLICATIONS,
            1,
            Takeover.AGGREGATE_TYPE,
            Takeover.class,
            ModelReplicated.class,
            Takeover::apply,
            taken -> taken.sourceId() + ":" + taken.unitCode() + ":" + taken.year(),
            List.of())
        .with(AuditEntry.EMITTER);
  }
}
