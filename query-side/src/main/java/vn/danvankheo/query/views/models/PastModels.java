package vn.danvankheo.query.views.models;

import java.util.Optional;
import java.util.function.Predicate;
import vn.danvankheo.events.StoredEvent;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.query.reading.EventStreams;

/** Models as they stood, folded from their events as the view folds them. */
public final class PastModels {
  private final EventStreams streams;
  private final ModelsProjection projection = new ModelsProjection();

  /**
   * Reads from the event log.
   *
   * @param streams reads a model's events
   */
  public PastModels(EventStreams streams) {
    this.streams = streams;
  }

  /**
   * A model after some of its events.
   *
   * @param id its id
   * @param within holds for the events to be folded: the first ones
   * @return empty when there is no such model, or it had not begun
   */
  Optional<ModelState> find(String id, Predicate<StoredEvent> within) {
    ModelState state = null;
    for (StoredEvent event : streams.of(id)) {
      if (projection.aggregateTypes().contains(event.aggregateType()) && within.test(event)) {
        state = projection.fold(state, event);
      }
    }
    return Optional.ofNullable(state);
  }
}
