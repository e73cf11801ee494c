package vn.danvankheo.query.history;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.danvankheo.query.audit.entry.AuditEntry;
import vn.danvankheo.query.audit.entry.AuditStore;
import vn.danvankheo.query.reading.EventStreams;
import vn.danvankheo.query.reading.EventStreams.Place;
import vn.danvankheo.query.reading.Stretch;

/**
 * A model's events with what they changed, at the same cost wherever they are in however long a
 * history: the log tells which events there are, so that none is missed, and the audit view has
 * what each changed, so that nothing is folded.
 */
public final class ModelEntries {
  private static final String MODEL = "model";

  private final EventStreams streams;
  private final AuditStore entries;

  /**
   * Reads from the event log and the audit view.
   *
   * @param streams tells which events a model has
   * @param entries has what they changed
   */
  public ModelEntries(EventStreams streams, AuditStore entries) {
    this.streams = streams;
    this.entries = entries;
  }

  /** How many events were recorded in a stretch of time; 0 when there is no such model. */
  int count(String id, Stretch stretch) {
    return streams.count(MODEL, id, stretch);
  }

  /** Where a page of events stands, and one more when there is another page. */
  List<Place> page(String id, Stretch stretch, long behind, boolean descending, int limit) {
    return streams.places(MODEL, id, stretch, behind, descending, limit + 1);
  }

  /** Where one event stands; empty when the model has no such version. */
  List<Place> at(String id, long version) {
    return streams.places(MODEL, id, Stretch.EVER, version - 1, false, 1).stream()
        .filter(place -> place.version() == version)
        .toList();
  }

  /** The events at their places, from a view that is as far as the last of them. */
  List<AuditEntry> entries(String collection, List<Place> places) {
    List<String> ids = places.stream().map(Place::eventId).toList();
    Map<String, AuditEntry> found = entries.find(collection, ids);
    return ids.stream().map(id -> Objects.requireNonNull(found.get(id), id)).toList();
  }
}
