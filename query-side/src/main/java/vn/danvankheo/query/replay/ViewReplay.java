package vn.danvankheo.query.replay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.danvankheo.events.oversight.ReplayFinished;
import vn.danvankheo.events.oversight.ViewsSwapped;
import vn.danvankheo.query.mongo.BuildMark;
import vn.danvankheo.query.mongo.BuildMark.Generation;
import vn.danvankheo.query.mongo.BuildMark.Tally;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.projecting.BuildControl;
import vn.danvankheo.query.projecting.BuildFailed;
import vn.danvankheo.query.projecting.Builds;
import vn.danvankheo.query.projecting.LeadershipLost;
import vn.danvankheo.query.projecting.Leading;
import vn.danvankheo.query.projecting.ParityGate;
import vn.danvankheo.query.projecting.Poison;
import vn.danvankheo.query.projecting.Projection;
import vn.danvankheo.query.projecting.SwapGate;
import vn.danvankheo.query.projecting.ViewBuild;
import vn.danvankheo.query.reading.DedicatedConnection;
import vn.danvankheo.query.reading.EventDatabaseFailure;
import vn.danvankheo.query.reading.EventLogReader;
import vn.danvankheo.query.reading.Signal;
import vn.danvankheo.web.operation.OperationState;

/** One replay of views, as far as one leader's term goes: built, let in, told. */
final class ViewReplay {
  private static final Logger LOG = LoggerFactory.getLogger(ViewReplay.class);
  private static final long BETWEEN_TELLINGS = Duration.ofMillis(900).toNanos();
  private static final long BETWEEN_LINES = Duration.ofSeconds(30).toNanos();
  private static final Duration POLL = Duration.ofMillis(500);
  private static final String READING = "readingSecondsPerEvent";
  private static final String FINISHING = "finishingSecondsPerEvent";

  private final ViewReplays.Tools tools;
  private final Leading leading;
  private final ViewReplayStore.Job job;
  private final MeterRegistry registry;
  private final List<Projection<?>> projections;
  private final Builds builds;
  private final BuildControl control = new BuildControl();
  private final Signal changed = new Signal();
  private final Pacing.Known known;
  private volatile Pacing pacing = new Pacing(0, 0, Pacing.Known.NOTHING);
  private volatile @Nullable BuildMark mark;
  private volatile OperationState told;
  private volatile boolean leaving;
  private long toldAt;
  private long lineAt;

  ViewReplay(
      ViewReplays.Tools tools, Leading leading, ViewReplayStore.Job job, MeterRegistry registry) {
    this.tools = tools;
    this.leading = leading;
    this.job = job;
    this.registry = registry;
    this.projections = views(leading.projections(), job.subject());
    this.builds = new Builds(tools.database(), leading);
    this.told = job.state();
    Map<String, Object> last = tools.jobs().lastResult(job.subject());
    this.known = new Pacing.Known(seconds(last, READING), seconds(last, FINISHING));
  }

  private static double seconds(Map<String, Object> result, String name) {
    return result.get(name) instanceof Number seconds ? seconds.doubleValue() : 0;
  }

  /** The views that a replay is about: one by its name, or all. */
  static List<Projection<?>> views(List<Projection<?>> all, String subject) {
    return all.stream()
        .filter(projection -> subject.isEmpty() || projection.view().equals(subject))
        .toList();
  }

  /** Works until it has ended, or this process no longer leads; one process at a time. */
  void run() throws SQLException, InterruptedException {
    try (DedicatedConnection dedicated = new DedicatedConnection(tools.direct())) {
      if (ViewReplayStore.lock(dedicated.connection(), job.id())
          && !tools.jobs().told(job.id()).state().isEnd()) {
        work(dedicated.connection());
      }
    }
  }

  private void work(Connection log) throws SQLException, InterruptedException {
    if (job.goingBack()) {
      goBack();
      return;
    }
    tools.jobs().begin(job.id(), tools.clock().instant());
    look();
    try {
      BuildMark built = build(log);
      Gate gate = new Gate(new ParityGate(tools.database(), control, leading::look));
      leading.handOver(Builds.checkpoints(built, projections), gate);
      try {
        letIn(gate);
      } finally {
        gate.leave();
      }
      succeed(built, gate);
    } catch (BuildFailed e) {
      LOG.error("Replay of views {} failed: {}", job.id(), e.getMessage());
      fail("REPLAY_STOPPED", Map.of("view", e.view(), "event", e.event()));
    } catch (CancellationException e) {
      if (tools.jobs().told(job.id()).state() == OperationState.CANCELLED) {
        LOG.info("Replay of views {} was cancelled", job.id());
        discard();
      }
    } catch (LeadershipLost | EventDatabaseFailure e) {
      throw e;
    } catch (RuntimeException e) {
      if (ViewDatabase.isAway(e)) {
        throw e;
      }
      LOG.error("Replay of views {} failed", job.id(), e);
      fail("INTERNAL_ERROR", Map.of());
    }
  }

