package vn.danvankheo.command.execution;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import vn.danvankheo.command.domain.Decider;
import vn.danvankheo.command.unit.domain.UnitCommand;
import vn.danvankheo.events.state.UnitState;
import vn.danvankheo.events.unit.UnitEvent;

@AggregateRoot(type = UnitCommand.AGGREGATE_TYPE)
final class UnitAggregate extends DecidedAggregate<UnitCommand, UnitState, UnitEvent> {
  UnitAggregate(Decider<UnitCommand, UnitState, UnitEvent> decider, Stored<UnitState> stored) {
    super(AggregateKind.UNIT, decider, stored);
  }

  @CommandHandler(commandName = UnitCommand.AGGREGATE_TYPE + AggregateKind.CREATE)
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void create(Dispatch dispatch) {
    decide(dispatch);
  }

  @CommandHandler(commandName = UnitCommand.AGGREGATE_TYPE + AggregateKind.CHANGE)
  void change(Dispatch dispatch) {
    decide(dispatch);
  }
}
