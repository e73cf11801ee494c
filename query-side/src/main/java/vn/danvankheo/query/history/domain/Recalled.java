package vn.danvankheo.query.history.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.DomainEvent;
import vn.danvankheo.events.model.FindingExtended;
import vn.danvankheo.events.model.FindingRemedied;
import vn.danvankheo.events.model.RemedyConfirmed;
import vn.danvankheo.events.model.RemedyRejected;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.state.TrackedFinding;
import vn.danvankheo.events.state.UnitState;
import vn.danvankheo.events.unit.UnitRenamed;

/**
 * What an event's sentence says of the time before it, in one text that can be kept beside the
 * event: the words of the finding that it is about, or the name that a unit lost.
 */
public final class Recalled {
  private Recalled() {}

  /**
   * Looks up what the sentence needs.
   *
   * @param event the event
   * @param before the aggregate before it; null when unknown
   * @return empty when the event says all by itself, or what it names is not there
   */
  public static Optional<String> of(DomainEvent event, @Nullable Record before) {
    if (before instanceof UnitState unit && event instanceof UnitRenamed) {
      return Optional.of(unit.names().get(unit.names().size() - 1).name());
    }
    if (before instanceof ModelState model) {
      if (event instanceof FindingRemedied e) {
        return finding(model, e.inspection(), e.finding());
      }
      if (event instanceof RemedyConfirmed e) {
        return finding(model, e.inspection(), e.finding());
      }
      if (event instanceof RemedyRejected e) {
        return finding(model, e.inspection(), e.finding());
      }
      if (event instanceof FindingExtended e) {
        return finding(model, e.inspection(), e.finding());
      }
    }
    return Optional.empty();
  }

  /** An event names a finding by its numbers; its words are the inspection's. */
  private static Optional<String> finding(ModelState model, int inspection, int finding) {
    return model
        .inspections()
        .filter(i -> i.no() == inspection)
        .flatMap(i -> i.findings().stream())
        .filter(f -> f.no() == finding)
        .map(TrackedFinding::text)
        .findFirst();
  }
}
