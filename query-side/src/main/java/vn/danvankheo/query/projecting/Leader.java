package vn.danvankheo.query.projecting;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.danvankheo.query.mongo.BuildStore;
import vn.danvankheo.query.mongo.Checkpoint;
import vn.danvankheo.query.mongo.CheckpointStore;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.reading.EventLogReader;
import vn.danvankheo.query.reading.LogPage;
import vn.danvankheo.query.reading.Signal;

/** One process's time as the only writer of a view database. */
final class Leader implements Leading {
  private static final Logger LOG = LoggerFactory.getLogger(Leader.class);
  private static final long GENERATIONS_PER_TERM = 1_000_000;
  private static final Duration GAP_PAUSE = Duration.ofMillis(2);
  private static final Duration LONGEST_GAP_PAUSE = Duration.ofMillis(50);

  private final EventLogReader reader;
  private final ViewDatabase database;
  private final CheckpointStore checkpoints;
  private final ViewBoard board;
  private final ProjectionMetrics metrics;
  private final ProjectionSettings settings;
  private final Announcer announcer;
  private final Signal log;
  private final Upkeep upkeep;
  private final Clock clock;
  private final long term;
  private final List<Projection<?>> projections;
  private final AtomicLong generations = new AtomicLong();
  private final List<Projection<?>> missing = new ArrayList<>();
  private final List<ViewFolding<?>> live = new ArrayList<>();
  private final List<Shadows> shadows = new ArrayList<>();
  private final Queue<Shadows> handed = new ConcurrentLinkedQueue<>();
  private Duration gapPause = GAP_PAUSE;

  /** Tells other processes that the views have advanced. */
  @FunctionalInterface
  interface Announcer {
    void advanced() throws SQLException;
  }

  /** Asked before every page. */
  @FunctionalInterface
  interface GoOn {
    boolean holds() throws SQLException;
  }

  Leader(
      EventLogReader reader,
      ViewDatabase database,
      CheckpointStore checkpoints,
      ViewBoard board,
      ProjectionMetrics metrics,
      ProjectionSettings settings,
      Announcer announcer,
      Signal log,
      Upkeep upkeep,
      Clock clock,
      List<Projection<?>> projections)
      throws SQLException {
    this.reader = reader;
    this.database = database;
    this.checkpoints = checkpoints;
    this.board = board;
    this.metrics = metrics;
    this.settings = settings;
    this.announcer = announcer;
    this.log = log;
    this.projections = List.copyOf(projections);
    this.upkeep = upkeep;
    this.clock = clock;
    this.term = checkpoints.beginTerm(projections.stream().map(Projection::name).toList());
    prepare();
  }

  /** Goes on with views that belong to this log; the others have to be built. */
  private void prepare() throws SQLException {
    Map<String, Checkpoint> known =
        checkpoints.load().stream()
            .collect(Collectors.toMap(Checkpoint::view, Function.identity()));
    String storeId = reader.storeId();
    for (Projection<?> projection : projections) {
      Checkpoint at = known.get(projection.name());
      if (at != null && CheckpointCheck.fits(at, storeId, reader)) {
        live.add(ViewFolding.goingOn(projection, database, at, clock));
      } else {
        missing.add(projection);
      }
    }
    dropUnused(known.values());
    publish(live);
  }

  /**
   * Abandoned builds and replaced generations are left over by earlier leaders. What other
   * definitions have is another release's, which may be running or come back.
   */
  private void dropUnused(Collection<Checkpoint> known) {
    Set<String> used = new HashSet<>();
    known.forEach(checkpoint -> used.add(checkpoint.collection()));
    checkpoints.previous().forEach(checkpoint -> used.add(checkpoint.collection()));
    new BuildStore(database)
        .all()
        .forEach(build -> build.generations().forEach(green -> used.add(green.collection())));
    Set<String> unused = new HashSet<>();
    for (String collection : database.collections()) {
      for (Projection<?> projection : projections) {
        Matcher generation =
            Pattern.compile("(" + projection.name() + "_\\d+)(_[a-z]+)?").matcher(collection);
        if (generation.matches() && !used.contains(generation.group(1))) {
          unused.add(generation.group(1));
        }
      }
    }
    unused.forEach(database::dropGeneration);
  }

  @Override
  public long term() {
    return term;
  }

  @Override
  public List<Projection<?>> projections() {
    return projections;
  }

  @Override
  public Map<Projection<?>, Checkpoint> previous() {
    Map<Projection<?>, Checkpoint> found = new HashMap<>();
    for (Checkpoint at : checkpoints.previous()) {
      projections.stream()
          .filter(projection -> projection.name().equals(at.view()))
          .forEach(projection -> found.put(projection, at));
    }
    return found;
  }

  @Override
  public long nextGeneration() {
    return term * GENERATIONS_PER_TERM + generations.incrementAndGet();
  }

  @Override
  public List<Projection<?>> missing() {
    return List.copyOf(missing);
  }

  @Override
  public void handOver(Map<Projection<?>, Checkpoint> built, SwapGate gate) {
    List<ViewFolding<?>> views = new ArrayList<>();
    built.forEach(
        (projection, at) -> views.add(ViewFolding.goingOn(projection, database, at, clock)));
    handed.add(new Shadows(views, gate));
    log.raise();
  }

  @Override
  public CompletableFuture<Mended> mend(String view, String documentId) {
    CompletableFuture<Mended> outcome = upkeep.mend(view, documentId);
    log.raise();
    return outcome;
  }

