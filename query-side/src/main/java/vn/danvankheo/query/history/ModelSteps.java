package vn.danvankheo.query.history;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.StoredEvent;
import vn.danvankheo.query.history.domain.Shapes;
import vn.danvankheo.query.reading.EventStreams;

/** A model before and after one of its events, folded from its beginning no further than that. */
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

  /** One event; empty when the model has no such version. */
  Optional<Step> at(String id, long version) {
    @Nullable Record state = null;
    Optional<Step> step = Optional.empty();
    for (StoredEvent event : streams.upTo(id, version)) {
      if (!event.aggregateType().equals("model")) {
        return Optional.empty();
      }
      Record next = Shapes.after(state, event);
      step = Optional.of(new Step(event, state, next));
      state = next;
    }
    return step.filter(last -> last.event().recorded().version() == version);
  }
}
