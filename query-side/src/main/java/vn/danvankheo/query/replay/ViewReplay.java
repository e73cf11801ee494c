package vn.danvankheo.query.replay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.danvankheo.events.oversight.ReplayFinished;
import vn.danvankheo.events.oversight.ViewsSwapped;
import vn.danvankheo.query.mongo.BuildMark;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.projecting.BuildControl;
import vn.danvankheo.query.projecting.BuildFailed;
import vn.danvankheo.query.projecting.Builds;
import vn.danvankheo.query.projecting.LeadershipLost;
import vn.danvankheo.query.projecting.Leading;
import vn.danvankheo.query.projecting.ParityGate;
import vn.danvankheo.query.projecting.Poison;
import vn.danvankheo.query.projecting.Projection;
import vn.danvankheo.query.projecting.ViewBuild;
import vn.danvankheo.query.reading.DedicatedConnection;
import vn.danvankheo.query.reading.EventDatabaseFailure;
import vn.danvankheo.query.reading.EventLogReader;
import vn.danvankheo.query.reading.Signal;
import vn.danvankheo.web.operation.OperationState;

/** One replay of views, as far as one leader's term goes: built, let in, ended. */
final class ViewReplay {
  private static final Logger LOG = LoggerFactory.getLogger(ViewReplay.class);

  private final ViewReplays.Tools tools;
  private final Leading leading;
  private final ViewReplayStore.Job job;
  private final MeterRegistry registry;
  private final List<Projection<?>> projections;
  private final Builds builds;
  private final ReplayProgress progress;
  private final BuildControl control = new BuildControl();
  private final Signal changed = new Signal();
  private volatile OperationState told;
  private volatile boolean leaving;

  ViewReplay(
      ViewReplays.Tools tools, Leading leading, ViewReplayStore.Job job, MeterRegistry registry) {
    this.tools = tools;
    this.leading = leading;
    this.job = job;
    this.registry = registry;
    this.projections = views(leading.projections(), job.subject());
    this.builds = new Builds(tools.database(), leading);
    this.progress = new ReplayProgress(tools, job, projections);
    this.told = job.state();
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
      succeed(built, letIn(built));
    } catch (BuildFailed e) {
      LOG.error("Replay of views {} failed: {}", job.id(), e.getMessage());
      fail("REPLAY_STOPPED", Map.of("view", e.view(), "event", e.event(), "cause", e.why()));
    } catch (CancellationException e) {
      if (tools.jobs().told(job.id()).state() == OperationState.CANCELLED) {
        LOG.info("Replay of views {} was cancelled", job.id());
        count("cancelled");
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
    ReplayGate gate = new ReplayGate(back, leading, changed, this::isCancelled);
    gate.allow();
    back.begin(gate);
    boolean swapped;
    try {
      swapped = gate.awaitSwap(() -> leaving, () -> {});
    } finally {
      gate.leave();
    }
    if (swapped) {
      back.end();
    }
  }

  private BuildMark build(Connection log) throws SQLException, InterruptedException {
    EventLogReader reader = new EventLogReader(log);
    BuildMark from = builds.takeUp(job.id().toString(), projections, reader, control);
    progress.begins(from);
    look();
    int workers = Runtime.getRuntime().availableProcessors();
    return new ViewBuild(tools.database(), projections, workers, control, Poison.STOPS)
        .run(log, from, this::reached);
  }

  private void reached(BuildMark now) {
    builds.save(now);
    progress.reached(now, told == OperationState.PAUSED);
  }

  /** Hands the new data over, and waits until it is let in; tells what came of the comparison. */
  private ParityGate.@Nullable Outcome letIn(BuildMark built) throws InterruptedException {
    ParityGate parity = new ParityGate(tools.database(), control, leading::look);
    ReplayGate gate = new ReplayGate(parity, leading, changed, this::isCancelled);
    leading.handOver(Builds.checkpoints(built, projections), gate);
    try {
      progress.tell("CATCHING_UP");
      if (!gate.awaitSwap(() -> leaving, new Judging(parity, gate))) {
        throw new CancellationException("The replay was given up");
      }
    } finally {
      gate.leave();
      if (!gate.isSwapped()) {
        parity.close();
      }
    }
    return parity.outcome();
  }

  /** Data that is the same is let in; data that differs waits until somebody decides. */
  private final class Judging implements Runnable {
    private final ParityGate parity;
    private final ReplayGate gate;
    private boolean compares;

    Judging(ParityGate parity, ReplayGate gate) {
      this.parity = parity;
      this.gate = gate;
    }

    @Override
    public void run() {
      ParityGate.Outcome outcome = parity.outcome();
      if (outcome == null && gate.isAbreast() && !compares) {
        compares = true;
        progress.tell("COMPARING");
      } else if (outcome != null && outcome.failure() != null) {
        throw new IllegalStateException(outcome.failure());
      } else if (outcome != null && !gate.isAllowed()) {
        judge(outcome);
      }
    }

    private void judge(ParityGate.Outcome outcome) {
      ViewReplayStore.Told now = tools.jobs().told(job.id());
      long differing = ParityResult.differing(outcome.views());
      if (outcome.same() || now.swap() != null) {
        if (tools.jobs().claim(job.id())) {
          if (!outcome.same() && now.swap() != null) {
            ViewsSwapped accepted = new ViewsSwapped(job.id().toString(), job.view(), differing);
            tools.oversight().record(accepted, now.swap());
          }
          parity.accept();
          gate.allow();
        }
      } else if (now.state() == OperationState.RUNNING) {
        tools.jobs().awaitSwap(job.id(), progress.differing(outcome.views()));
        LOG.warn(
            "Replay of views {} differs from what is in use in {} documents, and waits",
            job.id(),
            differing);
      }
    }
  }

  private void succeed(BuildMark built, ParityGate.@Nullable Outcome outcome) {
    end(null, built.done(), progress.swapped(built, outcome == null ? null : outcome.views()));
    builds.forget(built.id());
    LOG.info("Replay of views {} has ended: {} events", job.id(), built.done());
  }

  private void fail(String error, Map<String, Object> why) {
    Map<String, Object> result = progress.result("STOPPED");
    result.putAll(why);
    end(error, progress.done(), result);
    discard();
  }

  private void end(@Nullable String error, long events, Map<String, Object> result) {
    tools
        .oversight()
        .record(
            new ReplayFinished(ViewReplays.TARGET, job.view(), events, error == null),
            job.metadata());
    tools.jobs().end(job.id(), error, result, tools.clock().instant());
    count(error == null ? "succeeded" : "failed");
  }

  private void count(String outcome) {
    Counter.builder("danvankheo_replays")
        .tag("outcome", outcome)
        .description("Replays of views that have ended")
        .register(registry)
        .increment();
  }

  private void discard() {
    BuildMark now = progress.mark();
    if (now != null) {
      builds.discard(now);
    }
  }

  /** Heeds what it is told. */
  void look() {
    ViewReplayStore.Told now = tools.jobs().told(job.id());
    boolean held = now.state() == OperationState.PAUSED;
    control.limit(now.rateLimit());
    progress.heeds(now.rateLimit(), held);
    told = now.state();
    control.pause(held);
    if (isCancelled()) {
      control.cancel();
      leading.look();
    }
    changed.raise();
  }

  private boolean isCancelled() {
    return told == OperationState.CANCELLED;
  }

  /** Ends the work in this process; the next leader goes on with it. */
  void leave() {
    leaving = true;
    control.cancel();
    changed.raise();
  }

  /** How far it is. */
  ReplayProgress progress() {
    return progress;
  }
}
