package vn.danvankheo.query.views.models;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
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
    return fold(streams.of(id), within);
  }

  /**
   * A model at a version; no later event is read.
   *
   * @param id its id
   * @param version the last version to be folded
   * @return empty when there is no such model, or it has not come so far
   */
  Optional<ModelState> find(String id, long version) {
    return fold(streams.upTo(id, version), event -> true)
        .filter(found -> found.version() == version);
  }

  /**
   * A model as it was when something was last added to it.
   *
   * @param id its id
   * @param counting how many there are of it; what is taken away does not count
   * @return empty when there never was any
   */
  public Optional<ModelState> atLast(String id, ToLongFunction<ModelState> counting) {
    ModelState state = null;
    ModelState last = null;
    long most = 0;
    for (StoredEvent event : streams.of(id)) {
      if (projection.aggregateTypes().contains(event.aggregateType())) {
        state = projection.fold(state, event);
        long count = counting.applyAsLong(state);
        last = count > most ? state : last;
        most = Math.max(most, count);
      }
    }
    return Optional.ofNullable(last);
  }

  private Optional<ModelState> fold(List<StoredEvent> events, Predicate<StoredEvent> within) {
    ModelState state = null;
    for (StoredEvent event : events) {
      if (projection.aggregateTypes().contains(event.aggregateType()) && within.test(event)) {
        state = projection.fold(state, event);
      }
    }
    return Optional.ofNullable(state);
  }
}
