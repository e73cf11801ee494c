package vn.danvankheo.query.projecting;

import java.util.HashMap;
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
  private final Map<String, BsonDocument> loaded = new HashMap<>();
  private final Emissions emissions = new Emissions();
  private final Set<String> begun = new HashSet<>();
  private @Nullable String last;

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

  /** Gives what is stored; it is read when its first event is folded. */
  void load(Map<String, BsonDocument> documents) {
    loaded.putAll(documents);
  }

  private @Nullable Entry<S> before(String id) {
    BsonDocument document = loaded.get(id);
    if (document != null && !entries.containsKey(id)) {
      entries.put(
          id,
          new Entry<>(
              projection.state(document),
              ViewDatabase.position(document),
              document.getNumber(VERSION).longValue(),
              false));
    }
    return entries.get(id);
  }

  /**
   * Folds one event, unless its document reflects it already.
   *
   * @return whether a document changed
   */
  boolean fold(StoredEvent event) {
    String id = projection.documentId(event.recorded().aggregateId());
    Entry<S> before = before(id);
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
    entries.put(id, new Entry<>(after, event.position(), version, true));
    last = id;
    if (before == null) {
      begun.add(id);
    }
    for (Emission emission : emitted) {
      emissions.add(emission, event.position());
      if (emission.whole() == null) {
        begun.add(ViewDatabase.id(emission.document()));
      }
    }
    return true;
  }

  /**
   * Takes out what has to be written.
   *
   * @param open whether later events may follow that change the document folded last: it stays, and
   *     with it what its last event gave
   */
  Taken take(boolean open) {
    Entry<S> kept = open && last != null ? entries.remove(last) : null;
    List<BsonDocument> documents =
        entries.values().stream().filter(Entry::changed).map(this::document).toList();
    Map<String, List<BsonDocument>> emitted =
        emissions.take(kept == null ? Long.MAX_VALUE : kept.position);
    entries.clear();
    loaded.clear();
    if (kept != null) {
      entries.put(last, kept);
    }
    Set<String> fresh = Set.copyOf(begun);
    begun.clear();
    return new Taken(documents, emitted, fresh);
  }

  /**
   * What has to be written.
   *
   * @param documents changed documents
   * @param emitted what single events gave, by the part it goes to
   * @param begun ids of those among both that were not there before, unless they are written again
   */
  record Taken(
      List<BsonDocument> documents, Map<String, List<BsonDocument>> emitted, Set<String> begun) {}

  private BsonDocument document(Entry<S> entry) {
    BsonDocument document = projection.document(entry.state);
    document.put(VERSION, new BsonInt64(entry.version));
    document.put(ViewDatabase.POSITION, new BsonInt64(entry.position));
    return document;
  }

  private record Entry<S>(@Nullable S state, long position, long version, boolean changed) {}
}
