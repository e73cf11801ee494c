package vn.danvankheo.query.projecting;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.danvankheo.query.mongo.Parked;
import vn.danvankheo.query.mongo.UpkeepStore;
import vn.danvankheo.query.reading.LogRow;

/**
 * The documents of one generation that wait, each since an event that can't be folded into it: what
 * follows in their streams is left out until they are made anew from their streams. A builder may
 * park from many threads.
 */
final class Parking {
  private static final Logger LOG = LoggerFactory.getLogger(Parking.class);

  private final UpkeepStore store;
  private final String collection;
  private final Clock clock;
  private final Map<String, Parked> parked = new ConcurrentHashMap<>();
  private final Queue<String> fresh = new ConcurrentLinkedQueue<>();

  Parking(UpkeepStore store, String collection, Clock clock) {
    this.store = store;
    this.collection = collection;
    this.clock = clock;
    load();
  }

  /** Looks what is stored; a leader whose time was over unnoticed may have added to it. */
  void load() {
    store.parked(collection).forEach(document -> parked.put(document.documentId(), document));
  }

  boolean holds(String documentId) {
    return parked.containsKey(documentId);
  }

  /** What a document waits for; null when it does not wait. */
  @Nullable Parked find(String documentId) {
    return parked.get(documentId);
  }

  int size() {
    return parked.size();
  }

  List<String> documents() {
    return new ArrayList<>(parked.keySet());
  }

  /** Takes out those that were parked since this was asked last. */
  List<String> fresh() {
    List<String> taken = new ArrayList<>();
    for (String next = fresh.poll(); next != null; next = fresh.poll()) {
      taken.add(next);
    }
    return taken;
  }

  /**
   * Parks a document, durably when this returns. Messages of causes may quote the event, so only
   * their classes and places are told.
   */
  void park(String documentId, LogRow row, RuntimeException cause) {
    Parked before = parked.get(documentId);
    boolean known = before != null && before.position() == row.position();
    Parked document =
        new Parked(
            collection,
            documentId,
            row.position(),
            row.eventId(),
            row.type(),
            row.revision(),
            Causes.root(cause),
            before == null ? clock.instant() : before.since());
    if (!document.equals(before)) {
      store.park(document);
      parked.put(documentId, document);
    }
    if (before == null) {
      fresh.add(documentId);
    }
    if (!known) {
      LOG.error(
          "Document {} of {} is parked: event {} at position {} ({}, revision {}) can't be folded; {}",
          documentId,
          collection,
          row.eventId(),
          row.position(),
          row.type(),
          row.revision(),
          Causes.of(cause));
    }
  }

  /** The document waits no longer; what it waited for is in. */
  void release(String documentId) {
    store.release(collection, documentId);
    if (parked.remove(documentId) != null) {
      LOG.info("Document {} of {} goes on", documentId, collection);
    }
  }
}
