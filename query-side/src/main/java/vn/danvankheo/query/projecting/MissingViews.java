package vn.danvankheo.query.projecting;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.danvankheo.query.mongo.BuildMark;
import vn.danvankheo.query.mongo.BuildMark.Generation;
import vn.danvankheo.query.mongo.BuildStore;
import vn.danvankheo.query.mongo.Checkpoint;
import vn.danvankheo.query.mongo.UpkeepStore;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.reading.DedicatedConnection;
import vn.danvankheo.query.reading.EventLogReader;
import vn.danvankheo.query.reading.LogRow;
import vn.danvankheo.query.reading.Signal;

/**
 * Builds the views that are not there when a term begins. Nobody can ask for them meanwhile, so an
 * event that can't be folded costs its own document only, which waits as it would in a view that is
 * there.
 */
final class MissingViews implements LeadersWork {
  private static final Logger LOG = LoggerFactory.getLogger(MissingViews.class);
  private static final String BUILD = "missing ";
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration RETRY = Duration.ofMillis(500);

  private final DataSource source;
  private final ViewDatabase database;
  private final BuildStore builds;
  private final Clock clock;

  MissingViews(DataSource source, ViewDatabase database, Clock clock) {
    this.clock = clock;
    this.source = source;
    this.database = database;
    this.builds = new BuildStore(database);
  }

  @Override
  public Term begin(Leading leading) {
    if (leading.missing().isEmpty()) {
      return () -> {};
    }
    Work work = new Work(leading);
    work.thread.start();
    return work;
  }

  /** The thread of one term. */
  private final class Work implements Term {
    private final Leading leading;
    private final BuildControl control = new BuildControl();
    private final Signal stop = new Signal();
    private final Thread thread = new Thread(this::run, "missing-views");
    private final Map<String, Parking> parkings = new HashMap<>();
    private volatile boolean closed;

    Work(Leading leading) {
      this.leading = leading;
      thread.setDaemon(true);
    }

    private void run() {
      try {
        while (!closed && !done()) {
          stop.awaitBeyond(0, RETRY);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (CancellationException | LeadershipLost e) {
        LOG.debug("The next leader builds the views", e);
      }
    }

    private boolean done() throws InterruptedException {
      try (DedicatedConnection dedicated = new DedicatedConnection(source)) {
        build(dedicated.connection());
        return true;
      } catch (SQLException e) {
        LOG.warn("Views wait for the event database: {}", e.getMessage());
      } catch (CancellationException | LeadershipLost e) {
        throw e;
      } catch (RuntimeException e) {
        LOG.warn("Views could not be built: {}", e.getMessage(), ViewDatabase.isAway(e) ? null : e);
      }
      return false;
    }

    private void build(Connection connection) throws SQLException, InterruptedException {
      List<Projection<?>> projections = leading.missing();
      BuildMark mark = mark(projections, new EventLogReader(connection));
      builds.take(mark, leading.term());
      mark.generations()
          .forEach(
              green -> {
                UpkeepStore store = new UpkeepStore(database);
                parkings.put(green.view(), new Parking(store, green.collection(), clock));
              });
      LOG.info("Views are built from the event log up to position {}", mark.position());
      int workers = Runtime.getRuntime().availableProcessors();
      BuildMark built =
          new ViewBuild(database, projections, workers, control, this::poisoned)
              .run(connection, mark, this::save);
      Map<Projection<?>, Checkpoint> checkpoints = new LinkedHashMap<>();
      for (Generation generation : built.generations()) {
        projections.stream()
            .filter(projection -> projection.name().equals(generation.view()))
            .forEach(projection -> checkpoints.put(projection, built.checkpoint(generation)));
      }
      leading.handOver(checkpoints, gate(mark.id()));
    }

    private SwapGate gate(String build) {
      return new SwapGate() {
        @Override
        public Decision decide(List<Pair> pairs) {
          return Decision.SWAP;
        }

        @Override
        public void swapped() {
          builds.remove(build);
        }
      };
    }

    private void save(BuildMark mark) {
      if (!builds.save(mark, leading.term())) {
        throw new LeadershipLost();
      }
    }

    /** Where an earlier leader left it, when that was the same build; else the beginning. */
    private BuildMark mark(List<Projection<?>> projections, EventLogReader reader)
        throws SQLException, InterruptedException {
      String storeId = reader.storeId();
      for (BuildMark left : builds.all()) {
        if (left.id().startsWith(BUILD) && isOurs(left)) {
          if (resumable(left, projections, storeId, reader)) {
            return left;
          }
          // What it has written so far is dropped when the next term begins.
          builds.remove(left.id());
        }
      }
      long position = reader.head();
      while (!reader.hasSettled(position)) {
        if (stop.awaitBeyond(0, PAUSE)) {
          throw new CancellationException();
        }
      }
      @Nullable String eventId = reader.eventIdAt(position).orElse(null);
      String suffix = String.valueOf(leading.term());
      return ViewBuild.begin(BUILD + suffix, storeId, position, eventId, projections, suffix);
    }

    /** Another release may be building its own views in the same database. */
    private boolean isOurs(BuildMark left) {
      List<String> own = leading.projections().stream().<String>map(Projection::name).toList();
      return left.generations().stream().allMatch(green -> own.contains(green.view()));
    }

    private void poisoned(Collection<String> views, LogRow row, RuntimeException cause) {
      for (Projection<?> projection : leading.missing()) {
        Parking parking = parkings.get(projection.name());
        if (parking != null && views.contains(projection.name())) {
          parking.park(projection.documentId(row.aggregateId()), row, cause);
        }
      }
    }

    @Override
    public void close() throws InterruptedException {
      closed = true;
      control.cancel();
      stop.raise();
      thread.join(Duration.ofSeconds(10).toMillis());
    }
  }

  private static boolean resumable(
      BuildMark left, List<Projection<?>> projections, String storeId, EventLogReader reader)
      throws SQLException {
    Set<String> views =
        left.generations().stream().map(Generation::view).collect(Collectors.toSet());
    return views.equals(projections.stream().map(Projection::name).collect(Collectors.toSet()))
        && CheckpointCheck.fits(left.checkpoint(left.generations().get(0)), storeId, reader);
  }
}
