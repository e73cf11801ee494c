package vn.danvankheo.query.projecting;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.danvankheo.query.mongo.Checkpoint;
import vn.danvankheo.query.mongo.CheckpointStore;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.reading.EventLogReader;
import vn.danvankheo.query.reading.LogPage;
import vn.danvankheo.query.reading.Signal;

/** One process's time as the only writer of a view database. */
final class Leader {
  private static final Logger LOG = LoggerFactory.getLogger(Leader.class);
  private static final Duration GAP_PAUSE = Duration.ofMillis(2);
  private static final Duration LONGEST_GAP_PAUSE = Duration.ofMillis(50);

  private final EventLogReader reader;
  private final ViewDatabase database;
  private final CheckpointStore checkpoints;
  private final ViewBoard board;
  private final ProjectionMetrics metrics;
  private final ProjectionSettings settings;
  private final Announcer announcer;
  private final long term;
  private final List<ViewFolding<?>> live = new ArrayList<>();
  private final List<ViewFolding<?>> building = new ArrayList<>();
  private Duration gapPause = GAP_PAUSE;

  /** Tells other processes that the views have advanced. */
  @FunctionalInterface
  interface Announcer {
    void advanced() throws SQLException;
  }

  Leader(
      EventLogReader reader,
      ViewDatabase database,
      CheckpointStore checkpoints,
      ViewBoard board,
      ProjectionMetrics metrics,
      ProjectionSettings settings,
      Announcer announcer,
      List<Projection<?>> projections)
      throws SQLException {
    this.reader = reader;
    this.database = database;
    this.checkpoints = checkpoints;
    this.board = board;
    this.metrics = metrics;
    this.settings = settings;
    this.announcer = announcer;
    this.term = checkpoints.beginTerm(projections.stream().map(Projection::name).toList());
    prepare(projections);
  }

  /** Goes on with views that belong to this log, and begins the others anew. */
  private void prepare(List<Projection<?>> projections) throws SQLException {
    Map<String, Checkpoint> known =
        checkpoints.load().stream()
            .collect(Collectors.toMap(Checkpoint::view, Function.identity()));
    dropUnused(projections, known);
    String storeId = reader.storeId();
    for (Projection<?> projection : projections) {
      Checkpoint at = known.get(projection.name());
      if (at != null && CheckpointCheck.fits(at, storeId, reader)) {
        live.add(ViewFolding.goingOn(projection, database, at));
      } else {
        LOG.info("View {} is built from the event log", projection.name());
        board.publish(List.of(ViewStatus.building(projection.view())));
        String collection = projection.name() + "_" + term;
        building.add(
            ViewFolding.anew(projection, database, collection, storeId, settings.windowLimit()));
      }
    }
    publish(live);
  }

  /** Unfinished builds and replaced generations are left over by earlier leaders. */
  private void dropUnused(List<Projection<?>> projections, Map<String, Checkpoint> known) {
    List<String> used = known.values().stream().map(Checkpoint::collection).toList();
    for (String collection : database.collections()) {
      for (Projection<?> projection : projections) {
        Matcher generation =
            Pattern.compile("(" + projection.view() + "_\\d+_\\d+)(_[a-z]+)?").matcher(collection);
        if (generation.matches() && !used.contains(generation.group(1))) {
          database.drop(collection);
        }
      }
    }
  }

  /** Follows the log until told to end, or until a store is away or another process leads. */
  void lead(Signal log, BooleanSupplier goOn) throws SQLException, InterruptedException {
    metrics.headIs(reader.head());
    while (goOn.getAsBoolean()) {
      long seen = log.count();
      LogPage page = step(live);
      if (building.isEmpty()) {
        await(log, seen, page);
      } else {
        LogPage built = step(building);
        if (built.held() || built.full()) {
          await(log, seen, built);
        } else {
          finishBuild();
        }
      }
    }
  }

  /** An open transaction is short as a rule, so looks again soon, and seldom when it is not. */
  private void await(Signal log, long seen, LogPage page) throws InterruptedException {
    gapPause = page.held() && page.rows().isEmpty() ? longer(gapPause) : GAP_PAUSE;
    if (page.held()) {
      log.awaitBeyond(seen, gapPause);
    } else if (!page.full()) {
      log.awaitBeyond(seen, settings.poll());
    }
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_GAP_PAUSE) > 0 ? LONGEST_GAP_PAUSE : doubled;
  }

  private LogPage step(List<ViewFolding<?>> group) throws SQLException {
    List<ViewFolding<?>> active = group.stream().filter(view -> !view.stopped()).toList();
    if (active.isEmpty()) {
      reader.head();
      return new LogPage(List.of(), false, null);
    }
    LogPage page = reader.after(position(active), settings.pageSize());
    metrics.reading(page);
    if (!page.rows().isEmpty()) {
      active.forEach(view -> view.apply(page.rows()));
      if (group == live) {
        save(active);
        metrics.readable(page.rows());
      }
    }
    return page;
  }

  private static long position(List<ViewFolding<?>> group) {
    return group.stream().mapToLong(view -> view.reached().position()).min().orElse(0);
  }

  private void save(List<ViewFolding<?>> views) throws SQLException {
    if (!checkpoints.save(term, views.stream().<Checkpoint>map(ViewFolding::reached).toList())) {
      throw new LeadershipLost();
    }
    publish(views);
    announcer.advanced();
  }

  private void publish(List<ViewFolding<?>> views) {
    board.publish(views.stream().<ViewStatus>map(ViewFolding::status).toList());
  }

  private void finishBuild() throws SQLException {
    building.forEach(ViewFolding::finish);
    save(building);
    building.forEach(view -> live.add(view.live()));
    building.clear();
    LOG.info("Views are built");
  }
}