  private void goBack() throws InterruptedException {
    WayBack back = new WayBack(tools, leading, job);
    Gate gate = new Gate(back);
    gate.allowed = true;
    back.begin(gate);
    try {
      while (!gate.swapped) {
        long seen = changed.count();
        if (leaving || gate.dropped) {
          return;
        }
        changed.awaitBeyond(seen, POLL);
      }
    } finally {
      gate.leave();
    }
    back.end();
  }

  private BuildMark build(Connection log) throws SQLException, InterruptedException {
    EventLogReader reader = new EventLogReader(log);
    BuildMark from = builds.takeUp(job.id().toString(), projections, reader, control);
    mark = from;
    pacing = new Pacing(from.done(), System.nanoTime(), known);
    look();
    LOG.info(
        "Replay of views {} up to position {}, {} events done",
        job.id(),
        from.position(),
        from.done());
    int workers = Runtime.getRuntime().availableProcessors();
    return new ViewBuild(tools.database(), projections, workers, control, Poison.STOPS)
        .run(log, from, this::reached);
  }

  private void reached(BuildMark now) {
    builds.save(now);
    boolean read = now.done() >= now.total();
    boolean held = told == OperationState.PAUSED;
    long nanos = System.nanoTime();
    mark = now;
    if (read) {
      pacing.finishes(nanos);
    }
    if (nanos - toldAt >= BETWEEN_TELLINGS || read || held) {
      pacing.reached(now.done(), documents(now), now.total(), nanos, tools.clock().instant());
      toldAt = nanos;
      tell(read ? "INDEXING" : "READING");
    }
    if (nanos - lineAt >= BETWEEN_LINES) {
      lineAt = nanos;
      LOG.info(
          "Replay of views {}: {} of {} events, {} a second",
          job.id(),
          now.done(),
          now.total(),
          Math.round(pacing.perSecond()));
    }
  }

  private static long documents(BuildMark now) {
    return now.generations().stream()
        .flatMap(generation -> generation.tallies().stream())
        .mapToLong(Tally::documents)
        .sum();
  }

  private void tell(String stage) {
    BuildMark now = mark;
    if (now != null) {
      tools.jobs().progress(job.id(), now.done(), now.total(), pacing, result(now, stage));
    }
  }

