package vn.danvankheo.query.views.units;

import java.util.List;
import vn.danvankheo.events.state.UnitState;
import vn.danvankheo.events.unit.UnitEvent;
import vn.danvankheo.query.audit.entry.AuditEntry;
import vn.danvankheo.query.projecting.RecordProjection;
import vn.danvankheo.query.serving.Views;

/** Units with their names and places by day. */
public final class UnitsProjection {
  private UnitsProjection() {}

  /**
   * Describes the view.
   *
   * @return one document for each, one for each version and one for each event
   */
  public static RecordProjection<UnitState, UnitEvent> projection() {
    return new RecordProjection<>(
            Views.UNITS,
            3,
            "unit",
            UnitState.class,
            UnitEvent.class,
            UnitState::apply,
            UnitState::code,
            List.of())
        .keepingVersions()
        .with(AuditEntry.EMITTER);
  }
}
