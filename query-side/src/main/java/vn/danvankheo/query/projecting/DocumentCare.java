package vn.danvankheo.query.projecting;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.danvankheo.query.mongo.Parked;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.parity.Difference;
import vn.danvankheo.query.projecting.DriftLog.Finding;
import vn.danvankheo.query.projecting.DriftLog.Key;
import vn.danvankheo.query.reading.EventLogReader;
import vn.danvankheo.query.reading.LogRow;

/**
 * Checks and mends single documents of served views by their own streams, and writes down what was
 * found. Only for the leader's thread, between two pages: a document then has to reflect all events
 * that its view has reached, so that no lag can look like a fault.
 */
final class DocumentCare {
  private static final Logger LOG = LoggerFactory.getLogger(DocumentCare.class);

  private final EventLogReader reader;
  private final ViewDatabase database;
  private final DriftLog drift;
  private final ProjectionMetrics metrics;
  private final Clock clock;
  private @Nullable Set<Key> open;

  DocumentCare(
      EventLogReader reader,
      ViewDatabase database,
      DriftLog drift,
      ProjectionMetrics metrics,
      Clock clock) {
    this.reader = reader;
    this.database = database;
    this.drift = drift;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** Whether findings can be written down; until then nothing is looked for. */
  boolean isReady() throws SQLException {
    if (open == null && drift.isReady()) {
      open = drift.open();
      metrics.drifting(open);
    }
    return open != null;
  }

  /** Compares a document with its stream and writes down what is not as it should be. */
  void check(ViewFolding<?> view, String id) throws SQLException {
    metrics.checked();
    note(view, id, compare(view, id));
  }

  /**
   * Makes a document anew from its stream; one that waited goes on. It stays as it was when an
   * event can't be folded.
   */
  Mended mend(ViewFolding<?> view, String id) throws SQLException {
    List<Difference> found = compare(view, id);
    long reached = view.reached().position();
    List<LogRow> rows = stream(view, id, reached);
    try {
      refolding(view).mend(id, rows);
    } catch (Refolding.Unfoldable e) {
      view.parking().park(id, e.row(), e.why());
      view.parked();
      note(view, id, found);
      return new Mended(reached, rows.size(), found, told(e.row()));
    }
    view.mended(id);
    note(view, id, found);
    note(view, id, List.of());
    return new Mended(reached, rows.size(), found, null);
  }

  /** What is stored must reflect everything reached, or everything before what it waits for. */
  private List<Difference> compare(ViewFolding<?> view, String id) throws SQLException {
    Parked waiting = view.parking().find(id);
    long upTo = waiting == null ? view.reached().position() : waiting.position() - 1;
    try {
      return refolding(view).compare(id, stream(view, id, upTo));
    } catch (Refolding.Unfoldable e) {
      LOG.error(
          "Document {} of {} can no longer be folded: {}; {}",
          id,
          view.projection().view(),
          told(e.row()),
          Causes.of(e.why()));
      return List.of(Difference.whole("", id, true, false));
    }
  }

  private void note(ViewFolding<?> view, String id, List<Difference> found) throws SQLException {
    Key key = new Key(view.projection().view(), id);
    if (!isReady()) {
      return;
    }
    if (!found.isEmpty()) {
      boolean known = !open.add(key);
      drift.found(new Finding(key.view(), id, view.reached().position(), clock.instant(), found));
      if (!known) {
        LOG.error(
            "Document {} of {} is not what its events give: {}",
            id,
            key.view(),
            found.stream().limit(10).map(d -> d.part() + d.path()).toList());
        metrics.drifted(key.view());
      }
    } else if (open.remove(key)) {
      drift.healed(key, clock.instant());
      LOG.info("Document {} of {} is again what its events give", id, key.view());
    }
    metrics.drifting(open);
  }

  private Refolding<?> refolding(ViewFolding<?> view) {
    return new Refolding<>(view.projection(), database, view.reached().collection());
  }

  private List<LogRow> stream(ViewFolding<?> view, String id, long upTo) throws SQLException {
    Projection<?> projection = view.projection();
    return reader.stream(projection.streamId(id)).stream()
        .filter(row -> row.position() <= upTo)
        .filter(row -> projection.aggregateTypes().contains(row.aggregateType()))
        .toList();
  }

  private static String told(LogRow row) {
    return "event %s at position %d (%s, revision %d)"
        .formatted(row.eventId(), row.position(), row.type(), row.revision());
  }
}
