package vn.danvankheo.query.projecting;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.danvankheo.query.mongo.BuildMark;
import vn.danvankheo.query.mongo.BuildStore;
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
  private static final Duration RETRY = Duration.ofMillis(500);

  private final DataSource source;
  private final ViewDatabase database;
  private final Clock clock;

  MissingViews(DataSource source, ViewDatabase database, Clock clock) {
    this.clock = clock;
    this.source = source;
    this.database = database;
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
    private final Builds builds;
    private final BuildControl control = new BuildControl();
    private final Signal stop = new Signal();
    private final Thread thread = new Thread(this::run, "missing-views");
    private final Map<String, Parking> parkings = new HashMap<>();
    private volatile boolean closed;

    Work(Leading leading) {
      this.leading = leading;
      this.builds = new Builds(database, leading);
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
      String id = BUILD + projections.stream().map(Projection::name).sorted().collect(joining(" "));
      forgetOthers(id);
      BuildMark mark = builds.takeUp(id, projections, new EventLogReader(connection), control);
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
              .run(connection, mark, builds::save);
      leading.handOver(Builds.checkpoints(built, projections), gate(mark.id()));
    }

    /**
     * Builds of other views that are not wanted any more; but another release may be building its
     * own in the same database.
     */
    private void forgetOthers(String id) {
      List<String> own = leading.projections().stream().<String>map(Projection::name).toList();
      for (BuildMark left : new BuildStore(database).all()) {
        if (left.id().startsWith(BUILD)
            && !left.id().equals(id)
            && left.generations().stream().allMatch(green -> own.contains(green.view()))) {
          builds.forget(left.id());
        }
      }
    }

    private SwapGate gate(String build) {
      return new SwapGate() {
        @Override
        public Decision decide(List<Pair> pairs) {
          return Decision.SWAP;
        }

        @Override
        public void swapped() {
          builds.forget(build);
        }
      };
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
}
