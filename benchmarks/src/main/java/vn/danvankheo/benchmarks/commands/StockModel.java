package vn.danvankheo.benchmarks.commands;

import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.SourceId;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.command.domain.Context;
import vn.danvankheo.command.model.domain.ModelCommand;
import vn.danvankheo.command.model.domain.ModelDecider;
import vn.danvankheo.events.Recorded;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.state.ModelState;

/** A model as Axon's guide would have it, with the same decisions as ours. */
final class StockModel {
  private static final ModelDecider DECIDER = new ModelDecider();

  @AggregateIdentifier private @Nullable String id;
  private @Nullable ModelState state;

  /** Made by Axon. */
  StockModel() {}

  @CommandHandler
  void handle(Decide decide) {
    DECIDER
        .decide(decide.command(), state, decide.context())
        .forEach(event -> AggregateLifecycle.apply(event));
  }

  @EventSourcingHandler
  void on(
      ModelEvent event,
      @SourceId String source,
      @SequenceNumber long number,
      @Timestamp Instant at) {
    id = source;
    state = DECIDER.evolve(state, new Recorded<>(source, number, at, event));
  }

  @Override
  public String toString() {
    return "model " + id;
  }

  /**
   * A command on its way.
   *
   * @param id the model
   * @param command the wish
   * @param context what the decision needs from outside
   */
  record Decide(@TargetAggregateIdentifier String id, ModelCommand command, Context context) {}
}
