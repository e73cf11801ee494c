package vn.danvankheo.command.execution;

import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AbstractAggregateFactory;
import org.axonframework.modelling.command.inspection.AggregateModel;
import vn.danvankheo.command.execution.DecidedAggregate.Stored;

/** Makes empty shells; one that comes from a snapshot is taken as it is. */
final class ShellFactory<S, A> extends AbstractAggregateFactory<A> {
  private final Function<Stored<S>, A> shell;

  ShellFactory(AggregateModel<A> model, Function<Stored<S>, A> shell) {
    super(model);
    this.shell = shell;
  }

  @Override
  @SuppressWarnings("rawtypes") // as Axon has it
  protected A doCreateAggregate(String aggregateIdentifier, DomainEventMessage firstEvent) {
    return shell.apply(Stored.nothing(aggregateIdentifier));
  }
}
