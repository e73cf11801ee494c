package vn.danvankheo.command.domain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.DomainEvent;

/**
 * The decisions about one kind of aggregate, one for each command. It stands in for an exhaustive
 * {@code switch}, which Java 17 does not have: {@link Builder#build()} fails when a command of the
 * family has none.
 *
 * @param <C> the sealed family of commands
 * @param <S> the state
 * @param <E> the events
 */
public final class Decisions<C extends Command, S, E extends DomainEvent> {
  private final Map<Class<?>, Decision<Command, S, E>> cases;

  private Decisions(Map<Class<?>, Decision<Command, S, E>> cases) {
    this.cases = Map.copyOf(cases);
  }

  /**
   * Starts a table.
   *
   * @param family the sealed interface of the commands
   * @return a builder without any case
   * @param <C> the commands
   * @param <S> the state
   * @param <E> the events
   */
  public static <C extends Command, S, E extends DomainEvent> Builder<C, S, E> over(
      Class<C> family) {
    return new Builder<>(Set.of(family.getPermittedSubclasses()));
  }

  /**
   * Decides.
   *
   * @param command the wish
   * @param state the aggregate as it is; null before its first event
   * @param context time, actor and what is known of other aggregates
   * @return the events to append
   */
  public List<E> decide(C command, @Nullable S state, Context context) {
    Decision<Command, S, E> decision = cases.get(command.getClass());
    if (decision == null) {
      throw new IllegalArgumentException("No decision on " + command.getClass());
    }
    return decision.decide(command, state, context);
  }

  /**
   * One decision.
   *
   * @param <T> the command
   * @param <S> the state
   * @param <E> the events
   */
  @FunctionalInterface
  public interface Decision<T extends Command, S, E extends DomainEvent> {
    /**
     * Decides.
     *
     * @param command the wish
     * @param state the aggregate as it is; null before its first event
     * @param context time, actor and what is known of other aggregates
     * @return the events to append; empty when nothing changes
     */
    List<E> decide(T command, S state, Context context);
  }

  /**
   * Collects the cases.
   *
   * @param <C> the commands
   * @param <S> the state
   * @param <E> the events
   */
  public static final class Builder<C extends Command, S, E extends DomainEvent> {
    private final Set<Class<?>> missing;
    private final Map<Class<?>, Decision<Command, S, E>> cases = new HashMap<>();

    private Builder(Set<Class<?>> missing) {
      this.missing = new HashSet<>(missing);
    }

    /**
     * Adds the decision on a command that brings the aggregate into being, or finds it there.
     *
     * @param type the command's class
     * @param decision takes a null state before the first event
     * @return this builder
     * @param <T> the command
     */
    @SuppressWarnings("unchecked")
    public <T extends C> Builder<C, S, E> onNew(
        Class<T> type, Decision<T, @Nullable S, E> decision) {
      if (!missing.remove(type)) {
        throw new IllegalStateException("Not of the family, or a second decision: " + type);
      }
      cases.put(type, (Decision<Command, S, E>) (Decision<?, ?, ?>) decision);
      return this;
    }

    /**
     * Adds the decision on a command about an aggregate that is there.
     *
     * @param type the command's class
     * @param decision takes a state that is never null
     * @return this builder
     * @param <T> the command
     */
    public <T extends C> Builder<C, S, E> on(Class<T> type, Decision<T, S, E> decision) {
      return onNew(
          type,
          (command, state, context) -> {
            if (state == null) {
              throw new IllegalArgumentException(command.aggregateId() + " is not there");
            }
            return decision.decide(command, state, context);
          });
    }

    /**
     * Ends the table.
     *
     * @return the table
     * @throws IllegalStateException when a command of the family has no decision
     */
    public Decisions<C, S, E> build() {
      if (!missing.isEmpty()) {
        throw new IllegalStateException("No decision on " + missing);
      }
      return new Decisions<>(cases);
    }
  }
}
