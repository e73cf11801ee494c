package vn.danvankheo.query.projecting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.query.mongo.BuildMark;
import vn.danvankheo.query.mongo.Checkpoint;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.reading.EventLogReader;
import vn.danvankheo.query.testing.EventDatabase;
import vn.danvankheo.query.testing.ModelEvents;
import vn.danvankheo.query.testing.UnitEvents;
import vn.danvankheo.query.testing.ViewServer;
import vn.danvankheo.query.views.models.ModelsProjection;
import vn.danvankheo.query.views.units.UnitsProjection;

class ViewBuildStoreTest {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final List<Projection<?>> VIEWS =
      List.of(new ModelsProjection(), UnitsProjection.projection());
  private static final EventDatabase EVENTS = EventDatabase.create();

  private final ViewDatabase database = new ViewDatabase(ViewServer.EMBEDDED.database());

  /** The process ends after some mark, and another goes on from it. */
  private static final class Killed extends RuntimeException {}

  @Property(tries = 25)
  void whateverThePortionsWorkersAndInterruptionsItGivesWhatFollowingGives(
      @ForAll @IntRange(min = 1, max = 12) int rows,
      @ForAll @IntRange(min = 1, max = 3) int workers,
      @ForAll @IntRange(min = 1, max = 4) int lives,
      @ForAll long seed)
      throws Exception {
    Random random = new Random(seed);
    long position = log(random);
    BuildMark whole = build(begin(position), workers, rows, mark -> {});

    BuildMark mark = begin(position);
    for (int life = 0; !mark.built(); life++) {
      int kill = life < lives ? random.nextInt(6) : Integer.MAX_VALUE;
      List<BuildMark> marks = new ArrayList<>(List.of(mark));
      try {
        build(
            mark,
            workers,
            rows,
            reached -> {
              marks.add(reached);
              if (marks.size() > kill) {
                throw new Killed();
              }
            });
      } catch (Killed expected) {
        assertThat(marks).hasSizeGreaterThan(kill);
      }
      mark = marks.get(marks.size() - 1);
    }
    for (int i = 0; i < VIEWS.size(); i++) {
      BuildMark.Generation once = whole.generations().get(i);
      BuildMark.Generation inPieces = mark.generations().get(i);
      Map<String, BsonDocument> followed = followed(VIEWS.get(i), position);
      assertThat(all(VIEWS.get(i), once.collection())).isEqualTo(followed);
      assertThat(all(VIEWS.get(i), inPieces.collection())).isEqualTo(followed);
      assertThat(inPieces.tallies()).isEqualTo(once.tallies());
      assertThat(inPieces.changedAt()).isEqualTo(once.changedAt()).isPositive();
      assertThat(once.tallies().stream().mapToLong(BuildMark.Tally::documents).sum())
          .isEqualTo(followed.size());
    }
    assertThat(mark.done()).isEqualTo(mark.total()).isEqualTo(whole.done()).isEqualTo(position);
  }

  @Test
  void endsWithTheEventThatCannotBeFoldedAndIndexesNothing() throws Exception {
    log(new Random(1));
    long position;
    try (Connection connection = EVENTS.source().getConnection()) {
      byte[] unreadable = "{\"surprise\":1}".getBytes(StandardCharsets.UTF_8);
      position =
          EventDatabase.insert(connection, "model", "m-0", 99, "ModelUpdated", 1, unreadable);
    }
    BuildMark begun = begin(position);
    List<BuildMark> marks = new ArrayList<>();
    assertThatThrownBy(() -> build(begun, 2, 3, marks::add))
        .isInstanceOfSatisfying(
            BuildFailed.class,
            failed -> assertThat(failed.view()).isEqualTo(new ModelsProjection().name()))
        .hasMessageContaining("ModelUpdated")
        .hasMessageContaining(" of m-0 ")
        .hasMessageNotContaining("surprise");
    assertThat(marks).noneMatch(BuildMark::built);
  }

  @Test
  void itCanBeLimitedHeldAndCancelled() throws Exception {
    long position = log(new Random(2));
    BuildControl control = new BuildControl();
    control.limit(1);
    AtomicInteger marks = new AtomicInteger();
    BuildMark begun = begin(position);
    assertThatThrownBy(
            () ->
                build(
                    begun,
                    control,
                    1,
                    10,
                    mark -> {
                      if (marks.incrementAndGet() == 1) {
                        assertThat(mark.done()).isZero();
                        assertThat(mark.total()).isEqualTo(position);
                      } else {
                        assertThat(mark.done()).isPositive().isLessThan(position / 2);
                        control.pause(true);
                        control.cancel();
                      }
                    }))
        .isInstanceOf(CancellationException.class);
    assertThat(marks).hasValue(2);
  }

  private BuildMark begin(long position) throws Exception {
    return ViewBuild.begin(
        "test", "store", position, null, VIEWS, String.valueOf(COUNT.incrementAndGet()));
  }

  private BuildMark build(BuildMark from, int workers, int rows, Consumer<BuildMark> reached)
      throws Exception {
    return build(from, new BuildControl(), workers, rows, reached);
  }

  private BuildMark build(
      BuildMark from, BuildControl control, int workers, int rows, Consumer<BuildMark> reached)
      throws Exception {
    try (Connection connection = EVENTS.source().getConnection()) {
      return new ViewBuild(
              database, VIEWS, workers, control, Poison.STOPS, rows, Duration.ofNanos(-1))
          .run(connection, from, reached);
    }
  }

  private Map<String, BsonDocument> followed(Projection<?> projection, long position)
      throws Exception {
    String collection = projection.name() + "_" + COUNT.incrementAndGet();
    ViewFolding<?> folding =
        ViewFolding.goingOn(
            projection,
            database,
            Checkpoint.start(projection.name(), collection, "store"),
            Clock.systemUTC());
    try (Connection connection = EVENTS.source().getConnection()) {
      folding.apply(new EventLogReader(connection).settled(0, position, Integer.MAX_VALUE));
    }
    return all(projection, collection);
  }

  private Map<String, BsonDocument> all(Projection<?> projection, String collection) {
    Map<String, BsonDocument> found = new HashMap<>();
    database.loadAll(collection).forEach(d -> found.put(d.getString("_id").getValue(), d));
    for (String part : projection.parts().keySet()) {
      database
          .loadAll(ViewFolding.partOf(collection, part))
          .forEach(d -> found.put(part + " " + d.getString("_id").getValue(), d));
    }
    return found;
  }

  /** Lives of some models, interleaved, and a few units; the last position. */
  private static long log(Random random) {
    EVENTS.run("TRUNCATE event_log; ALTER SEQUENCE event_log_position RESTART");
    UnitEvents.register(EVENTS, "VP", "Văn phòng", null);
    UnitEvents.register(EVENTS, "VP-TTHCC", "Trung tâm", "VP");
    List<List<ModelEvent>> lives = new ArrayList<>();
    int[] next = new int[1 + random.nextInt(5)];
    for (int m = 0; m < next.length; m++) {
      lives.add(ModelEvents.life("DVK-" + m, ModelEvents.TITLE + m, "VP", 2024));
    }
    long last = 0;
    for (int i = 0; i < next.length * 8; i++) {
      int m = random.nextInt(next.length);
      if (next[m] < lives.get(m).size()) {
        int count = Math.min(1 + random.nextInt(3), lives.get(m).size() - next[m]);
        last =
            EVENTS.append(
                "model", "m-" + m, next[m], lives.get(m).subList(next[m], next[m] + count));
        next[m] += count;
      }
    }
    return last;
  }
}
