package vn.danvankheo.query.projecting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
  private static final int EMISSIONS_LIMIT = 2_000;

  private final Projection<S> projection;
  private final ViewDatabase database;
  private final Window<S> window;
  private final boolean build;
  private final int windowLimit;
  private Checkpoint reached;

  private ViewFolding(
      Projection<S> projection,
      ViewDatabase database,
      Checkpoint from,
      boolean build,
      int windowLimit) {
    this.projection = projection;
    this.database = database;
    this.window = new Window<>(projection);
    this.reached = from;
    this.build = build;
    this.windowLimit = windowLimit;
  }

  /** Goes on where a checkpoint is; whatever is folded is written at once. */
  static <S> ViewFolding<S> goingOn(
      Projection<S> projection, ViewDatabase database, Checkpoint from) {
    return new ViewFolding<>(projection, database, from.failed(null), false, 0);
  }

  /** Begins anew in a collection that is not there yet, with as much in memory as it may. */
  static <S> ViewFolding<S> anew(
      Projection<S> projection,
      ViewDatabase database,
      String collection,
      String eventStoreId,
      int windowLimit) {
    Checkpoint start = Checkpoint.start(projection.name(), collection, eventStoreId);
    return new ViewFolding<>(projection, database, start, true, windowLimit);
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
    if (window.size() > windowLimit) {
      flush();
    } else if (window.emissions().size() > EMISSIONS_LIMIT) {
      writeEmissions();
    }
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
  void flush() {
    writeEmissions();
    if (build) {
      database.insert(reached.collection(), window.changed(true));
      database.write(reached.collection(), window.changed(false));
    } else {
      List<org.bson.BsonDocument> all = new ArrayList<>(window.changed(true));
      all.addAll(window.changed(false));
      database.write(reached.collection(), all);
    }
    window.clear();
  }

  private void writeEmissions() {
    window.emissions().write(database, reached.collection(), build);
  }

  /** Ends a build: everything written, indexes made. */
  void finish() {
    flush();
    database.createIndexes(reached.collection(), projection.indexes());
    projection
        .parts()
        .forEach((part, own) -> database.createIndexes(partOf(reached.collection(), part), own));
  }

  /** Where a generation keeps what single events give. */
  static String partOf(String collection, String part) {
    return collection + "_" + part;
  }

  /** The same view, going on live from here. */
  ViewFolding<S> live() {
    return new ViewFolding<>(projection, database, reached, false, 0);
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
    LOG.error("Projection {} stopped: {}; {}", projection.name(), failure, places(e));
  }

  private static String places(Throwable e) {
    List<String> causes = new ArrayList<>();
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      causes.add(
          cause.getClass().getName()
              + Arrays.stream(cause.getStackTrace())
                  .filter(frame -> frame.getClassName().startsWith("vn.danvankheo"))
                  .limit(3)
                  .map(frame -> " at " + frame)
                  .collect(Collectors.joining()));
    }
    return String.join(", caused by ", causes);
  }
}
