package vn.danvankheo.query.projecting;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.StoredEvent;
import vn.danvankheo.query.mongo.GuardedWrites;
import vn.danvankheo.query.mongo.RawDocument;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.parity.DigestSum;
import vn.danvankheo.query.parity.DocumentDigest;
import vn.danvankheo.query.reading.LogRow;

/**
 * One generation within a portion of a build. Used by one thread at a time; it goes over to the
 * next portion when a stream does.
 *
 * @param <S> what a document is folded in
 */
final class Lane<S> {
  private final Projection<S> projection;
  private final ViewDatabase database;
  private final String collection;
  private final Window<S> window;
  private final DocumentDigest digest = new DocumentDigest();
  private @Nullable String skipped;
  private Written written;

  /** What a generation got; its tallies by the name of its part, empty for its own. */
  static final class Written {
    private final Map<String, DigestSum> tallies = new TreeMap<>();
    private long changedAt;

    long changedAt() {
      return changedAt;
    }

    Map<String, DigestSum> tallies() {
      return tallies;
    }

    DigestSum tally(String part) {
      return tallies.computeIfAbsent(part, name -> new DigestSum());
    }

    void changed(long position) {
      changedAt = Math.max(changedAt, position);
    }

    void add(Written other) {
      changed(other.changedAt);
      other.tallies.forEach((part, tally) -> tally(part).add(tally));
    }
  }

  Lane(Projection<S> projection, ViewDatabase database, String collection) {
    this.projection = projection;
    this.database = database;
    this.collection = collection;
    this.window = new Window<>(projection);
    this.written = new Written();
  }

  String view() {
    return projection.name();
  }

  boolean takes(LogRow row) {
    return projection.aggregateTypes().contains(row.aggregateType())
        && !row.aggregateId().equals(skipped);
  }

  void fold(StoredEvent event) {
    if (window.fold(event)) {
      written.changed(event.position());
    }
  }

  /** Leaves out the rest of a stream. */
  void skip(String stream) {
    skipped = stream;
  }

  /**
   * Writes what the portion gave.
   *
   * @param open whether the last stream goes on in the next portion
   */
  Written write(boolean open) {
    Window.Taken taken = window.take(open);
    taken
        .emitted()
        .forEach((part, given) -> write(ViewFolding.partOf(collection, part), part, given));
    write(collection, "", taken.documents());
    Written now = written;
    written = new Written();
    return now;
  }

  private void write(String name, String part, List<BsonDocument> documents) {
    DigestSum tally = written.tally(part);
    List<RawBsonDocument> bytes = documents.stream().map(RawDocument::of).toList();
    bytes.forEach(document -> tally.add(digest.of(part, document)));
    new GuardedWrites(database).insert(name, bytes);
  }
}
