package vn.danvankheo.command.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.DomainEvent;
import vn.danvankheo.events.Recorded;
import vn.danvankheo.events.metadata.Actor;
import vn.danvankheo.events.vocabulary.Role;

/**
 * Given what happened, when somebody wishes something, then this comes of it. Units and plans,
 * actor, day and reason can be set before {@link #when}.
 *
 * @param <C> the commands
 * @param <S> the state
 * @param <E> the events
 */
public final class Scenario<C extends Command, S, E extends DomainEvent> {
  private static final Instant RECORDED = Instant.parse("2024-03-05T02:00:00Z");

  private final Decider<C, S, E> decider;
  private final List<? extends E> history;
  private final KnownReference reference;
  private Actor actor;
  private @Nullable String reason;
  private Instant now;
  private @Nullable List<E> events;
  private @Nullable RuntimeException refusal;

  /** A scenario after a history. */
  public Scenario(
      Decider<C, S, E> decider,
      List<? extends E> history,
      KnownReference reference,
      Actor actor,
      LocalDate today) {
    this.decider = decider;
    this.history = history;
    this.reference = reference;
    this.actor = actor;
    this.now = today.atTime(9, 0).atZone(Context.ZONE).toInstant();
  }

  /** Lets somebody act. */
  public Scenario<C, S, E> by(String userName, @Nullable String unitCode, Role role) {
    actor = new Actor(userName, "Chuyên viên", unitCode, role);
    return this;
  }

  /** Gives the reason. */
  public Scenario<C, S, E> because(String why) {
    reason = why;
    return this;
  }

  /** Sets the day. */
  public Scenario<C, S, E> on(LocalDate today) {
    now = today.atTime(9, 0).atZone(Context.ZONE).toInstant();
    return this;
  }

  /** Sets the moment. */
  public Scenario<C, S, E> at(Instant moment) {
    now = moment;
    return this;
  }

  /** Decides. */
  public Scenario<C, S, E> when(C command) {
    S state = state();
    try {
      events = decider.decide(command, state, context());
    } catch (RuleBroken | InvalidCommand refused) {
      refusal = refused;
    }
    return this;
  }

  /** Wants exactly these events, and that the state takes them. */
  @SafeVarargs
  public final void then(E... expected) {
    assertThat(then()).containsExactly(expected);
  }

  /** The events, which the state took. */
  public List<E> then() {
    assertThat(refusal).isNull();
    S state = state();
    long version = history.size();
    for (E event : events) {
      state = decider.evolve(state, new Recorded<>("it", version++, now, event));
    }
    return events;
  }

  /** Wants that nothing happens. */
  public void thenNothing() {
    assertThat(then()).isEmpty();
  }

  /** Wants that a rule refuses it. */
  public Map<String, Object> thenBroken(Rule rule) {
    assertThat(events).isNull();
    assertThat(refusal).isInstanceOf(RuleBroken.class);
    RuleBroken broken = (RuleBroken) refusal;
    assertThat(broken.rule()).isEqualTo(rule);
    return broken.details();
  }

  /** Wants exactly these faults, each as {@code pointer CODE}. */
  public List<Fault> thenInvalid(String... faults) {
    assertThat(events).isNull();
    assertThat(refusal).isInstanceOf(InvalidCommand.class);
    List<Fault> found = ((InvalidCommand) refusal).faults();
    assertThat(found)
        .extracting(f -> f.pointer() + " " + f.code())
        .containsExactlyInAnyOrder(faults);
    return found;
  }

  /** The state after the history. */
  public @Nullable S state() {
    S state = null;
    long version = 0;
    for (E event : history) {
      state = decider.evolve(state, new Recorded<>("it", version++, RECORDED, event));
    }
    return state;
  }

  /** What comes into the decision. */
  public Context context() {
    Context context = new Context(now, actor, reason, reference);
    reference.today(context.today());
    return context;
  }
}
