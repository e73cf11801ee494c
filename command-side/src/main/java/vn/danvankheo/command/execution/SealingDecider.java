package vn.danvankheo.command.execution;

import java.util.List;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.command.domain.Command;
import vn.danvankheo.command.domain.Context;
import vn.danvankheo.command.domain.Decider;
import vn.danvankheo.command.personal.PersonalVault;
import vn.danvankheo.events.DomainEvent;
import vn.danvankheo.events.Recorded;

/**
 * Seals the names and numbers in what was decided before anything keeps it: aggregates, snapshots
 * and the log have only sealed ones. Decisions that compare them get the open state for a moment.
 *
 * @param <C> the commands
 * @param <S> the state
 * @param <E> the events
 */
final class SealingDecider<C extends Command, S extends Record, E extends DomainEvent>
    implements Decider<C, S, E> {
  private static final String PENDING = SealingDecider.class.getName();

  private final Decider<C, S, E> decider;
  private final PersonalVault vault;

  SealingDecider(Decider<C, S, E> decider, PersonalVault vault) {
    this.decider = decider;
    this.vault = vault;
  }

  @Override
  public List<E> decide(C command, @Nullable S state, Context context) {
    S known = state != null && command.comparesPersonalTexts() ? vault.open(state) : state;
    List<E> events = decider.decide(command, known, context);
    if (events.isEmpty()) {
      return events;
    }
    PersonalVault.Pending pending = pending(CurrentUnitOfWork.get().root());
    return events.stream().map(event -> pending.seal(command.aggregateId(), event)).toList();
  }

  /** All keys of a request are kept together, just before its transaction ends. */
  private PersonalVault.Pending pending(UnitOfWork<?> root) {
    return root.getOrComputeResource(
        PENDING,
        name -> {
          PersonalVault.Pending begun = vault.pending();
          root.onPrepareCommit(unit -> begun.keep());
          return begun;
        });
  }

  @Override
  public S evolve(@Nullable S state, Recorded<? extends E> recorded) {
    return decider.evolve(state, recorded);
  }
}
