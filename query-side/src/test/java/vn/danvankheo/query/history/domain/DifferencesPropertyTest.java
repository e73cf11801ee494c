package vn.danvankheo.query.history.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.events.StoredEvent;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.query.serving.Labels;
import vn.danvankheo.query.testing.PatchApplied;
import vn.danvankheo.query.testing.RandomLife;
import vn.danvankheo.query.testing.Streams;
import vn.danvankheo.web.problem.Language;

/** Whatever happens to a model: its differences tell all that changed, and nothing else. */
class DifferencesPropertyTest {
  private static final Wording VIETNAMESE =
      new Wording(key -> Labels.of(key, Language.VI), code -> null);

  private static List<ObjectNode> shapes(long seed, int length) {
    List<ObjectNode> shapes = new ArrayList<>(List.of(JsonNodeFactory.instance.objectNode()));
    @Nullable Record state = null;
    for (StoredEvent event : Streams.stored("m", RandomLife.of(seed, length))) {
      state = Shapes.after(state, event);
      shapes.add(Shapes.of(state));
    }
    return shapes;
  }

  /** Every value under its path: what differs from nothing. */
  private static Map<String, JsonNode> values(ObjectNode shape) {
    return applied(
        new LinkedHashMap<>(), Differences.between(JsonNodeFactory.instance.objectNode(), shape));
  }

  private static Map<String, JsonNode> applied(Map<String, JsonNode> values, List<Change> changes) {
    Map<String, JsonNode> result = new LinkedHashMap<>(values);
    for (Change change : changes) {
      JsonNode old =
          change.after() == null
              ? result.remove(change.path())
              : result.put(change.path(), change.after());
      assertThat(old).as(change.path()).isEqualTo(change.before());
      assertThat(change.after()).as(change.path()).isNotEqualTo(change.before());
    }
    return result;
  }

  @Property(tries = 100)
  void theChangesOfAnyTwoVersionsMakeTheOneOfTheOther(
      @ForAll long seed, @ForAll @IntRange(max = 40) int a, @ForAll @IntRange(max = 40) int b) {
    List<ObjectNode> shapes = shapes(seed, 40);
    ObjectNode from = shapes.get(a);
    ObjectNode to = shapes.get(b);
    assertThat(applied(values(from), Differences.between(from, to))).isEqualTo(values(to));
    assertThat(PatchApplied.to(from, JsonPatch.between(from, to))).isEqualTo(to);
  }

  @Property(tries = 100)
  void statesDifferAsTheirShapesDo(
      @ForAll long seed, @ForAll @IntRange(max = 39) int a, @ForAll @IntRange(max = 39) int b) {
    List<Record> states = new ArrayList<>();
    for (StoredEvent event : Streams.stored("m", RandomLife.of(seed, 40))) {
      states.add(Shapes.after(states.isEmpty() ? null : states.get(states.size() - 1), event));
    }
    Record from = states.get(a);
    Record to = states.get(b);
    assertThat(Differences.between(from, to).toString())
        .isEqualTo(Differences.between(Shapes.of(from), Shapes.of(to)).toString());
  }

  @Property(tries = 50)
  void everyEventsChangesAreToldInWords(@ForAll long seed) {
    ChangeWords words = new ChangeWords(VIETNAMESE);
    Sentences sentences = new Sentences(VIETNAMESE);
    @Nullable Record state = null;
    for (StoredEvent event : Streams.stored("m", RandomLife.of(seed, 40))) {
      Record next = Shapes.after(state, event);
      for (Change change : Differences.between(state, next)) {
        assertThat(words.label("model", change.path())).isNotBlank();
        assertThat(change.path()).doesNotContain("Người ", "Phụ trách ");
        JsonNode value = change.after() == null ? change.before() : change.after();
        assertThat(words.text(change.path(), Personal.shown(value, DifferencesPropertyTest::words)))
            .isNotNull();
      }
      assertThat(sentences.of(event, state)).endsWith(".").doesNotContain("{", "Người ");
      state = next;
      ModelEvent happened = (ModelEvent) event.recorded().event();
      Statistics.collect(happened.getClass().getSimpleName());
    }
    Statistics.coverage(
        coverage -> {
          for (Class<?> type : ModelEvent.class.getPermittedSubclasses()) {
            coverage.check(type.getSimpleName()).count(count -> count > 0);
          }
        });
  }

  private static String words(PersonalText text) {
    return text.isErased() ? "đã xóa theo yêu cầu" : text.text();
  }
}