  private Map<String, Object> result(BuildMark now, String stage) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("stage", stage);
    result.put("position", now.position());
    List<String> names = projections.stream().<String>map(Projection::view).toList();
    result.put("lag", Math.max(0, tools.board().position(names) - now.position()));
    return result;
  }

  /** Asks for the swap when the generations have caught up, and waits until it is made. */
  private void letIn(Gate gate) throws InterruptedException {
    tell("CATCHING_UP");
    boolean compares = false;
    while (!gate.swapped) {
      long seen = changed.count();
      if (leaving || gate.dropped) {
        throw new CancellationException("The replay was given up");
      }
      ParityGate.Outcome outcome = gate.outcome();
      if (outcome != null && outcome.failure() != null) {
        throw new IllegalStateException(outcome.failure());
      }
      if (outcome != null && !gate.allowed) {
        allow(gate, outcome);
      } else if (gate.abreast && !compares) {
        compares = true;
        tell("COMPARING");
      }
      changed.awaitBeyond(seen, POLL);
    }
  }

  /** Data that is the same is let in; data that differs waits until somebody decides. */
  private void allow(Gate gate, ParityGate.Outcome outcome) {
    ViewReplayStore.Told now = tools.jobs().told(job.id());
    BuildMark built = mark;
    if (outcome.same() || now.swap() != null) {
      if (tools.jobs().claim(job.id())) {
        if (!outcome.same() && now.swap() != null) {
          long differing = ParityResult.differing(outcome.views());
          ViewsSwapped accepted = new ViewsSwapped(job.id().toString(), job.view(), differing);
          tools.oversight().record(accepted, now.swap());
        }
        gate.allow();
      }
    } else if (built != null && now.state() == OperationState.RUNNING) {
      Map<String, Object> result = result(built, "DIFFERS");
      result.put("awaiting", "swap");
      ParityResult.put(result, outcome.views());
      tools.jobs().awaitSwap(job.id(), result);
      LOG.warn(
          "Replay of views {} differs from what is in use in {} documents, and waits",
          job.id(),
          ParityResult.differing(outcome.views()));
    }
  }

  private void succeed(BuildMark built, Gate gate) {
    Map<String, Object> result = result(built, "SWAPPED");
    result.put("lag", 0);
    ParityGate.Outcome outcome = gate.outcome();
    if (outcome != null) {
      ParityResult.put(result, outcome.views());
    }
    Map<String, Object> views = new LinkedHashMap<>();
    for (Generation generation : built.generations()) {
      views.put(generation.view().replaceAll("_\\d+$", ""), tallies(generation));
    }
    result.put("views", views);
    Pacing.Known learnt = pacing.learnt(built.total(), System.nanoTime());
    result.put(READING, learnt.perPart());
    result.put(FINISHING, learnt.tailPerPart());
    end(null, built.done(), result);
    builds.forget(built.id());
    LOG.info("Replay of views {} has ended: {} events", job.id(), built.done());
  }

  private static Map<String, Object> tallies(Generation generation) {
    Map<String, Object> own = new LinkedHashMap<>();
    Map<String, Object> parts = new LinkedHashMap<>();
    for (Tally tally : generation.tallies()) {
      Map<String, Object> told = tally.part().isEmpty() ? own : new LinkedHashMap<>();
      told.put("documents", tally.documents());
      told.put("digest", tally.digest());
      if (!tally.part().isEmpty()) {
        parts.put(tally.part(), told);
      }
    }
    own.put("parts", parts);
    return own;
  }

  private void fail(String error, Map<String, Object> why) {
    BuildMark now = mark;
    Map<String, Object> result = new LinkedHashMap<>();
    if (now != null) {
      result.putAll(result(now, "STOPPED"));
    }
    result.putAll(why);
    end(error, now == null ? 0 : now.done(), result);
    discard();
  }

  private void end(@Nullable String error, long events, Map<String, Object> result) {
    tools
        .oversight()
        .record(
            new ReplayFinished(ViewReplays.TARGET, job.view(), events, error == null),
            job.metadata());
    tools.jobs().end(job.id(), error, result, tools.clock().instant());
    Counter.builder("danvankheo_replays")
        .tag("outcome", error == null ? "succeeded" : "failed")
        .description("Replays of views that have ended")
        .register(registry)
        .increment();
  }

  private void discard() {
    BuildMark now = mark;
    if (now != null) {
      builds.discard(now);
    }
  }

  /** Heeds what it is told. */
  void look() {
    ViewReplayStore.Told now = tools.jobs().told(job.id());
    control.limit(now.rateLimit());
    pacing.limit(now.rateLimit());
    boolean held = now.state() == OperationState.PAUSED;
    if (held) {
      pacing.hold(System.nanoTime());
    } else {
      pacing.goOn(System.nanoTime());
    }
    told = now.state();
    control.pause(held);
    if (now.state() == OperationState.CANCELLED) {
      control.cancel();
      leading.look();
    }
    changed.raise();
  }

  /** Ends the work in this process; the next leader goes on with it. */
  void leave() {
    leaving = true;
    control.cancel();
    changed.raise();
  }

  double done() {
    BuildMark now = mark;
    return now == null ? 0 : now.done();
  }

  double total() {
    BuildMark now = mark;
    return now == null ? 0 : now.total();
  }

  double perSecond() {
    return pacing.perSecond();
  }

  /** Lets the generations in when the replay says so. */
  private final class Gate implements SwapGate {
    private final SwapGate parity;
    private volatile boolean abreast;
    private volatile boolean allowed;
    private volatile boolean swapped;
    private volatile boolean dropped;
    private volatile boolean left;

    Gate(SwapGate parity) {
      this.parity = parity;
    }

    /** What came of the comparison; null while it goes on. */
    ParityGate.@Nullable Outcome outcome() {
      return parity instanceof ParityGate gate ? gate.outcome() : null;
    }

    void allow() {
      allowed = true;
      if (parity instanceof ParityGate gate) {
        gate.accept();
      }
      leading.look();
    }

    /** Nobody waits any more: what was not let in is handed over again. */
    void leave() {
      left = true;
      if (!swapped && parity instanceof ParityGate gate) {
        gate.close();
      }
      leading.look();
    }

    @Override
    public boolean isGivenUp() {
      if (left || told == OperationState.CANCELLED) {
        dropped = true;
        changed.raise();
      }
      return dropped;
    }

    @Override
    public Decision decide(List<Pair> pairs) {
      if (!abreast) {
        abreast = true;
        changed.raise();
      }
      Decision decision = parity.decide(pairs);
      if (outcome() != null) {
        changed.raise();
      }
      return decision != Decision.SWAP || allowed ? decision : Decision.WAIT;
    }

    @Override
    public void written(String view, String part, Collection<String> ids) {
      parity.written(view, part, ids);
    }

    @Override
    public boolean isSame() {
      return parity.isSame();
    }

    @Override
    public void swapped() {
      parity.swapped();
      swapped = true;
      changed.raise();
    }
  }
}
