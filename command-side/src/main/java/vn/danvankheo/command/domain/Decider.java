package vn.danvankheo.command.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.DomainEvent;
import vn.danvankheo.events.Recorded;

/**
 * One kind of aggregate as two pure functions (Chassaing's decider).
 *
 * @param <C> its commands
 * @param <S> its state
 * @param <E> its events
 */
public interface Decider<C extends Command, S, E extends DomainEvent> {
  /**
   * Decides.
   *
   * @param command the wish
   * @param state the aggregate as it is; null before its first event
   * @param context time, actor and what is known of other aggregates
   * @return the events to append; empty when nothing changes
   * @throws RuleBroken when a rule of the domain refuses it
   * @throws InvalidCommand when fields break rules that only the domain knows
   */
  List<E> decide(C command, @Nullable S state, Context context);

  /**
   * Applies one event.
   *
   * @param state the state before; null before the first event
   * @param recorded the event in its stream
   * @return the state after
   */
  S evolve(@Nullable S state, Recorded<? extends E> recorded);
}
