package vn.danvankheo.command.unit.domain;

import java.util.List;
import java.util.Map;
import vn.danvankheo.command.domain.Context;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.command.domain.RuleBroken;
import vn.danvankheo.events.state.Duties;
import vn.danvankheo.events.state.UnitState;
import vn.danvankheo.events.unit.UnitEvent;
import vn.danvankheo.events.unit.UnitReminderSent;

/** Reminding a unit of what is late and no single model's. */
final class UnitReminding {
  private UnitReminding() {}

  static List<UnitEvent> remind(SendUnitReminder command, UnitState state, Context context) {
    int year = command.year() == null ? command.dueOn().getYear() : command.year();
    int registered = context.reference().registeredModels(state.code(), year);
    boolean late =
        state.aliveOn(context.today())
            && context.reference().planFor(state.code(), year).stream()
                .flatMap(plan -> Duties.ofUnit(state.code(), plan, registered).stream())
                .anyMatch(duty -> duty.kind() == command.about() && duty.lateOn(context.today()));
    if (!late) {
      throw new RuleBroken(Rule.NOTHING_DUE, Map.of("about", command.about()));
    }
    return List.of(new UnitReminderSent(year, command.about(), command.dueOn(), command.message()));
  }
}
