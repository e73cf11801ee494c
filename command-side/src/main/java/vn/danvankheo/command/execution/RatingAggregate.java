package vn.danvankheo.command.execution;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import vn.danvankheo.command.domain.Decider;
import vn.danvankheo.command.rating.domain.RatingCommand;
import vn.danvankheo.events.rating.RatingEvent;
import vn.danvankheo.events.state.RatingState;

@AggregateRoot(type = RatingCommand.AGGREGATE_TYPE)
final class RatingAggregate extends DecidedAggregate<RatingCommand, RatingState, RatingEvent> {
  RatingAggregate(
      Decider<RatingCommand, RatingState, RatingEvent> decider, Stored<RatingState> stored) {
    super(AggregateKind.RATING, decider, stored);
  }

  @CommandHandler(commandName = RatingCommand.AGGREGATE_TYPE + AggregateKind.CREATE)
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void create(Dispatch dispatch) {
    decide(dispatch);
  }

  @CommandHandler(commandName = RatingCommand.AGGREGATE_TYPE + AggregateKind.CHANGE)
  void change(Dispatch dispatch) {
    decide(dispatch);
  }
}
