package vn.danvankheo.query.projecting;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.StoredEvent;
import vn.danvankheo.query.mongo.ViewDatabase;

/**
 * Documents of one view while events are folded into them in memory.
 *
 * @param <S> what a document is folded in
 */
final class Window<S> {
  private static final String VERSION = "_version";

  private final Projection<S> projection;
  private final Map<String, Entry<S>> entries = new LinkedHashMap<>();
  private final Emissions emissions = new Emissions();

  Window(Projection<S> projection) {
    this.projection = projection;
  }

  /** The documents that have to be loaded before these events can be folded. */
  Set<String> missing(List<StoredEvent> events) {
    Set<String> missing = new LinkedHashSet<>();
    Set<String> begun = new HashSet<>();
    for (StoredEvent event : events) {
      String id = projection.documentId(event.recorded().aggregateId());
      if (!entries.containsKey(id) && begun.add(id) && event.recorded().version() > 0) {
        missing.add(id);
      }
    }
    return missing;
  }

  void load(Map<String, BsonDocument> documents) {
    documents.forEach(
        (id, document) ->
            entries.put(
                id,
                new Entry<>(
                    projection.state(document),
                    ViewDatabase.position(document),
                    document.getNumber(VERSION).longValue(),
                    false,
                    false)));
  }

  /**
   * Folds one event, unless its document reflects it already.
   *
   * @return whether a document changed
   */
  boolean fold(StoredEvent event) {
    String id = projection.documentId(event.recorded().aggregateId());
    Entry<S> before = entries.get(id);
    if (before != null && before.position >= event.position()) {
      return false;
    }
    long version = event.recorded().version();
    long expected = before == null ? 0 : before.version + 1;
    if (version != expected) {
      throw new IllegalStateException(
          "Version " + version + " follows where " + expected + " was due");
    }
    S state = before == null ? null : before.state;
    S after = projection.fold(state, event);
    List<Emission> emitted = projection.emit(state, after, event);
    boolean fresh = before == null || before.fresh;
    entries.put(id, new Entry<>(after, event.position(), version, fresh, true));
    emitted.forEach(emission -> emissions.add(emission, event.position()));
    return true;
  }

  /** The changed documents that were, or were not, begun in this window. */
  List<BsonDocument> changed(boolean fresh) {
    return entries.values().stream()
        .filter(entry -> entry.changed && entry.fresh == fresh)
        .map(this::document)
        .toList();
  }

  int size() {
    return entries.size();
  }

  /** What single events gave and is not written yet. */
  Emissions emissions() {
    return emissions;
  }

  void clear() {
    entries.clear();
  }

  private BsonDocument document(Entry<S> entry) {
    BsonDocument document = projection.document(entry.state);
    document.put(VERSION, new BsonInt64(entry.version));
    document.put(ViewDatabase.POSITION, new BsonInt64(entry.position));
    return document;
  }

  private record Entry<S>(
      @Nullable S state, long position, long version, boolean fresh, boolean changed) {}
}
