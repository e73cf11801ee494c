package vn.danvankheo.command.execution;

import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.command.domain.Command;
import vn.danvankheo.command.domain.Context;
import vn.danvankheo.command.eventstore.Appends;
import vn.danvankheo.command.reference.TransactionReference;
import vn.danvankheo.events.metadata.EventMetadata;

/** One try at a request, within one unit of work and one transaction. */
final class Attempt {
  private final UnitOfWork<?> unit;
  private final CommandBus bus;
  private final LogHead head;
  private final Snapshots snapshots;
  private final EventMetadata metadata;
  private final TransactionReference reference;
  private final Context context;

  Attempt(
      UnitOfWork<?> unit,
      CommandBus bus,
      LogHead head,
      Snapshots snapshots,
      EventMetadata metadata,
      TransactionReference reference,
      Context context) {
    this.unit = unit;
    this.bus = bus;
    this.head = head;
    this.snapshots = snapshots;
    this.metadata = metadata;
    this.reference = reference;
    this.context = context;
  }

  /**
   * Has the aggregate decide. Its events are staged and written when the unit of work ends.
   *
   * @throws RuntimeException what the decision or the loading threw
   */
  Decided perform(Command command, Expectation expectation) {
    AggregateKind kind = AggregateKind.of(command);
    if (kind.referenced()) {
      reference.lock();
    }
    Dispatch dispatch = new Dispatch(command, expectation, context, metadata);
    String name = kind.messageName(expectation);
    CommandMessage<Dispatch> message =
        new GenericCommandMessage<>(new GenericMessage<>(dispatch), name);
    bus.<Dispatch, Object>dispatch(message, (sent, result) -> rethrow(command, result));
    Decided decided = dispatch.decided();
    if (kind.referenced() && decided.after() != null) {
      reference.decided(decided.after());
    }
    if (SnapshotDue.take(unit, decided.aggregateId())) {
      unit.afterCommit(committed -> snapshots.store(decided));
    }
    return decided;
  }

  /** The same try for a command that has a reason and a basis of its own. */
  Attempt because(@Nullable String reason, @Nullable String basis) {
    EventMetadata own =
        new EventMetadata(
            metadata.actor(),
            reason,
            basis,
            metadata.clientAddress(),
            metadata.requestId(),
            metadata.traceId(),
            metadata.command());
    return new Attempt(
        unit,
        bus,
        head,
        snapshots,
        own,
        reference,
        new Context(context.now(), context.actor(), reason, context.reference()));
  }

  /** What comes into its decisions from outside. */
  Context context() {
    return context;
  }

  /**
   * Lets it decide by what this process remembers of units and plans, without asking. Not for work
   * that keeps some refusals and goes on: a refusal by what was remembered has to be tried again.
   */
  void assumeReference() {
    if (!AggregateCache.isBypassed(unit)) {
      reference.assume();
    }
  }

  /** Lets its events be written with those of others, when it touches nothing else. */
  void gather() {
    if (!AggregateCache.isBypassed(unit)) {
      Appends.of(unit).gather();
    }
  }

  /** The units and plans it was decided by; negative when they were read in its transaction. */
  long assumedReference() {
    return reference.assumedAt();
  }

  /** Whether it rests on what was in memory, so that the log may know better. */
  boolean restsOnMemory() {
    return AggregateCache.wasUsedBy(unit) || reference.assumed();
  }

  /**
   * Makes sure that what was remembered of units and plans still held when the events were written.
   *
   * @throws StaleAggregate when it has to be decided anew
   */
  void confirm(Appends appends) {
    if (!reference.holds(appends.reference())) {
      throw new StaleAggregate();
    }
  }

  private static void rethrow(Command command, CommandResultMessage<?> result) {
    if (!result.isExceptional()) {
      return;
    }
    Throwable thrown = result.exceptionResult();
    if (thrown instanceof AggregateNotFoundException) {
      throw new AggregateUnknown(command.aggregateId());
    }
    if (thrown instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (thrown instanceof Error error) {
      throw error;
    }
    throw new IllegalStateException(thrown);
  }

  /** The place of the last event of units, plans or accounts; 0 when none was written. */
  static long lastReferenced(Appends appends) {
    return appends.events().stream()
        .filter(event -> AggregateKind.ofType(event.aggregateType()).referenced())
        .mapToLong(Appends.Appended::position)
        .max()
        .orElse(0);
  }

  /** What became of one decision; only right once the events are written. */
  CommandResult result(Decided decided, Appends appends) {
    List<Appends.Appended> own =
        appends.events().stream()
            .filter(event -> event.aggregateId().equals(decided.aggregateId()))
            .toList();
    if (own.isEmpty()) {
      return unchanged(decided);
    }
    return new CommandResult(
        decided.aggregateId(),
        own.get(own.size() - 1).version(),
        lastPosition(appends),
        own.stream().map(Appends.Appended::eventId).toList());
  }

  static long lastPosition(Appends appends) {
    List<Appends.Appended> events = appends.events();
    return events.isEmpty() ? 0 : events.get(events.size() - 1).position();
  }

  private CommandResult unchanged(Decided decided) {
    long position = confirmUnchanged(decided).position();
    return new CommandResult(decided.aggregateId(), decided.version(), position, List.of());
  }

  /**
   * Nothing was written on an aggregate, so nothing has proved yet that it was up to date.
   *
   * @throws StaleAggregate when it has to be decided anew
   */
  LogHead.Head confirmUnchanged(Decided decided) {
    LogHead.Head last = head.of(decided.aggregateId());
    if (last == null || last.version() != decided.version()) {
      throw new StaleAggregate();
    }
    return last;
  }
}