  @Override
  public void look() {
    log.raise();
  }

  /** Follows the log until told to end, or until a store is away or another process leads. */
  void lead(GoOn goOn) throws SQLException, InterruptedException {
    metrics.headIs(reader.head());
    try {
      follow(goOn);
    } finally {
      upkeep.end();
    }
  }

  private void follow(GoOn goOn) throws SQLException, InterruptedException {
    while (goOn.holds()) {
      long seen = log.count();
      for (Shadows next = handed.poll(); next != null; next = handed.poll()) {
        take(next);
      }
      shadows.removeIf(group -> group.gate().isGivenUp());
      LogPage page = step(abreast(), true);
      LogPage behind = chase();
      decide();
      tend();
      await(seen, behind == null ? page : behind);
    }
  }

  /** A leader that was killed may have swapped them already. */
  private void take(Shadows group) {
    Set<String> read = new HashSet<>();
    live.forEach(view -> read.add(view.reached().collection()));
    if (group.views().stream().allMatch(view -> read.contains(view.reached().collection()))) {
      group.gate().swapped();
    } else {
      shadows.add(group);
    }
  }

  /** Whether a view is there and follows the log. */
  boolean isLive(Projection<?> projection) {
    return live.stream().anyMatch(view -> view.projection().name().equals(projection.name()));
  }

  private List<ViewFolding<?>> abreast() {
    List<ViewFolding<?>> all = new ArrayList<>(live);
    shadows.stream().filter(Shadows::abreast).forEach(group -> all.addAll(group.views()));
    return all;
  }

  /** Brings those that were handed over a page further, without keeping the live ones waiting. */
  private @Nullable LogPage chase() throws SQLException {
    LogPage page = null;
    for (Shadows group : shadows) {
      if (!group.abreast()) {
        page = step(group.views(), false);
        if (!page.full() && !page.held()) {
          group.caughtUp();
          log.raise();
        }
      }
    }
    return page;
  }

  /** Looks after single documents; what came of it is told like what events changed. */
  private void tend() throws SQLException {
    List<Checkpoint> before = live.stream().<Checkpoint>map(ViewFolding::reached).toList();
    upkeep.run(live);
    List<ViewFolding<?>> changed =
        live.stream().filter(view -> !before.contains(view.reached())).toList();
    if (!changed.isEmpty()) {
      save(changed);
    }
    upkeep.tell();
  }

  private void decide() throws SQLException {
    for (Shadows group : List.copyOf(shadows)) {
      List<SwapGate.Pair> pairs = group.abreast() ? group.pairs(live) : List.of();
      if (!pairs.isEmpty() && pairs.stream().noneMatch(this::isBehind)) {
        switch (group.gate().decide(pairs)) {
          case SWAP -> swap(group);
          case DROP -> shadows.remove(group);
          case WAIT -> {}
        }
      }
    }
  }

  /** An older definition that readers see may have been brought further by another release. */
  private boolean isBehind(SwapGate.Pair pair) {
    return pair.green().position() < board.status(pair.projection().view()).position();
  }

  /** Readers go to the new generations; those they have read so far stay for a way back. */
  private void swap(Shadows group) throws SQLException {
    List<Checkpoint> superseded = checkpoints.previous();
    group.replace(live);
    List<CheckpointStore.Swap> swaps = new ArrayList<>();
    for (SwapGate.Pair pair : group.pairs(live)) {
      swaps.add(new CheckpointStore.Swap(pair.green(), pair.live()));
    }
    if (!checkpoints.swap(term, swaps)) {
      throw new LeadershipLost();
    }
    Set<String> names = new HashSet<>();
    group.views().forEach(view -> names.add(view.projection().name()));
    live.removeIf(view -> names.contains(view.projection().name()));
    live.addAll(group.views());
    shadows.remove(group);
    publish(group.views());
    announcer.advanced();
    LOG.info("New generations are read from now on: {}", names);
    Set<String> used = new HashSet<>();
    swaps.forEach(swap -> used.add(swap.now().collection()));
    superseded.stream()
        .filter(at -> names.contains(at.view()) && !used.contains(at.collection()))
        .forEach(at -> database.dropGeneration(at.collection()));
    group.gate().swapped();
  }

  /** An open transaction is short as a rule, so looks again soon, and seldom when it is not. */
  private void await(long seen, LogPage page) throws InterruptedException {
    gapPause = page.held() && page.rows().isEmpty() ? longer(gapPause) : GAP_PAUSE;
    if (page.held()) {
      log.awaitBeyond(seen, gapPause);
    } else if (!page.full()) {
      log.awaitBeyond(seen, upkeep.rest(settings.poll()));
    }
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_GAP_PAUSE) > 0 ? LONGEST_GAP_PAUSE : doubled;
  }

  private LogPage step(List<ViewFolding<?>> group, boolean readable) throws SQLException {
    if (group.isEmpty()) {
      reader.head();
      return new LogPage(List.of(), false, null);
    }
    LogPage page = reader.after(position(group), settings.pageSize());
    if (readable) {
      metrics.reading(page);
    }
    if (!page.rows().isEmpty()) {
      group.forEach(view -> view.apply(page.rows()));
      shadows.stream().filter(Shadows::abreast).forEach(next -> group.forEach(next::tell));
      if (readable) {
        save(group.stream().filter(live::contains).toList());
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
}
