package vn.danvankheo.command.execution;

import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.command.domain.Command;
import vn.danvankheo.command.domain.Decider;
import vn.danvankheo.command.eventstore.StoredMetadata;
import vn.danvankheo.events.DomainEvent;
import vn.danvankheo.events.Recorded;

/**
 * The shell that Axon loads, locks and saves; everything it knows to do is asked of its decider.
 *
 * @param <C> its commands
 * @param <S> its state
 * @param <E> its events
 */
abstract class DecidedAggregate<C extends Command, S extends Record, E extends DomainEvent> {
  private final AggregateKind kind;
  private final Decider<C, S, E> decider;
  @AggregateIdentifier private final String id;
  private long version;
  private @Nullable S state;

  DecidedAggregate(AggregateKind kind, Decider<C, S, E> decider, Stored<S> stored) {
    this.kind = kind;
    this.decider = decider;
    this.id = stored.id();
    this.version = stored.version();
    this.state = stored.state();
  }

  @SuppressWarnings("unchecked") // the kind of a command decides where it is sent
  final void decide(Dispatch dispatch) {
    dispatch.expectation().check(version);
    S before = state;
    List<E> events = decider.decide((C) dispatch.command(), state, dispatch.context());
    MetaData metadata = StoredMetadata.asMetaData(dispatch.metadata());
    events.forEach(event -> AggregateLifecycle.apply(event, metadata));
    dispatch.decided(new Decided(kind, id, before, state, version));
  }

  @EventSourcingHandler
  @SuppressWarnings("unchecked") // a stream has events of its own family only
  final void on(DomainEvent event, @SequenceNumber long sequence, @Timestamp Instant at) {
    state = decider.evolve(state, new Recorded<>(id, sequence, at, (E) event));
    version = sequence;
  }

  final Stored<S> stored() {
    return new Stored<>(id, version, state);
  }

  /**
   * All that makes one aggregate itself.
   *
   * @param id its stream
   * @param version sequence number of its last event; -1 before the first
   * @param state its state; null before the first event
   * @param <S> the state's type
   */
  record Stored<S>(String id, long version, @Nullable S state) {
    static <S> Stored<S> nothing(String id) {
      return new Stored<>(id, -1, null);
    }
  }
}
