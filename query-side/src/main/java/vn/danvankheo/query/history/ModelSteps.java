package vn.danvankheo.query.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.StoredEvent;
import vn.danvankheo.query.history.domain.Shapes;
import vn.danvankheo.query.reading.EventStreams;
import vn.danvankheo.query.reading.Stretch;

/**
 * A model's events with what they changed, folded from the model's beginning no further than is
 * asked for: the first page of a long history costs what the whole of a short one does.
 */
public final class ModelSteps {
  private final EventStreams streams;

  /**
   * Reads from the event log.
   *
   * @param streams reads a model's events
   */
  public ModelSteps(EventStreams streams) {
    this.streams = streams;
  }

  /** How many events were recorded in a stretch of time. */
  int count(String id, Stretch stretch) {
    return streams.count(id, stretch);
  }

  /** A page of events, and one more when there is another page. */
  List<Step> page(String id, Stretch stretch, long behind, boolean descending, int limit) {
    List<Long> versions = streams.versions(id, stretch, behind, descending, limit + 1);
    if (versions.isEmpty()) {
      return List.of();
    }
    long last = versions.stream().mapToLong(Long::longValue).max().orElseThrow();
    List<Step> steps = new ArrayList<>(steps(id, last, new HashSet<>(versions)));
    if (descending) {
      Collections.reverse(steps);
    }
    return steps;
  }

  /** One event; empty when the model has no such version. */
  Optional<Step> at(String id, long version) {
    return steps(id, version, Set.of(version)).stream().findFirst();
  }

  private List<Step> steps(String id, long last, Set<Long> wanted) {
    List<Step> steps = new ArrayList<>();
    @Nullable Record state = null;
    for (StoredEvent event : streams.upTo(id, last)) {
      if (!event.aggregateType().equals("model")) {
        return List.of();
      }
      Record next = Shapes.after(state, event);
      if (wanted.contains(event.recorded().version())) {
        steps.add(new Step(event, state, next));
      }
      state = next;
    }
    return steps;
  }
}
