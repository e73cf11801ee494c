package vn.danvankheo.query.projecting;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.StoredEvent;
import vn.danvankheo.query.mongo.BuildMark;
import vn.danvankheo.query.mongo.BuildMark.Generation;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.reading.LogRow;
import vn.danvankheo.query.reading.StreamReader;

/**
 * Builds new generations of views from the log as it was at a position. It goes stream by stream,
 * so that each document is folded in memory and written once, in whatever order they are ready.
 */
public final class ViewBuild {
  private static final int PORTION_ROWS = 1_000;
  private static final long PORTION_BYTES = 1 << 20;

  /** How much larger a portion may be than it should, to end with a whole stream. */
  private static final int TOLERANCE = 2;

  private static final long HEAP_SHARE = 64;
  private static final Duration BETWEEN_MARKS = Duration.ofSeconds(1);

  private final ViewDatabase database;
  private final Map<String, Projection<?>> projections = new HashMap<>();
  private final int workers;
  private final BuildControl control;
  private final Poison poison;
  private final long portionBytes;
  private final int portionRows;
  private final Duration betweenMarks;

  /** Rows of whole streams, but for the last when it is open and the first when it goes on. */
  private record Portion(List<LogRow> rows, boolean open) {}

  /** What became of a portion, and who goes on with its open stream. */
  private record Done(BuildProgress.Part part, List<Lane<?>> open) {}

  /**
   * Prepares a build.
   *
   * @param database the views' database
   * @param projections the views
   * @param workers how many threads fold and write, from 1
   * @param control what is told it while it runs
   * @param poison decides about events that can't be folded
   */
  public ViewBuild(
      ViewDatabase database,
      List<Projection<?>> projections,
      int workers,
      BuildControl control,
      Poison poison) {
    this(database, projections, workers, control, poison, PORTION_ROWS, BETWEEN_MARKS);
  }

  ViewBuild(
      ViewDatabase database,
      List<Projection<?>> projections,
      int workers,
      BuildControl control,
      Poison poison,
      int portionRows,
      Duration betweenMarks) {
    this.database = database;
    projections.forEach(projection -> this.projections.put(projection.name(), projection));
    this.workers = workers;
    this.control = control;
    this.poison = poison;
    this.portionRows = portionRows;
    this.betweenMarks = betweenMarks;
    this.portionBytes =
        Math.min(PORTION_BYTES, Runtime.getRuntime().maxMemory() / HEAP_SHARE / workers);
  }

  /**
   * The mark of a build that has not begun.
   *
   * @param id tells it from other builds
   * @param eventStoreId the event store
   * @param position a settled position
   * @param eventId the event there; null when the log is empty
   * @param projections the views
   * @param suffix what the names of the collections end with, digits
   * @return nothing done yet
   */
  public static BuildMark begin(
      String id,
      String eventStoreId,
      long position,
      @Nullable String eventId,
      List<Projection<?>> projections,
      String suffix) {
    List<Generation> generations =
        projections.stream()
            .map(
                projection ->
                    new Generation(
                        projection.name(), projection.name() + "_" + suffix, 0, List.of()))
            .toList();
    return new BuildMark(id, eventStoreId, position, eventId, "", 0, 0, false, generations);
  }

  /**
   * Builds until everything up to the mark's position is in and indexed.
   *
   * @param log a connection for this build alone
   * @param from where to begin or to go on
   * @param reached is told how far it is: when the events are counted, each second, before it waits
   *     long, when all events are in, and when the indexes are made
   * @return the last mark
   * @throws SQLException when the event database is away
   * @throws InterruptedException when the thread is to end
   * @throws BuildFailed when an event can't be folded
   * @throws java.util.concurrent.CancellationException when the build was cancelled
   */
  public BuildMark run(Connection log, BuildMark from, Consumer<BuildMark> reached)
      throws SQLException, InterruptedException {
    if (from.built()) {
      return from;
    }
    Set<String> types =
        from.generations().stream()
            .flatMap(generation -> projection(generation).aggregateTypes().stream())
            .collect(Collectors.toSet());
    BuildProgress progress;
    ExecutorService pool = Executors.newFixedThreadPool(workers, ViewBuild::worker);
    try (StreamReader reader = new StreamReader(log, types, from.position(), from.stream())) {
      progress = new BuildProgress(from, from.total() == 0 ? reader.count() : from.total());
      reached.accept(progress.mark());
      run(new Source(reader), pool, progress, reached);
    } finally {
      pool.shutdownNow();
    }
    for (Generation generation : from.generations()) {
      index(projection(generation), generation.collection());
    }
    BuildMark built = progress.built();
    reached.accept(built);
    return built;
  }

  private static Thread worker(Runnable task) {
    Thread thread = new Thread(task, "view-build");
    thread.setDaemon(true);
    return thread;
  }

