package vn.danvankheo.query.replay;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.oversight.OversightLog;
import vn.danvankheo.query.projecting.LeadersWork;
import vn.danvankheo.query.projecting.LeadershipLost;
import vn.danvankheo.query.projecting.Leading;
import vn.danvankheo.query.projecting.Projection;
import vn.danvankheo.query.projecting.ViewBoard;
import vn.danvankheo.query.reading.EventDatabaseFailure;
import vn.danvankheo.query.reading.NotificationListener;
import vn.danvankheo.query.reading.Signal;
import vn.danvankheo.web.operation.OperationState;

/** Replays views in the process that leads them, different ones at the same time. */
public final class ViewReplays implements LeadersWork {
  /** The target of such replays. */
  static final String TARGET = "views";

  private static final Logger LOG = LoggerFactory.getLogger(ViewReplays.class);
  private static final Duration POLL = Duration.ofSeconds(2);
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final Tools tools;
  private final MeterRegistry registry;
  private final Map<UUID, ViewReplay> running = new ConcurrentHashMap<>();

  /**
   * What a replay works with.
   *
   * @param direct the event database, by connections of its own to each caller, not a pool's
   * @param database the views' database
   * @param board how far the live ones are
   * @param jobs what was asked for
   * @param oversight is told what came of it
   * @param clock tells the time
   */
  public record Tools(
      DataSource direct,
      ViewDatabase database,
      ViewBoard board,
      ViewReplayStore jobs,
      OversightLog oversight,
      Clock clock) {}

  /**
   * Prepares to work when this process leads.
   *
   * @param tools what a replay works with
   * @param registry where metrics go
   */
  public ViewReplays(Tools tools, MeterRegistry registry) {
    this.tools = tools;
    this.registry = registry;
    gauge(
        "danvankheo_replay_done",
        "events",
        "Events that running replays have read",
        ReplayProgress::done);
    gauge(
        "danvankheo_replay_total",
        "events",
        "Events that running replays have to read",
        ReplayProgress::total);
    gauge(
        "danvankheo_replay_rate",
        "events",
        "Events a second of running replays",
        ReplayProgress::perSecond);
  }

  private void gauge(
      String name, String unit, String description, ToDoubleFunction<ReplayProgress> value) {
    Gauge.builder(
            name,
            this,
            replays ->
                replays.running.values().stream()
                    .map(ViewReplay::progress)
                    .mapToDouble(value)
                    .sum())
        .baseUnit(unit)
        .description(description)
        .register(registry);
  }

  @Override
  public Term begin(Leading leading) {
    Work work = new Work(leading);
    work.control.start();
    return work;
  }

  /** The threads of one term: one that looks what there is to do and to tell, and one a replay. */
  private final class Work implements Term {
    private final Leading leading;
    private final Signal called = new Signal();
    private final Signal stop = new Signal();
    private final Thread control = new Thread(this::control, "view-replays-control");
    private final Map<UUID, Thread> workers = new ConcurrentHashMap<>();
    private final NotificationListener notifications;
    private volatile boolean closed;

    Work(Leading leading) {
      this.leading = leading;
      this.notifications =
          new NotificationListener(tools.direct(), Map.of(ViewReplayStore.CHANNEL, called));
      control.setDaemon(true);
    }

    private void control() {
      try {
        while (!closed) {
          long seen = called.count();
          try {
            for (ViewReplay replay : running.values()) {
              replay.look();
            }
            // Asked for before the jobs: what ends meanwhile is not begun again.
            Set<UUID> begun = Set.copyOf(workers.keySet());
            tools.jobs().active().stream()
                .filter(job -> !begun.contains(job.id()) && canBegin(job))
                .forEach(this::begin);
          } catch (EventDatabaseFailure away) {
            LOG.debug("What replays are told is not known", away);
          }
          called.awaitBeyond(seen, workers.isEmpty() ? POLL : LOOK);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    /** Not before there is anything to replace, nor while it is held from the start. */
    private boolean canBegin(ViewReplayStore.Job job) {
      List<Projection<?>> views = ViewReplay.views(leading.projections(), job.subject());
      return job.state() != OperationState.PAUSED
          && !views.isEmpty()
          && views.stream()
              .allMatch(projection -> tools.board().status(projection.view()).served());
    }

    private void begin(ViewReplayStore.Job job) {
      Thread worker = new Thread(() -> work(job), "view-replay");
      worker.setDaemon(true);
      workers.put(job.id(), worker);
      worker.start();
    }

    private void work(ViewReplayStore.Job job) {
      try {
        replay(job);
      } catch (LeadershipLost e) {
        LOG.debug("The next leader goes on with the replay", e);
        closed = true;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        running.remove(job.id());
        workers.remove(job.id());
        called.raise();
      }
    }

    /** Works on it; when a store is away, it is tried again after a while. */
    private void replay(ViewReplayStore.Job job) throws InterruptedException {
      try {
        ViewReplay replay = new ViewReplay(tools, leading, job, registry);
        running.put(job.id(), replay);
        if (!closed) {
          replay.run();
        }
        return;
      } catch (SQLException | EventDatabaseFailure e) {
        LOG.debug("A replay of views waits for the event database", e);
      } catch (LeadershipLost e) {
        throw e;
      } catch (RuntimeException e) {
        LOG.warn("A replay of views waits: {}", e.getMessage(), ViewDatabase.isAway(e) ? null : e);
      }
      stop.awaitBeyond(0, RETRY);
    }

    @Override
    public void close() throws InterruptedException {
      closed = true;
      running.values().forEach(ViewReplay::leave);
      stop.raise();
      called.raise();
      control.join(Duration.ofSeconds(10).toMillis());
      for (Thread worker : workers.values()) {
        worker.join(Duration.ofSeconds(10).toMillis());
      }
      notifications.close();
    }
  }
}
