package vn.danvankheo.query.projecting;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.danvankheo.query.mongo.CheckpointStore;
import vn.danvankheo.query.mongo.UpkeepStore;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.reading.EventLogReader;
import vn.danvankheo.query.reading.NotificationListener;
import vn.danvankheo.query.reading.Signal;
import vn.danvankheo.query.reading.StandingWork;

/**
 * Keeps the views up to date from a thread of its own. Of all processes on one view database one
 * leads, by locks in PostgreSQL on the very connection that it reads by; the others follow its
 * checkpoints and take over when it ends. Goes on by itself when a store was away.
 */
public final class ProjectionRunner implements AutoCloseable {
  /** The channel on which command processes tell of new events. */
  public static final String EVENTS_CHANNEL = "danvankheo_events";

  private static final String VIEWS_CHANNEL = "danvankheo_views";
  private static final Logger LOG = LoggerFactory.getLogger(ProjectionRunner.class);
  private static final Duration RETRY = Duration.ofMillis(500);

  private final DataSource source;
  private final ViewDatabase database;
  private final CheckpointStore checkpoints;
  private final List<Projection<?>> projections;
  private final ViewBoard board;
  private final ProjectionSettings settings;
  private final ProjectionMetrics metrics;
  private final Supplier<String> newId;
  private final Clock clock;
  private DriftLog drift = DriftLog.NONE;
  private UpkeepSettings upkeep = UpkeepSettings.USUAL;
  private final List<LeadersWork> work = new ArrayList<>();
  private final Signal events = new Signal();
  private final Signal views = new Signal();
  private final StandingWork following;
  private volatile String away = "";
  private NotificationListener listener;

  /**
   * Prepares a runner that does nothing before it is started.
   *
   * @param source the event database, by connections of its own to each caller, not a pool's
   * @param database the views' database
   * @param projections all views
   * @param board where to tell how far they are
   * @param settings how to drive them
   * @param registry where metrics go
   * @param clock tells the time
   * @param newId makes the view database's id
   */
  public ProjectionRunner(
      DataSource source,
      ViewDatabase database,
      List<Projection<?>> projections,
      ViewBoard board,
      ProjectionSettings settings,
      MeterRegistry registry,
      Clock clock,
      Supplier<String> newId) {
    this.source = source;
    this.database = database;
    this.checkpoints = new CheckpointStore(database);
    this.projections = List.copyOf(projections);
    this.board = board;
    this.settings = settings;
    this.metrics = new ProjectionMetrics(registry, board, clock);
    this.newId = newId;
    this.clock = clock;
    this.following = new StandingWork("projections", source, RETRY, this::take, this::trouble);
    this.work.add(new MissingViews(source, database, clock));
  }

  /**
   * Adds work for the time when this process leads.
   *
   * @param further done beside following the log
   */
  public void whileLeading(LeadersWork further) {
    work.add(further);
  }

  /**
   * Makes it watch over single documents while this process leads.
   *
   * @param findings where it is written down which are not what their events give
   * @param how how much is done at once
   */
  public void watching(DriftLog findings, UpkeepSettings how) {
    this.drift = findings;
    this.upkeep = how;
  }

  /** Starts to follow the log. */
  public void start() {
    listener =
        new NotificationListener(source, Map.of(EVENTS_CHANNEL, events, VIEWS_CHANNEL, views));
    following.start();
  }

  /** Ends after the batch in hand. */
  @Override
  public void close() throws InterruptedException {
    following.end();
    events.raise();
    views.raise();
    following.close();
    if (listener != null) {
      listener.close();
    }
  }

  /**
   * What keeps the views from being brought up to date.
   *
   * @return empty when nothing does
   */
  public String away() {
    return away;
  }

  /** Says once what is away; a fault of our own is said with its place. */
  private void trouble(Exception e) {
    if (e instanceof LeadershipLost) {
      LOG.warn("{}", e.getMessage());
      return;
    }
    String now =
        e instanceof SQLException ? "The event database is away" : "The views can't be written";
    if (!now.equals(away)) {
      LOG.warn(
          "{}: {}",
          now,
          e.getMessage(),
          e instanceof SQLException || ViewDatabase.isAway(e) ? null : e);
    }
    away = now;
  }

  /** Leads what it can, and follows the rest. */
  private void take(Connection connection) throws SQLException, InterruptedException {
    EventLogReader reader = new EventLogReader(connection);
    ViewLocks locks = new ViewLocks(connection, checkpoints.databaseId(newId));
    Follower follower = new Follower(reader, checkpoints, board);
    while (following.goesOn()) {
      List<Projection<?>> own = locks.take(projections);
      if (own.isEmpty()) {
        follow(follower);
      } else {
        lead(connection, leader(connection, reader, own), follower, locks);
      }
    }
  }

  private Leader leader(Connection connection, EventLogReader reader, List<Projection<?>> own)
      throws SQLException {
    return new Leader(
        reader,
        database,
        checkpoints,
        board,
        metrics,
        settings,
        () -> announce(connection),
        events,
        upkeep(reader),
        clock,
        own);
  }

  private void lead(Connection connection, Leader leader, Follower follower, ViewLocks locks)
      throws SQLException, InterruptedException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET synchronous_commit = off");
    }
    away = "";
    LOG.info("This process leads {}", leader.projections().stream().map(Projection::name).toList());
    List<LeadersWork.Term> terms = new ArrayList<>();
    try {
      work.forEach(own -> terms.add(own.begin(leader)));
      leader.lead(goOn(leader, follower, locks));
    } finally {
      for (LeadersWork.Term term : terms) {
        term.close();
      }
    }
  }

  /** Leads on until it can lead more; learns of other views as a follower does. */
  private Leader.GoOn goOn(Leader leader, Follower follower, ViewLocks locks) {
    int own = leader.projections().size();
    long[] due = {System.nanoTime() + settings.takeover().toNanos()};
    return () -> {
      List<Projection<?>> others = projections.stream().filter(p -> !leader.isLive(p)).toList();
      if (!others.isEmpty()) {
        follower.look(others);
      }
      if (own == projections.size() || System.nanoTime() - due[0] < 0) {
        return following.goesOn();
      }
      due[0] = System.nanoTime() + settings.takeover().toNanos();
      return following.goesOn() && locks.take(projections).size() == own;
    };
  }

  private void follow(Follower follower) throws SQLException, InterruptedException {
    long until = System.nanoTime() + settings.takeover().toNanos();
    while (following.goesOn() && System.nanoTime() < until) {
      long seen = views.count();
      follower.look(projections);
      away = "";
      views.awaitBeyond(seen, settings.poll());
    }
  }

  private Upkeep upkeep(EventLogReader reader) {
    DocumentCare care = new DocumentCare(reader, database, drift, metrics, clock);
    UpkeepStore store = new UpkeepStore(database);
    return new Upkeep(
        care, new DriftWatch(reader, database, store, care, upkeep, clock), upkeep, clock);
  }

  private static void announce(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("NOTIFY " + VIEWS_CHANNEL);
    }
  }
}
