package vn.danvankheo.query.projecting;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import vn.danvankheo.events.StoredEvent;
import vn.danvankheo.query.mongo.Checkpoint;
import vn.danvankheo.query.mongo.GuardedWrites;
import vn.danvankheo.query.mongo.UpkeepStore;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.reading.LogRow;

/**
 * One view on its way through the log. An event that can't be folded parks its document just before
 * that event; all others go on.
 *
 * @param <S> what a document is folded in
 */
final class ViewFolding<S> {
  private final Projection<S> projection;
  private final ViewDatabase database;
  private final Window<S> window;
  private final Parking parking;
  private Checkpoint reached;
  private Window.Taken written = new Window.Taken(List.of(), Map.of(), Set.of());

  private ViewFolding(
      Projection<S> projection, ViewDatabase database, Checkpoint from, Parking parking) {
    this.projection = projection;
    this.database = database;
    this.window = new Window<>(projection);
    this.parking = parking;
    this.reached = from.parked(parking.size());
  }

  private record Read(LogRow row, StoredEvent event) {}

  /** Goes on where a checkpoint is. */
  static <S> ViewFolding<S> goingOn(
      Projection<S> projection, ViewDatabase database, Checkpoint from, Clock clock) {
    Parking parking = new Parking(new UpkeepStore(database), from.collection(), clock);
    return new ViewFolding<>(projection, database, from, parking);
  }

  /** Folds the rows it has not seen yet and writes what is due. */
  void apply(List<LogRow> rows) {
    List<LogRow> fresh = rows.stream().filter(r -> r.position() > reached.position()).toList();
    List<Read> events = new ArrayList<>();
    for (LogRow row : fresh) {
      if (projection.aggregateTypes().contains(row.aggregateType())) {
        read(row, events);
      }
      reached = reached.at(row.position(), row.eventId());
    }
    fold(events);
    flush();
    reached = reached.parked(parking.size());
  }

  private void read(LogRow row, List<Read> events) {
    String id = projection.documentId(row.aggregateId());
    if (!parking.holds(id)) {
      try {
        events.add(new Read(row, row.event()));
      } catch (RuntimeException e) {
        parking.park(id, row, e);
      }
    }
  }

  /** What was read of a document before an event that could not be is folded all the same. */
  private void fold(List<Read> events) {
    Set<String> missing = window.missing(events.stream().map(Read::event).toList());
    window.load(database.load(reached.collection(), missing));
    Set<String> broken = new HashSet<>();
    for (Read read : events) {
      String id = projection.documentId(read.row().aggregateId());
      if (!broken.contains(id)) {
        try {
          if (window.fold(read.event())) {
            reached = reached.changed(read.row().position());
          }
        } catch (RuntimeException e) {
          broken.add(id);
          parking.park(id, read.row(), e);
        }
      }
    }
  }

  /**
   * Writes all that is in memory. What events gave goes first: an event is folded again until the
   * state that reflects it is written.
   */
  private void flush() {
    Window.Taken taken = window.take(false);
    taken
        .emitted()
        .forEach((part, given) -> write(partOf(reached.collection(), part), given, taken.begun()));
    write(reached.collection(), taken.documents(), taken.begun());
    written = taken;
  }

  /** What was written last, by the part it went to; the view's own under "". */
  Map<String, List<String>> written() {
    Map<String, List<String>> ids = new LinkedHashMap<>();
    ids.put("", ids(written.documents()));
    written.emitted().forEach((part, given) -> ids.put(part, ids(given)));
    return ids;
  }

  private static List<String> ids(List<BsonDocument> documents) {
    return documents.stream().map(ViewDatabase::id).toList();
  }

  /** New documents are put in at once; the others have to be looked for, each by itself. */
  private void write(String name, List<BsonDocument> documents, Set<String> begun) {
    Map<Boolean, List<BsonDocument>> byNew =
        documents.stream()
            .collect(Collectors.partitioningBy(d -> begun.contains(ViewDatabase.id(d))));
    new GuardedWrites(database).writeNew(name, byNew.get(true));
    new GuardedWrites(database).write(name, byNew.get(false));
  }

  /** Where a generation keeps what single events give. */
  static String partOf(String collection, String part) {
    return collection + "_" + part;
  }

  Projection<S> projection() {
    return projection;
  }

  Checkpoint reached() {
    return reached;
  }

  ViewStatus status() {
    return ViewStatus.of(projection.view(), reached);
  }

  /** Its documents that wait for an event. */
  Parking parking() {
    return parking;
  }

  /** A document was made anew and waits no longer; nobody can tell that by any position. */
  void mended(String documentId) {
    parking.release(documentId);
    reached = reached.parked(parking.size()).mended(reached.mended() + 1);
  }

  /** Takes the place of another generation, of whose documents some may be others. */
  void replaces(Checkpoint former, boolean same) {
    reached = reached.mended(former.mended() + (same ? 0 : 1));
  }

  /** A document waits that did not, or for another event. */
  void parked() {
    reached = reached.parked(parking.size());
  }
}
