package vn.danvankheo.command.execution;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import vn.danvankheo.command.domain.Context;
import vn.danvankheo.command.eventstore.Appends;
import vn.danvankheo.command.eventstore.EventDatabase;
import vn.danvankheo.command.eventstore.SqlStates;
import vn.danvankheo.command.execution.GatheredRequest.Remembered;
import vn.danvankheo.command.reference.RegistryStore;
import vn.danvankheo.command.reference.TransactionReference;
import vn.danvankheo.command.uniqueness.ModelTitles;

/** Runs requests: each try in a unit of work and a transaction of its own. */
final class RequestRunner {
  private static final Logger LOG = LoggerFactory.getLogger(RequestRunner.class);
  private static final int TRIES = 4;
  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final Set<String> PASSING =
      Set.of(SqlStates.DEADLOCK, SqlStates.SERIALIZATION_FAILURE);

  private final CommandBus bus;
  private final TransactionManager transactions;
  private final IdempotencyStore idempotency;
  private final RegistryStore registries;
  private final ModelTitles titles;
  private final EventDatabase database;
  private final GroupCommit group;
  private final LogHead head;
  private final CommitNotifier notifier;
  private final Snapshots snapshots;
  private final Clock clock;

  RequestRunner(
      CommandBus bus,
      TransactionManager transactions,
      IdempotencyStore idempotency,
      RegistryStore registries,
      ModelTitles titles,
      EventDatabase database,
      GroupCommit group,
      LogHead head,
      CommitNotifier notifier,
      Snapshots snapshots,
      Clock clock) {
    this.bus = bus;
    this.transactions = transactions;
    this.idempotency = idempotency;
    this.registries = registries;
    this.titles = titles;
    this.database = database;
    this.group = group;
    this.head = head;
    this.notifier = notifier;
    this.snapshots = snapshots;
    this.clock = clock;
  }

  /**
   * What a request does.
   *
   * @param <R> what it comes to
   */
  @FunctionalInterface
  interface Work<R> {
    /** Decides now, and tells the outcome once the events are written. */
    Function<Appends, R> decide(Attempt attempt);
  }

  /**
   * Runs a request. The first try takes for granted that it never came before; whatever stands in
   * its way, it is tried again with its key claimed before anything is decided.
   */
  <R> Answer<R> run(CommandRequest request, Class<R> type, Work<R> work) {
    for (int tries = 1; ; tries++) {
      UnitOfWork<CommandMessage<?>> unit =
          new DefaultUnitOfWork<>(GenericCommandMessage.asCommandMessage(request));
      if (tries > 1) {
        AggregateCache.bypass(unit);
      }
      Attempt attempt = attempt(unit, request);
      try {
        return once(unit, attempt, request, type, work);
      } catch (RuntimeException e) {
        boolean mayHaveComeBefore = tries == 1 && request.idempotency() != null;
        if (tries == TRIES || !worthAnotherTry(e, attempt, mayHaveComeBefore)) {
          throw lastWord(e);
        }
        LOG.debug("Deciding anew: {}", e.toString());
      }
    }
  }

  private <R> Answer<R> once(
      UnitOfWork<CommandMessage<?>> unit,
      Attempt attempt,
      CommandRequest request,
      Class<R> type,
      Work<R> work) {
    AtomicReference<R> result = new AtomicReference<>();
    boolean claims = request.idempotency() != null && AggregateCache.isBypassed(unit);
    unit.start();
    unit.attachTransaction(transactions);
    try {
      Optional<R> known = claims ? known(request, type) : Optional.empty();
      if (known.isPresent()) {
        unit.rollback();
        return new Answer<>(known.get(), true);
      }
      Function<Appends, R> outcome = work.decide(attempt);
      // Handlers of this phase run in the order they came in: the decision has registered the one
      // that writes its events before.
      unit.onPrepareCommit(
          u -> {
            if (!Appends.of(u).gathered().isEmpty()) {
              writeWithOthers(request, attempt, Appends.of(u), outcome);
              result.set(outcome.apply(Appends.of(u)));
            } else {
              attempt.confirm(Appends.of(u));
              result.set(conclude(request, claims, Appends.of(u), outcome));
            }
          });
    } catch (RuntimeException | Error e) {
      unit.rollback(e);
      throw e;
    }
    unit.commit();
    if (!Appends.of(unit).events().isEmpty()) {
      notifier.committed();
    }
    return new Answer<>(result.get(), false);
  }

  /** Has the events and the answer written in another transaction than the unit of work's own. */
  private <R> void writeWithOthers(
      CommandRequest request, Attempt attempt, Appends appends, Function<Appends, R> outcome) {
    if (!database.isUntouched()) {
      throw new StaleAggregate();
    }
    IdempotencyKey key = request.idempotency();
    Remembered remembered =
        key == null
            ? null
            : idempotency.foreseen(
                request.metadata().actor().userName(),
                key,
                outcome.apply(appends.foreseen(IdempotencyStore.UNKNOWN_POSITION)));
    appends.wrote(
        group.write(
            new GatheredRequest(
                database.current(), appends.gathered(), attempt.assumedReference(), remembered)));
  }

  /** What is left to do between writing the events and the end of the transaction. */
  private <R> R conclude(
      CommandRequest request, boolean claimed, Appends appends, Function<Appends, R> outcome) {
    R result = outcome.apply(appends);
    long referenced = Attempt.lastReferenced(appends);
    if (referenced > 0) {
      registries.advance(referenced);
    }
    IdempotencyKey key = request.idempotency();
    String actor = request.metadata().actor().userName();
    if (key != null && claimed) {
      idempotency.answer(actor, key, result);
    } else if (key != null && !idempotency.keep(actor, key, result)) {
      throw new KeyTaken();
    }
    return result;
  }

  private <R> Optional<R> known(CommandRequest request, Class<R> type) {
    IdempotencyKey key = request.idempotency();
    return key == null
        ? Optional.empty()
        : idempotency.claim(request.metadata().actor().userName(), key, type);
  }

  private Attempt attempt(UnitOfWork<?> unit, CommandRequest request) {
    Instant now = clock.instant();
    TransactionReference reference =
        new TransactionReference(registries, titles, now.atZone(Context.ZONE).toLocalDate());
    Context context =
        new Context(now, request.metadata().actor(), request.metadata().reason(), reference);
    return new Attempt(unit, bus, head, snapshots, request.metadata(), reference, context);
  }

  /**
   * Refusals by what was in memory are checked against the log; races are run again. A request that
   * comes again may be refused for what it did itself, so its key has the first word.
   */
  private static boolean worthAnotherTry(
      RuntimeException e, Attempt attempt, boolean mayHaveComeBefore) {
    if (mayHaveComeBefore) {
      return !(e instanceof CannotCreateTransactionException);
    }
    if (Refusal.is(e)) {
      return attempt.restsOnMemory();
    }
    return isRace(e);
  }

  private static boolean isRace(RuntimeException e) {
    return e instanceof StaleAggregate
        || e instanceof NotTogether
        || e instanceof KeyTaken
        || e instanceof ConcurrencyException
        || e instanceof AggregateStreamCreationException
        || e instanceof ConcurrencyFailureException
        || e instanceof DeadlockException
        || SqlStates.of(e).stream().anyMatch(PASSING::contains);
  }

  private static RuntimeException lastWord(RuntimeException e) {
    boolean waitedTooLong =
        e instanceof LockAcquisitionFailedException || SqlStates.of(e).contains(LOCK_NOT_AVAILABLE);
    return isRace(e) || waitedTooLong ? new Contention(e) : e;
  }
}
