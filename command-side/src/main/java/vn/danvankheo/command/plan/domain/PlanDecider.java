package vn.danvankheo.command.plan.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.command.domain.Context;
import vn.danvankheo.command.domain.Decider;
import vn.danvankheo.command.domain.Decisions;
import vn.danvankheo.events.Recorded;
import vn.danvankheo.events.plan.PlanEvent;
import vn.danvankheo.events.state.PlanState;

/** All decisions about plans. */
public final class PlanDecider implements Decider<PlanCommand, PlanState, PlanEvent> {
  private static final Decisions<PlanCommand, PlanState, PlanEvent> DECISIONS =
      Decisions.<PlanCommand, PlanState, PlanEvent>over(PlanCommand.class)
          .onNew(IssuePlan.class, Planning::issue)
          .on(AmendPlan.class, Planning::amend)
          .build();

  @Override
  public List<PlanEvent> decide(PlanCommand command, @Nullable PlanState state, Context context) {
    return DECISIONS.decide(command, state, context);
  }

  @Override
  public PlanState evolve(@Nullable PlanState state, Recorded<? extends PlanEvent> recorded) {
    return PlanState.apply(state, recorded);
  }
}
