package vn.danvankheo.query.projecting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.model.ModelUpdated;
import vn.danvankheo.query.mongo.CheckpointStore;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.serving.Views;
import vn.danvankheo.query.testing.EventDatabase;
import vn.danvankheo.query.testing.ModelEvents;
import vn.danvankheo.query.testing.ViewServer;
import vn.danvankheo.query.views.models.ModelsProjection;

class ProjectionRunnerStoreTest {
  private static final List<String> MODELS = List.of(Views.MODELS);
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final List<ModelEvent> LIFE =
      ModelEvents.life("DVK-2024-0001", ModelEvents.TITLE, "VP-TTHCC", 2024);

  private final EventDatabase events = EventDatabase.create();
  private final MongoDatabase mongo = ViewServer.EMBEDDED.database();
  private final ViewDatabase views = new ViewDatabase(mongo);
  private final AtomicInteger ids = new AtomicInteger();
  private final List<ProjectionRunner> running = new ArrayList<>();

  @AfterEach
  void stop() throws Exception {
    for (ProjectionRunner runner : running) {
      runner.close();
    }
  }

  @Test
  void buildsWhatIsThereAndThenFollows() throws Exception {
    long position = events.append("model", "a", 0, LIFE.subList(0, 3));
    ViewBoard board = start(new SimpleMeterRegistry());

    awaitPosition(board, position);
    assertThat(version(board, "a")).isEqualTo(2);

    long later = events.append("model", "a", 3, LIFE.subList(3, LIFE.size()));
    awaitPosition(board, later);
    assertThat(version(board, "a")).isEqualTo(LIFE.size() - 1);
    assertThat(board.status("models").changedAt()).isEqualTo(later);
  }

  @Test
  void goesOnFromItsCheckpointAfterARestart() throws Exception {
    long position = events.append("model", "a", 0, LIFE.subList(0, 3));
    ViewBoard first = start(new SimpleMeterRegistry());
    awaitPosition(first, position);
    stop();
    long later = events.append("model", "a", 3, LIFE.subList(3, 5));

    ViewBoard second = start(new SimpleMeterRegistry());
    awaitPosition(second, later);
    assertThat(second.status("models").collection())
        .as("not built anew")
        .isEqualTo(first.status("models").collection());
    assertThat(version(second, "a")).isEqualTo(4);
  }

  @Test
  void builtAnewWhenItsEventsAreOfAnotherStore() throws Exception {
    EventDatabase other = EventDatabase.create();
    other.append("model", "foreign", 0, LIFE.subList(0, 1));
    long position = events.append("model", "a", 0, LIFE.subList(0, 1));
    try (ProjectionRunner foreign =
        runner(other, new ViewBoard(MODELS), new SimpleMeterRegistry())) {
      foreign.start();
      await()
          .atMost(SOON)
          .until(
              () ->
                  views.collections().stream()
                      .anyMatch(c -> c.startsWith(new ModelsProjection().name())));
      await().atMost(SOON).until(() -> !new CheckpointStore(views).load().isEmpty());
    }
    String before = new CheckpointStore(views).load().get(0).collection();

    ViewBoard board = start(new SimpleMeterRegistry());
    awaitPosition(board, position);
    assertThat(board.status("models").collection()).isNotEqualTo(before);
    assertThat(document(board, "foreign")).isNull();
    assertThat(document(board, "a")).isNotNull();
  }

  @Test
  void builtAnewWhenItIsAheadOfTheLog() throws Exception {
    long position = events.append("model", "a", 0, LIFE.subList(0, 3));
    ViewBoard first = start(new SimpleMeterRegistry());
    awaitPosition(first, position);
    stop();
    events.run("DELETE FROM event_log WHERE version > 0");
    events.append("model", "b", 0, LIFE.subList(0, 1));

    ViewBoard second = start(new SimpleMeterRegistry());
    awaitPosition(second, 1);
    assertThat(version(second, "a")).isZero();
    assertThat(document(second, "b")).isNotNull();
  }

  @Test
  void severalProcessesShareTheWorkAndAnotherTakesOver() throws Exception {
    ViewBoard one = start(new SimpleMeterRegistry());
    ViewBoard two = start(new SimpleMeterRegistry());
    for (int i = 0; i < 50; i++) {
      long position =
          events.append("model", "a", i, i == 0 ? LIFE.subList(0, 1) : List.of(change(i)));
      if (i == 25) {
        running.get(0).close();
      }
      ViewBoard open = i < 25 ? one : two;
      awaitPosition(open, position);
      awaitPosition(two, position);
    }
    assertThat(version(two, "a")).isEqualTo(49);
  }

  @Test
  void goesOnWhenPostgresWasAwayAndServesMeanwhile() throws Exception {
    long position = events.append("model", "a", 0, LIFE.subList(0, 1));
    ViewBoard board = start(new SimpleMeterRegistry());
    awaitPosition(board, position);

    events.allowConnections(false);
    await().atMost(SOON).until(() -> !running.get(0).away().isEmpty());
    assertThat(board.status("models").served()).isTrue();
    assertThat(version(board, "a")).isZero();
    events.allowConnections(true);

    long later = events.append("model", "a", 1, LIFE.subList(1, 2));
    awaitPosition(board, later);
    assertThat(running.get(0).away()).isEmpty();
  }

  @Test
  void isNotServedBeforeItIsBuilt() throws Exception {
    events.allowConnections(false);
    ViewBoard board = start(new SimpleMeterRegistry());
    await().atMost(SOON).until(() -> !running.get(0).away().isEmpty());
    assertThat(board.status("models").served()).isFalse();
    events.allowConnections(true);
    awaitPosition(board, 0);
  }

  private static void awaitPosition(ViewBoard board, long position) {
    await()
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(2))
        .until(() -> board.status("models").served() && board.position(MODELS) >= position);
  }

  private static ModelUpdated change(int i) {
    return new ModelUpdated(2024, ModelEvents.location("Nơi " + i), List.of(), null, false);
  }

  private ViewBoard start(SimpleMeterRegistry registry) {
    ViewBoard board = new ViewBoard(MODELS);
    ProjectionRunner runner = runner(events, board, registry);
    running.add(runner);
    runner.start();
    return board;
  }

  private ProjectionRunner runner(
      EventDatabase database, ViewBoard board, SimpleMeterRegistry registry) {
    return new ProjectionRunner(
        database.source(),
        views,
        List.of(new ModelsProjection()),
        board,
        new ProjectionSettings(2, Duration.ofMillis(250), Duration.ofMillis(200)),
        registry,
        Clock.systemUTC(),
        () -> "views-" + ids.incrementAndGet());
  }

  private BsonDocument document(ViewBoard board, String id) {
    Map<String, BsonDocument> found = views.load(board.status("models").collection(), List.of(id));
    return found.get(id);
  }

  private long version(ViewBoard board, String id) {
    return document(board, id).getNumber("version").longValue();
  }
}
