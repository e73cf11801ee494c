package vn.danvankheo.command.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.danvankheo.events.DomainEvent;
import vn.danvankheo.events.metadata.Actor;

class DecisionsTest {
  private static final Context CONTEXT =
      new Context(Instant.EPOCH, new Actor("a", null, null, null), null, new KnownReference());

  sealed interface Wish extends Command permits Start, Go {}

  record Start(String aggregateId) implements Wish {}

  record Go(String aggregateId) implements Wish {}

  record Happened(String what) implements DomainEvent {}

  private static Decisions.Builder<Wish, String, Happened> start() {
    return Decisions.<Wish, String, Happened>over(Wish.class)
        .onNew(Start.class, (command, state, context) -> List.of(new Happened("started")));
  }

  @Test
  void aTableWithACommandMissingCannotBeBuilt() {
    assertThatThrownBy(() -> start().build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Go");
  }

  @Test
  void aCommandIsDecidedOnOnce() {
    assertThatThrownBy(() -> start().on(Start.class, (command, state, context) -> List.of()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void onlyAFirstCommandMayMeetNothing() {
    Decisions<Wish, String, Happened> decisions =
        start().on(Go.class, (command, state, context) -> List.of(new Happened(state))).build();
    assertThat(decisions.decide(new Start("x"), null, CONTEXT))
        .containsExactly(new Happened("started"));
    assertThat(decisions.decide(new Go("x"), "on the way", CONTEXT))
        .containsExactly(new Happened("on the way"));
    assertThatThrownBy(() -> decisions.decide(new Go("x"), null, CONTEXT))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
