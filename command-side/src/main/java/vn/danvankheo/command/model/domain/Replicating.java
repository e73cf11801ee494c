package vn.danvankheo.command.model.domain;

import java.util.List;
import java.util.Map;
import vn.danvankheo.command.domain.Context;
import vn.danvankheo.command.domain.Faults;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.command.domain.RuleBroken;
import vn.danvankheo.command.domain.Units;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.state.ModelState;

/**
 * Letting another unit take a model over. Nothing happens to the source: the takeover is recorded
 * in a stream of its own, and the copy is registered like any other model.
 */
final class Replicating {
  private Replicating() {}

  static List<ModelEvent> replicate(ReplicateModel command, ModelState state, Context context) {
    Units.mayActFor(command.unitCode(), context);
    if (!state.everRecognized()) {
      throw new RuleBroken(Rule.SOURCE_NOT_RECOGNIZED);
    }
    if (command.unitCode().equals(state.form().unitCode())) {
      throw new RuleBroken(Rule.SAME_UNIT, Map.of("unitCode", command.unitCode()));
    }
    // Only the oldest takeovers are in the source's own stream.
    boolean already =
        state.replicas().stream()
            .anyMatch(r -> r.unitCode().equals(command.unitCode()) && r.year() == command.year());
    if (already) {
      throw new RuleBroken(
          Rule.ALREADY_REPLICATED, Map.of("unitCode", command.unitCode(), "year", command.year()));
    }
    Faults faults = new Faults();
    faults.unitKnown("/unitCode", command.unitCode(), context.reference());
    FormRules.checkObjectives(command.objectives(), faults);
    faults.refuse();
    return List.of();
  }
}
