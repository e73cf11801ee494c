package vn.danvankheo.events.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.danvankheo.events.DomainEvent;
import vn.danvankheo.events.Recorded;

class FoldTest {
  sealed interface Family extends DomainEvent permits Added, Doubled, Noted {}

  record Added(int amount) implements Family {}

  record Doubled() implements Family {}

  record Noted() implements Family {}

  record Other() implements DomainEvent {}

  private static Fold.Builder<Integer, Family> adding() {
    return Fold.<Integer, Family>over(Family.class)
        .on(Added.class, (sum, event, recorded) -> sum + event.amount());
  }

  private static <E extends DomainEvent> Recorded<E> recorded(E event) {
    return new Recorded<>("it", 0, Instant.EPOCH, event);
  }

  @Test
  void eachEventHasItsStep() {
    Fold<Integer, Family> fold =
        adding().on(Doubled.class, (sum, event, recorded) -> 2 * sum).ignoring(Noted.class).build();
    int sum = fold.apply(0, recorded(new Added(3)));
    sum = fold.apply(sum, recorded(new Doubled()));
    sum = fold.apply(sum, recorded(new Noted()));
    assertThat(sum).isEqualTo(6);
  }

  @Test
  void aFoldWithACaseMissingCannotBeBuilt() {
    assertThatThrownBy(() -> adding().ignoring(Noted.class).build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Doubled");
  }

  @Test
  void aSecondCaseIsRefused() {
    assertThatThrownBy(() -> adding().on(Added.class, (sum, event, recorded) -> sum))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> adding().ignoring(Added.class))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  @SuppressWarnings({"unchecked", "rawtypes"})
  void anotherFamilysEventIsRefused() {
    Fold<Integer, Family> fold = adding().ignoring(Doubled.class, Noted.class).build();
    Recorded stranger = recorded(new Other());
    assertThatThrownBy(() -> fold.apply(0, stranger)).isInstanceOf(IllegalArgumentException.class);
  }
}
