package vn.danvankheo.command.unit.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.command.domain.Context;
import vn.danvankheo.command.domain.Decider;
import vn.danvankheo.command.domain.Decisions;
import vn.danvankheo.events.Recorded;
import vn.danvankheo.events.state.UnitState;
import vn.danvankheo.events.unit.UnitEvent;

/** All decisions about units. */
public final class UnitDecider implements Decider<UnitCommand, UnitState, UnitEvent> {
  private static final Decisions<UnitCommand, UnitState, UnitEvent> DECISIONS =
      Decisions.<UnitCommand, UnitState, UnitEvent>over(UnitCommand.class)
          .onNew(RegisterUnit.class, Reorganizing::register)
          .on(ReorganizeUnit.class, Reorganizing::reorganize)
          .on(MergeUnit.class, Ending::merge)
          .on(SplitUnit.class, Ending::split)
          .on(DissolveUnit.class, Ending::dissolve)
          .on(SendUnitReminder.class, UnitReminding::remind)
          .build();

  @Override
  public List<UnitEvent> decide(UnitCommand command, @Nullable UnitState state, Context context) {
    return DECISIONS.decide(command, state, context);
  }

  @Override
  public UnitState evolve(@Nullable UnitState state, Recorded<? extends UnitEvent> recorded) {
    return UnitState.apply(state, recorded);
  }
}
