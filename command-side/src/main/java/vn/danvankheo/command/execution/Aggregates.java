package vn.danvankheo.command.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import vn.danvankheo.command.eventstore.SnapshotType;
import vn.danvankheo.command.execution.DecidedAggregate.Stored;
import vn.danvankheo.events.serialization.EventJson;
import vn.danvankheo.events.state.AccountState;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.state.PlanState;
import vn.danvankheo.events.state.RatingState;
import vn.danvankheo.events.state.ReportState;
import vn.danvankheo.events.state.Takeover;
import vn.danvankheo.events.state.UnitState;

/** The kinds of shells, and how Axon loads, keeps and calls each. */
final class Aggregates {
  private final List<Shell<?, ?>> shells;

  Aggregates(Deciders deciders) {
    shells =
        List.of(
            new Shell<>(
                AggregateKind.MODEL,
                ModelAggregate.class,
                ModelState.class,
                stored -> new ModelAggregate(deciders.model(), stored)),
            new Shell<>(
                AggregateKind.UNIT,
                UnitAggregate.class,
                UnitState.class,
                stored -> new UnitAggregate(deciders.unit(), stored)),
            new Shell<>(
                AggregateKind.PLAN,
                PlanAggregate.class,
                PlanState.class,
                stored -> new PlanAggregate(deciders.plan(), stored)),
            new Shell<>(
                AggregateKind.ACCOUNT,
                AccountAggregate.class,
                AccountState.class,
                stored -> new AccountAggregate(deciders.account(), stored)),
            new Shell<>(
                AggregateKind.RATING,
                RatingAggregate.class,
                RatingState.class,
                stored -> new RatingAggregate(deciders.rating(), stored)),
            new Shell<>(
                AggregateKind.REPORT,
                ReportAggregate.class,
                ReportState.class,
                stored -> new ReportAggregate(deciders.report(), stored)),
            new Shell<>(
                AggregateKind.REPLICATION,
                ReplicationAggregate.class,
                Takeover.class,
                stored -> new ReplicationAggregate(deciders.replication(), stored)));
  }

  List<SnapshotType<?, ?>> snapshotTypes() {
    List<SnapshotType<?, ?>> types = new ArrayList<>();
    shells.forEach(shell -> types.add(shell.snapshotType()));
    return types;
  }

  /** A shell as Axon would have it of what was decided. */
  Object shell(Decided decided) {
    return shells.stream()
        .filter(shell -> shell.kind() == decided.kind())
        .findFirst()
        .orElseThrow()
        .of(decided);
  }

  void subscribe(
      CommandBus bus,
      EventStore events,
      LockFactory locks,
      Cache cache,
      SnapshotTriggerDefinition snapshots) {
    shells.forEach(shell -> shell.subscribe(bus, events, locks, cache, snapshots));
  }

  private record Shell<S extends Record, A extends DecidedAggregate<?, S, ?>>(
      AggregateKind kind,
      Class<A> type,
      Class<S> stateType,
      AggregateModel<A> model,
      Function<Stored<S>, A> make) {

    Shell(AggregateKind kind, Class<A> type, Class<S> stateType, Function<Stored<S>, A> make) {
      this(kind, type, stateType, AnnotatedAggregateMetaModelFactory.inspectAggregate(type), make);
    }

    A of(Decided decided) {
      return make.apply(
          new Stored<>(decided.aggregateId(), decided.version(), stateType.cast(decided.after())));
    }

    AggregateFactory<A> factory() {
      return new ShellFactory<>(model, make);
    }

    SnapshotType<A, Stored<S>> snapshotType() {
      return new SnapshotType<>(
          kind.type(),
          type,
          EventJson.stored().getTypeFactory().constructParametricType(Stored.class, stateType),
          DecidedAggregate::stored,
          make);
    }

    void subscribe(
        CommandBus bus,
        EventStore events,
        LockFactory locks,
        Cache cache,
        SnapshotTriggerDefinition snapshots) {
      EventSourcingRepository<A> repository =
          EventSourcingRepository.builder(type)
              .aggregateModel(model)
              .aggregateFactory(factory())
              .eventStore(events)
              .lockFactory(locks)
              .cache(cache)
              .snapshotTriggerDefinition(snapshots)
              .build();
      AggregateAnnotationCommandHandler.<A>builder()
          .repository(repository)
          .aggregateModel(model)
          .commandTargetResolver(Shell::target)
          .creationPolicyAggregateFactory(id -> make.apply(Stored.nothing((String) id)))
          .build()
          .subscribe(bus);
    }

    private static VersionedAggregateIdentifier target(CommandMessage<?> message) {
      Dispatch dispatch = (Dispatch) message.getPayload();
      return new VersionedAggregateIdentifier(dispatch.command().aggregateId(), null);
    }
  }
}
