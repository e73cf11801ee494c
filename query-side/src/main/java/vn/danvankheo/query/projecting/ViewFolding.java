package vn.danvankheo.query.projecting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.danvankheo.events.StoredEvent;
import vn.danvankheo.query.mongo.Checkpoint;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.reading.LogRow;

/**
 * One view on its way through the log. An event that can't be folded stops it just before that
 * event, with everything earlier written.
 *
 * @param <S> what a document is folded in
 */
final class ViewFolding<S> {
  private static final Logger LOG = LoggerFactory.getLogger(ViewFolding.class);

  private final Projection<S> projection;
  private final ViewDatabase database;
  private final Window<S> window;
  private Checkpoint reached;
  private Window.Taken written = new Window.Taken(List.of(), Map.of(), Set.of());

  private ViewFolding(Projection<S> projection, ViewDatabase database, Checkpoint from) {
    this.projection = projection;
    this.database = database;
    this.window = new Window<>(projection);
    this.reached = from;
  }

  /** Goes on where a checkpoint is, unless that says why it stays there. */
  static <S> ViewFolding<S> goingOn(
      Projection<S> projection, ViewDatabase database, Checkpoint from) {
    return new ViewFolding<>(projection, database, from);
  }

  /** Folds the rows it has not seen yet and writes what is due. */
  void apply(List<LogRow> rows) {
    List<LogRow> fresh = rows.stream().filter(r -> r.position() > reached.position()).toList();
    List<StoredEvent> events = new ArrayList<>();
    @Nullable LogRow poison = null;
    for (LogRow row : fresh) {
      if (projection.aggregateTypes().contains(row.aggregateType())) {
        try {
          events.add(row.event());
        } catch (RuntimeException e) {
          poison = row;
          stop(row, e);
          break;
        }
      }
    }
    poison = fold(fresh, events, poison);
    for (LogRow row : fresh) {
      if (poison != null && row.position() >= poison.position()) {
        break;
      }
      reached = reached.at(row.position(), row.eventId());
    }
    flush();
  }

  private @Nullable LogRow fold(
      List<LogRow> rows, List<StoredEvent> events, @Nullable LogRow unreadable) {
    Set<String> missing = window.missing(events);
    window.load(database.load(reached.collection(), missing));
    for (StoredEvent event : events) {
      try {
        if (window.fold(event)) {
          reached = reached.changed(event.position());
        }
      } catch (RuntimeException e) {
        LogRow row =
            rows.stream().filter(r -> r.position() == event.position()).findFirst().orElseThrow();
        stop(row, e);
        return row;
      }
    }
    return unreadable;
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
    database.writeNew(name, byNew.get(true));
    database.write(name, byNew.get(false));
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

  boolean stopped() {
    return reached.failure() != null;
  }

  ViewStatus status() {
    return ViewStatus.of(projection.view(), reached);
  }

  /** Messages of causes may quote the event, so only their classes and places are told. */
  private void stop(LogRow row, RuntimeException e) {
    String failure =
        "event %s at position %d (%s, revision %d) can't be folded"
            .formatted(row.eventId(), row.position(), row.type(), row.revision());
    reached = reached.failed(failure);
    LOG.error("Projection {} stopped: {}; {}", projection.name(), failure, Causes.of(e));
  }
}
