package vn.danvankheo.events.fold;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.danvankheo.events.DomainEvent;
import vn.danvankheo.events.Recorded;

/**
 * A pure function from state and event to the next state. It stands in for an exhaustive {@code
 * switch}, which Java 17 does not have: {@link Builder#build()} fails when an event of the family
 * has no case.
 *
 * @param <S> the state
 * @param <E> the sealed event family
 */
public final class Fold<S, E extends DomainEvent> {
  private final Map<Class<?>, Step<S, DomainEvent>> steps;

  private Fold(Map<Class<?>, Step<S, DomainEvent>> steps) {
    this.steps = Map.copyOf(steps);
  }

  /**
   * Starts a fold over a sealed family.
   *
   * @param families the sealed interfaces whose events it takes
   * @return a builder without any case
   * @param <S> the state
   * @param <E> the event family
   */
  @SafeVarargs
  public static <S, E extends DomainEvent> Builder<S, E> over(Class<? extends E>... families) {
    return new Builder<>(Stream.of(families).flatMap(Fold::members).collect(Collectors.toSet()));
  }

  private static Stream<Class<?>> members(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(Fold::members)
        : Stream.of(type);
  }

  /**
   * Applies one event.
   *
   * @param state the state before; null before the first event where the state starts from nothing
   * @param recorded the event in its stream
   * @return the state after
   * @throws IllegalArgumentException when the event is not of the family
   */
  public S apply(S state, Recorded<? extends E> recorded) {
    Step<S, DomainEvent> step = steps.get(recorded.event().getClass());
    if (step == null) {
      throw new IllegalArgumentException("No case for " + recorded.event().getClass());
    }
    return step.apply(state, recorded.event(), recorded);
  }

  /**
   * What one event does to the state.
   *
   * @param <S> the state
   * @param <T> the event
   */
  @FunctionalInterface
  public interface Step<S, T extends DomainEvent> {
    /**
     * Gives the next state.
     *
     * @param state the state before
     * @param event the event
     * @param recorded the event in its stream
     * @return the state after
     */
    S apply(S state, T event, Recorded<?> recorded);
  }

  /**
   * Collects the cases of a fold.
   *
   * @param <S> the state
   * @param <E> the event family
   */
  public static final class Builder<S, E extends DomainEvent> {
    private final Set<Class<?>> missing;
    private final Map<Class<?>, Step<S, DomainEvent>> steps = new HashMap<>();

    private Builder(Set<Class<?>> missing) {
      this.missing = new LinkedHashSet<>(missing);
    }

    /**
     * Adds a case.
     *
     * @param type the event's class
     * @param step what it does
     * @return this builder
     * @param <T> the event
     */
    @SuppressWarnings("unchecked")
    public <T extends E> Builder<S, E> on(Class<T> type, Step<S, T> step) {
      if (!missing.remove(type)) {
        throw new IllegalStateException("Not of the family, or a second case: " + type);
      }
      steps.put(type, (Step<S, DomainEvent>) (Step<S, ?>) step);
      return this;
    }

    /**
     * Says that an event leaves the state as it is.
     *
     * @param types the events' classes
     * @return this builder
     */
    @SafeVarargs
    public final Builder<S, E> ignoring(Class<? extends E>... types) {
      for (Class<? extends E> type : types) {
        on(type, (state, event, recorded) -> state);
      }
      return this;
    }

    /**
     * Ends the fold.
     *
     * @return the fold
     * @throws IllegalStateException when an event of the family has no case
     */
    public Fold<S, E> build() {
      if (!missing.isEmpty()) {
        throw new IllegalStateException("No case for " + missing);
      }
      return new Fold<>(steps);
    }
  }
}