  private void run(
      Source source, ExecutorService pool, BuildProgress progress, Consumer<BuildMark> reached)
      throws SQLException, InterruptedException {
    Deque<Future<Done>> pending = new ArrayDeque<>();
    List<Generation> generations = progress.mark().generations();
    Future<Done> before = null;
    long marked = System.nanoTime();
    control.await();
    for (Portion portion = source.next(); portion != null; portion = source.next()) {
      Portion rows = portion;
      Future<Done> earlier = before;
      Future<Done> now = pool.submit(() -> work(rows, earlier, generations));
      pending.add(now);
      before = rows.open() ? now : null;
      boolean waits = control.waits();
      while (pending.size() > (waits ? 0 : workers)) {
        progress.add(outcome(pending.remove()).part());
      }
      boolean waitsLong = control.waitsLong();
      if (waitsLong || System.nanoTime() - marked > betweenMarks.toNanos()) {
        reached.accept(progress.mark());
        marked = System.nanoTime();
      }
      if (waitsLong) {
        source.pause();
      }
      if (waits) {
        control.await();
      }
    }
    for (Future<Done> last : pending) {
      progress.add(outcome(last).part());
    }
    reached.accept(progress.mark());
  }

  private static Done outcome(Future<Done> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private void index(Projection<?> projection, String collection) {
    database.createIndexes(collection, projection.indexes());
    projection
        .parts()
        .forEach((part, own) -> database.createIndexes(ViewFolding.partOf(collection, part), own));
  }

  private Projection<?> projection(Generation generation) {
    Projection<?> projection = projections.get(generation.view());
    if (projection == null) {
      throw new IllegalArgumentException("No projection is called " + generation.view());
    }
    return projection;
  }

  /** Folds and writes a portion, after the one before it when that left a stream open. */
  private Done work(Portion portion, @Nullable Future<Done> before, List<Generation> generations)
      throws InterruptedException {
    List<Lane<?>> lanes = new ArrayList<>();
    if (before == null) {
      generations.forEach(
          generation ->
              lanes.add(new Lane<>(projection(generation), database, generation.collection())));
    } else {
      lanes.addAll(outcome(before).open());
    }
    portion.rows().forEach(row -> fold(row, lanes));
    List<Lane.Written> written = new ArrayList<>();
    lanes.forEach(lane -> written.add(lane.write(portion.open())));
    List<LogRow> rows = portion.rows();
    String whole = portion.open() ? "" : rows.get(rows.size() - 1).aggregateId();
    return new Done(
        new BuildProgress.Part(whole, rows.size(), written), portion.open() ? lanes : List.of());
  }

  private void fold(LogRow row, List<Lane<?>> all) {
    List<Lane<?>> lanes = all.stream().filter(lane -> lane.takes(row)).toList();
    if (lanes.isEmpty()) {
      return;
    }
    StoredEvent event;
    try {
      event = row.event();
    } catch (RuntimeException e) {
      poisoned(lanes, row, e);
      return;
    }
    for (Lane<?> lane : lanes) {
      try {
        lane.fold(event);
      } catch (RuntimeException e) {
        poisoned(List.of(lane), row, e);
      }
    }
  }

  private void poisoned(List<Lane<?>> lanes, LogRow row, RuntimeException cause) {
    poison.met(lanes.stream().<String>map(Lane::view).toList(), row, cause);
    lanes.forEach(lane -> lane.skip(row.aggregateId()));
  }

  /** Cuts the log into portions. */
  private final class Source {
    private final StreamReader reader;
    private @Nullable LogRow ahead;

    Source(StreamReader reader) {
      this.reader = reader;
    }

    /** Leaves no transaction open. */
    void pause() throws SQLException {
      reader.close();
    }

    @Nullable Portion next() throws SQLException {
      LogRow row = ahead == null ? reader.next() : ahead;
      if (row == null) {
        return null;
      }
      List<LogRow> rows = new ArrayList<>();
      long bytes = 0;
      LogRow following = row;
      while (following != null && fits(following, rows, bytes)) {
        rows.add(following);
        bytes += following.payload().length + following.metadata().length;
        following = reader.next();
      }
      ahead = following;
      control.spent(rows.size());
      boolean open =
          following != null
              && following.aggregateId().equals(rows.get(rows.size() - 1).aggregateId());
      return new Portion(rows, open);
    }

    private boolean fits(LogRow row, List<LogRow> rows, long bytes) {
      boolean enough =
          rows.size() >= Math.min(portionRows, control.portion()) || bytes >= portionBytes;
      boolean whole =
          !rows.isEmpty() && !rows.get(rows.size() - 1).aggregateId().equals(row.aggregateId());
      return !enough
          || !whole && rows.size() < TOLERANCE * portionRows && bytes < TOLERANCE * portionBytes;
    }
  }
}
