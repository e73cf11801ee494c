package vn.danvankheo.command.execution;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import vn.danvankheo.command.domain.Decider;
import vn.danvankheo.command.model.domain.ModelCommand;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.state.ModelState;

@AggregateRoot(type = ModelCommand.AGGREGATE_TYPE)
final class ModelAggregate extends DecidedAggregate<ModelCommand, ModelState, ModelEvent> {
  ModelAggregate(Decider<ModelCommand, ModelState, ModelEvent> decider, Stored<ModelState> stored) {
    super(AggregateKind.MODEL, decider, stored);
  }

  @CommandHandler(commandName = ModelCommand.AGGREGATE_TYPE + AggregateKind.CREATE)
  @CreationPolicy(AggregateCreationPolicy.ALWAYS)
  void create(Dispatch dispatch) {
    decide(dispatch);
  }

  @CommandHandler(commandName = ModelCommand.AGGREGATE_TYPE + AggregateKind.CHANGE)
  void change(Dispatch dispatch) {
    decide(dispatch);
  }
}
