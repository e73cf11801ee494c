package vn.danvankheo.command.execution;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import vn.danvankheo.command.domain.Decider;
import vn.danvankheo.command.plan.domain.PlanCommand;
import vn.danvankheo.events.plan.PlanEvent;
import vn.danvankheo.events.state.PlanState;

@AggregateRoot(type = PlanCommand.AGGREGATE_TYPE)
final class PlanAggregate extends DecidedAggregate<PlanCommand, PlanState, PlanEvent> {
  PlanAggregate(Decider<PlanCommand, PlanState, PlanEvent> decider, Stored<PlanState> stored) {
    super(AggregateKind.PLAN, decider, stored);
  }

  @CommandHandler(commandName = PlanCommand.AGGREGATE_TYPE + AggregateKind.CREATE)
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void create(Dispatch dispatch) {
    decide(dispatch);
  }

  @CommandHandler(commandName = PlanCommand.AGGREGATE_TYPE + AggregateKind.CHANGE)
  void change(Dispatch dispatch) {
    decide(dispatch);
  }
}
