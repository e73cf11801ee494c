package vn.danvankheo.command.execution;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import vn.danvankheo.command.domain.Decider;
import vn.danvankheo.command.replication.domain.ReplicationCommand;
import vn.danvankheo.events.model.ModelReplicated;
import vn.danvankheo.events.state.Takeover;

@AggregateRoot(type = Takeover.AGGREGATE_TYPE)
final class ReplicationAggregate
    extends DecidedAggregate<ReplicationCommand, Takeover, ModelReplicated> {
  ReplicationAggregate(
      Decider<ReplicationCommand, Takeover, ModelReplicated> decider, Stored<Takeover> stored) {
    super(AggregateKind.REPLICATION, decider, stored);
  }

  @CommandHandler(commandName = Takeover.AGGREGATE_TYPE + AggregateKind.CREATE)
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void create(Dispatch dispatch) {
    decide(dispatch);
  }

  @CommandHandler(commandName = Takeover.AGGREGATE_TYPE + AggregateKind.CHANGE)
  void change(Dispatch dispatch) {
    decide(dispatch);
  }
}
