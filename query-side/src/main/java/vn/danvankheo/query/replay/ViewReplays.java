package vn.danvankheo.query.replay;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
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

/** Replays views in the process that leads them, one replay at a time. */
public final class ViewReplays implements LeadersWork {
  /** The target of such replays. */
  static final String TARGET = "views";

  private static final Logger LOG = LoggerFactory.getLogger(ViewReplays.class);
  private static final Duration POLL = Duration.ofSeconds(2);
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final Tools tools;
  private final MeterRegistry registry;
  private volatile @Nullable ViewReplay running;

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
        "danvankheo_replay_done", "events", "Events the running replay has read", ViewReplay::done);
    gauge(
        "danvankheo_replay_total",
        "events",
        "Events the running replay has to read",
        ViewReplay::total);
    gauge(
        "danvankheo_replay_rate",
        "events",
        "Events a second of the running replay",
        ViewReplay::perSecond);
  }

  private void gauge(
      String name, String unit, String description, ToDoubleFunction<ViewReplay> value) {
    Gauge.builder(
            name,
            this,
            replays -> {
              ViewReplay replay = replays.running;
              return replay == null ? 0 : value.applyAsDouble(replay);
            })
        .baseUnit(unit)
        .description(description)
        .register(registry);
  }

  @Override
  public Term begin(Leading leading) {
    Work work = new Work(leading);
    work.start();
    return work;
  }

  /** The threads of one term: one that works, one that listens to what the work is told. */
  private final class Work implements Term {
    private final Leading leading;
    private final Signal called = new Signal();
    private final Signal stop = new Signal();
    private final Thread worker = new Thread(this::work, "view-replays");
    private final Thread listener = new Thread(this::listen, "view-replays-control");
    private final NotificationListener notifications;
    private volatile boolean closed;

    Work(Leading leading) {
      this.leading = leading;
      this.notifications =
          new NotificationListener(tools.direct(), Map.of(ViewReplayStore.CHANNEL, called));
      worker.setDaemon(true);
      listener.setDaemon(true);
    }

    void start() {
      worker.start();
      listener.start();
    }

    private void work() {
      try {
        while (!closed) {
          long seen = called.count();
          if (!next()) {
            stop.awaitBeyond(0, RETRY);
          } else {
            called.awaitBeyond(seen, POLL);
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (LeadershipLost e) {
        LOG.debug("The next leader goes on with the replay", e);
      }
    }

    /** Works on what is asked for; false when a store is away. */
    private boolean next() throws InterruptedException {
      try {
        Optional<ViewReplayStore.Job> job = tools.jobs().active().filter(this::canBegin);
        if (job.isPresent()) {
          ViewReplay replay = new ViewReplay(tools, leading, job.get(), registry);
          running = replay;
          if (!closed) {
            replay.run();
          }
        }
        return true;
      } catch (SQLException | EventDatabaseFailure e) {
        LOG.debug("A replay of views waits for the event database", e);
      } catch (LeadershipLost e) {
        throw e;
      } catch (RuntimeException e) {
        LOG.warn("A replay of views waits: {}", e.getMessage(), ViewDatabase.isAway(e) ? null : e);
      } finally {
        running = null;
      }
      return false;
    }

    /** Not before there is anything to replace, nor while it is held from the start. */
    private boolean canBegin(ViewReplayStore.Job job) {
      List<Projection<?>> views = ViewReplay.views(leading.projections(), job.subject());
      return job.state() != OperationState.PAUSED
          && !views.isEmpty()
          && views.stream()
              .allMatch(projection -> tools.board().status(projection.view()).served());
    }

    private void listen() {
      try {
        while (!closed) {
          long seen = called.count();
          ViewReplay replay = running;
          if (replay != null) {
            look(replay);
          }
          called.awaitBeyond(seen, LOOK);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void look(ViewReplay replay) {
      try {
        replay.look();
      } catch (EventDatabaseFailure away) {
        LOG.debug("What the replay is told is not known", away);
      }
    }

    @Override
    public void close() throws InterruptedException {
      closed = true;
      ViewReplay replay = running;
      if (replay != null) {
        replay.leave();
      }
      stop.raise();
      called.raise();
      worker.join(Duration.ofSeconds(10).toMillis());
      listener.join(Duration.ofSeconds(10).toMillis());
      notifications.close();
    }
  }
}
