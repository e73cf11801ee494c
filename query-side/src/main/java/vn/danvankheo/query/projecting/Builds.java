package vn.danvankheo.query.projecting;

import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.query.mongo.BuildMark;
import vn.danvankheo.query.mongo.BuildMark.Generation;
import vn.danvankheo.query.mongo.BuildStore;
import vn.danvankheo.query.mongo.Checkpoint;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.reading.EventLogReader;

/** Builds of new generations as one leader's term has them: begun, gone on with, and given up. */
public final class Builds {
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final ViewDatabase database;
  private final BuildStore marks;
  private final Leading leading;

  /**
   * Works for a term.
   *
   * @param database the views' database
   * @param leading the leader of the term
   */
  public Builds(ViewDatabase database, Leading leading) {
    this.database = database;
    this.marks = new BuildStore(database);
    this.leading = leading;
  }

  /**
   * Takes a build up where an earlier leader left it, when that was of the same views and the same
   * log, or else begins it anew up to the last position that is visible now.
   *
   * @param id tells it from other builds
   * @param projections the views
   * @param reader of the log
   * @param control may cancel it while it waits for open transactions
   * @return where to go on
   * @throws SQLException when the event database is away
   * @throws InterruptedException when the thread is to end
   * @throws java.util.concurrent.CancellationException when it was cancelled
   */
  public BuildMark takeUp(
      String id, List<Projection<?>> projections, EventLogReader reader, BuildControl control)
      throws SQLException, InterruptedException {
    String storeId = reader.storeId();
    Optional<BuildMark> left = marks.find(id);
    if (left.isPresent() && resumable(left.get(), projections, storeId, reader)) {
      marks.take(left.get(), leading.term());
      return left.get();
    }
    // What another build wrote may be read by now; what nobody reads is dropped with the next term.
    left.ifPresent(mark -> marks.remove(mark.id()));
    long position = reader.head();
    while (!reader.hasSettled(position)) {
      control.rest(PAUSE);
    }
    @Nullable String eventId = reader.eventIdAt(position).orElse(null);
    String suffix = String.valueOf(leading.nextGeneration());
    BuildMark begun = ViewBuild.begin(id, storeId, position, eventId, projections, suffix);
    marks.take(begun, leading.term());
    return begun;
  }

  private static boolean resumable(
      BuildMark left, List<Projection<?>> projections, String storeId, EventLogReader reader)
      throws SQLException {
    Set<String> views =
        left.generations().stream().map(Generation::view).collect(Collectors.toSet());
    return views.equals(projections.stream().map(Projection::name).collect(Collectors.toSet()))
        && CheckpointCheck.fits(left.checkpoint(left.generations().get(0)), storeId, reader);
  }

  /**
   * Keeps how far a build is.
   *
   * @param mark its mark
   * @throws LeadershipLost when another leader has taken it up
   */
  public void save(BuildMark mark) {
    if (!marks.save(mark, leading.term())) {
      throw new LeadershipLost();
    }
  }

  /**
   * Where the views go on with what was built.
   *
   * @param built the mark of a build that is built
   * @param projections the views
   * @return the checkpoint of each
   */
  public static Map<Projection<?>, Checkpoint> checkpoints(
      BuildMark built, List<Projection<?>> projections) {
    Map<Projection<?>, Checkpoint> checkpoints = new LinkedHashMap<>();
    for (Projection<?> projection : projections) {
      for (Generation generation : built.generations()) {
        if (generation.view().equals(projection.name())) {
          checkpoints.put(projection, built.checkpoint(generation));
        }
      }
    }
    return checkpoints;
  }

  /**
   * Forgets a build whose generations are read by now.
   *
   * @param id the build's
   */
  public void forget(String id) {
    marks.remove(id);
  }

  /**
   * Gives a build up, with all it has written; nobody may write to it any more.
   *
   * @param build its mark
   */
  public void discard(BuildMark build) {
    marks.remove(build.id());
    build.generations().forEach(green -> database.dropGeneration(green.collection()));
  }
}
