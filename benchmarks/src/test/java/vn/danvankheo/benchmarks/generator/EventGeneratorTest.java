package vn.danvankheo.benchmarks.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.danvankheo.events.Recorded;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.model.ModelRegistered;
import vn.danvankheo.events.state.ModelFold;
import vn.danvankheo.events.state.ModelState;

class EventGeneratorTest {
  private static final int MODELS = 300;
  private static final int LENGTH = 40;

  @Test
  void theSameSeedGivesTheSameLogAndAnotherGivesAnother() {
    List<GeneratedEvent> log = all(EventGenerator.usual(7, 3_000));
    assertThat(log).hasSize(3_000).isEqualTo(all(EventGenerator.usual(7, 3_000)));
    assertThat(log).isNotEqualTo(all(EventGenerator.usual(8, 3_000)));
  }

  @Test
  void timeNeverGoesBack() {
    assertThat(all(EventGenerator.usual(1, 3_000)).stream().map(GeneratedEvent::at))
        .isSorted()
        .allMatch(at -> at.isBefore(Instant.parse("2026-01-01T00:00:00Z")));
  }

  @Test
  void everyStreamFoldsWithoutAGap() {
    Map<String, ModelState> states = new HashMap<>();
    for (GeneratedEvent one : all(EventGenerator.ofLength(3, MODELS, LENGTH))) {
      if (one.event() instanceof ModelEvent event) {
        ModelState before = states.get(one.aggregateId());
        assertThat(one.version()).isEqualTo(before == null ? 0 : before.version() + 1);
        Recorded<ModelEvent> next =
            new Recorded<>(one.aggregateId(), one.version(), one.at(), event);
        states.put(one.aggregateId(), ModelFold.apply(before, next));
      }
    }
    assertThat(states).hasSize(MODELS);
    assertThat(states.values())
        .allMatch(model -> model.version() == LENGTH - 1)
        .extracting(ModelState::code)
        .doesNotHaveDuplicates();
  }

  @Test
  void fewUnitsHaveMostOfTheModels() {
    Map<String, Long> models =
        all(EventGenerator.usual(5, 40_000)).stream()
            .filter(one -> one.event() instanceof ModelRegistered)
            .map(one -> ((ModelRegistered) one.event()).form().unitCode())
            .collect(Collectors.groupingBy(unit -> unit, Collectors.counting()));
    assertThat(models.get("SO-01")).isGreaterThan(5 * models.get("SO-20"));
  }

  @Test
  void usualModelsEndAfterFifteenToTwentyFiveEvents() {
    Map<String, Long> lengths =
        all(EventGenerator.usual(2, 60_000)).stream()
            .filter(one -> one.event() instanceof ModelEvent)
            .collect(Collectors.groupingBy(GeneratedEvent::aggregateId, Collectors.counting()));
    assertThat(lengths.values())
        .allMatch(length -> length <= 25)
        .filteredOn(length -> length >= 15)
        .hasSizeGreaterThan(1_000);
  }

  private static List<GeneratedEvent> all(EventGenerator generator) {
    List<GeneratedEvent> all = new ArrayList<>();
    generator.forEachRemaining(all::add);
    return all;
  }
}
