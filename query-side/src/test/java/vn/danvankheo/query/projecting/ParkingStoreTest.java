package vn.danvankheo.query.projecting;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.serialization.EventJson;
import vn.danvankheo.query.mongo.Parked;
import vn.danvankheo.query.mongo.UpkeepStore;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.testing.EventDatabase;
import vn.danvankheo.query.testing.ModelEvents;
import vn.danvankheo.query.testing.ViewServer;
import vn.danvankheo.query.views.models.ModelsProjection;

/** An event that can't be folded costs its own document only, and nothing is lost by it. */
class ParkingStoreTest {
  private static final String VIEW = "models";
  private static final Duration NEVER = Duration.ofDays(1);
  private static final List<ModelEvent> LIFE =
      ModelEvents.life("DVK-2024-0001", ModelEvents.TITLE, "VP-TTHCC", 2024);
  private static final String UNREADABLE = "{\"surprise\":1}";

  private final EventDatabase events = EventDatabase.create();
  private final MongoDatabase mongo = ViewServer.EMBEDDED.database();
  private final Findings findings = new Findings();
  private final AtomicInteger ids = new AtomicInteger();
  private final List<ProjectionRunner> running = new ArrayList<>();
  private SimpleMeterRegistry registry;
  private ViewBoard board;

  @AfterEach
  void stop() throws Exception {
    for (ProjectionRunner runner : running) {
      runner.close();
    }
  }

  @Test
  void parksOnlyItsDocumentAndGoesOnWithoutLossWhenMended() throws Exception {
    events.append("model", "a", 0, LIFE.subList(0, 1));
    events.append("model", "b", 0, LIFE.subList(0, 1));
    start(mongo, NEVER);
    awaitVersion("b", 0);

    long poison = insert("a", 1, "ModelUpdated", UNREADABLE);
    events.append("model", "a", 2, LIFE.subList(2, 4));
    long last = events.append("model", "b", 1, LIFE.subList(1, 3));
    awaitPosition(last);
    assertThat(version("b")).isEqualTo(2);
    assertThat(version("a")).as("stays as it was before the event").isZero();
    assertThat(board.status(VIEW).parked()).isEqualTo(1);
    assertThat(registry.get("danvankheo_projection_parked").gauge().value()).isEqualTo(1);
    Parked parked = store(mongo).parked(collection(), "a").orElseThrow();
    assertThat(parked.position()).isEqualTo(poison);
    assertThat(parked.type()).isEqualTo("ModelUpdated");
    assertThat(parked.cause()).isEqualTo("MismatchedInputException");

    stop();
    start(mongo, NEVER);
    last = events.append("model", "b", 3, LIFE.subList(3, 4));
    awaitPosition(last);
    assertThat(version("b")).as("another start changes nothing").isEqualTo(3);
    assertThat(version("a")).isZero();
    assertThat(board.status(VIEW).parked()).isEqualTo(1);

    stop();
    mend("a", 1, LIFE.get(1));
    start(mongo, NEVER);
    awaitVersion("a", 3);
    await().atMost(Duration.ofSeconds(60)).until(() -> board.status(VIEW).parked() == 0);
    last = events.append("model", "a", 4, LIFE.subList(4, 6));
    awaitPosition(last);
    assertThat(version("a")).isEqualTo(5);
    assertThat(store(mongo).parked(collection())).isEmpty();
    assertThat(findings.found).isEmpty();
    asBuiltFromScratch();
  }

  @Test
  void isTriedAgainWhileItRuns() throws Exception {
    events.append("model", "a", 0, LIFE.subList(0, 2));
    insert("a", 2, "ModelUpdated", UNREADABLE);
    long last = events.append("model", "a", 3, LIFE.subList(3, 5));
    start(mongo, Duration.ofMillis(50));
    awaitPosition(last);
    assertThat(version("a")).as("parked by the build").isEqualTo(1);
    assertThat(board.status(VIEW).parked()).isEqualTo(1);
    mend("a", 2, LIFE.get(2));
    awaitVersion("a", 4);
    await().atMost(Duration.ofSeconds(60)).until(() -> board.status(VIEW).parked() == 0);
    asBuiltFromScratch();
  }

  @Test
  void anEventOfATypeThatALaterReleaseKnowsWaitsForThatRelease() throws Exception {
    long good = events.append("model", "a", 0, LIFE.subList(0, 1));
    start(mongo, NEVER);
    awaitPosition(good);
    insert("a", 1, "ModelBlessed", "{}");
    insert("c", 0, "ModelImagined", "{}");
    events.append("model", "c", 1, LIFE.subList(1, 2));
    awaitPosition(events.append("model", "b", 0, LIFE.subList(0, 1)));
    assertThat(version("a")).isZero();
    assertThat(document("c")).as("nothing of it can be shown").isNull();
    assertThat(board.status(VIEW).parked()).isEqualTo(2);
    stop();

    mend("a", 1, LIFE.get(1));
    mend("c", 0, LIFE.get(0));
    start(mongo, NEVER);
    awaitVersion("a", 1);
    awaitVersion("c", 1);
    asBuiltFromScratch();
  }

  @Test
  void aMissingVersionParksTheDocument() throws Exception {
    events.append("model", "a", 0, LIFE.subList(0, 1));
    events.append("model", "a", 2, LIFE.subList(2, 3));
    start(mongo, NEVER);
    awaitPosition(events.append("model", "b", 0, LIFE.subList(0, 1)));
    assertThat(version("a")).isZero();
    assertThat(version("b")).isZero();
    assertThat(board.status(VIEW).parked()).isEqualTo(1);
  }

  @Test
  void severalParkedInOnePageEachKeepWhatCameBefore() throws Exception {
    long good = events.append("model", "a", 0, LIFE.subList(0, 1));
    start(mongo, NEVER);
    awaitPosition(good);
    try (Connection connection = events.source().getConnection()) {
      connection.setAutoCommit(false);
      for (String id : List.of("x", "y")) {
        EventDatabase.insert(connection, "model", id, 0, LIFE.get(0));
        EventDatabase.insert(connection, "model", id, 1, LIFE.get(1));
      }
      for (String id : List.of("x", "y")) {
        byte[] payload = UNREADABLE.getBytes(StandardCharsets.UTF_8);
        EventDatabase.insert(connection, "model", id, 2, "ModelUpdated", 1, payload);
        EventDatabase.insert(connection, "model", id, 3, LIFE.get(3));
      }
      connection.commit();
    }
    awaitPosition(events.append("model", "a", 1, LIFE.subList(1, 2)));
    assertThat(version("x")).isEqualTo(1);
    assertThat(version("y")).isEqualTo(1);
    assertThat(version("a")).isEqualTo(1);
    assertThat(board.status(VIEW).parked()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"field", "_version", "whole"})
  void whatWasSpoiledByHandIsMadeAnewByItsNextEvent(String spoiled) throws Exception {
    long good = events.append("model", "a", 0, LIFE.subList(0, 2));
    events.append("model", "b", 0, LIFE.subList(0, 1));
    start(mongo, NEVER);
    awaitVersion("b", 0);
    var models = mongo.getCollection(collection());
    switch (spoiled) {
      case "field" -> models.updateOne(eq("_id", "a"), set("field", "NONSENSE"));
      case "_version" -> models.updateOne(eq("_id", "a"), unset("_version"));
      default -> models.deleteOne(eq("_id", "a"));
    }
    assertThat(good).isPositive();
    awaitPosition(events.append("model", "a", 2, LIFE.subList(2, 4)));
    awaitVersion("a", 3);
    await().atMost(Duration.ofSeconds(60)).until(() -> board.status(VIEW).parked() == 0);
    assertThat(findings.found).as("and it is told").hasSize(1);
    assertThat(findings.open).isEmpty();
    asBuiltFromScratch();
  }

  /** Whatever happened on the way, everything is as if it had been built from the log today. */
  private void asBuiltFromScratch() throws Exception {
    Map<String, BsonDocument> here = all(mongo, collection());
    stop();
    MongoDatabase other = ViewServer.EMBEDDED.database();
    long position = board.status(VIEW).position();
    start(other, NEVER);
    awaitPosition(position);
    assertThat(here).isEqualTo(all(other, collection()));
  }

  private static Map<String, BsonDocument> all(MongoDatabase database, String collection) {
    ViewDatabase views = new ViewDatabase(database);
    Map<String, BsonDocument> found = new HashMap<>();
    List<String> parts = new ArrayList<>(List.of(""));
    new ModelsProjection().parts().keySet().forEach(part -> parts.add("_" + part));
    for (String part : parts) {
      views
          .loadAll(collection + part)
          .forEach(d -> found.put(part + " " + d.getString("_id").getValue(), d));
    }
    assertThat(found.keySet()).anyMatch(id -> id.startsWith("_audit"));
    return found;
  }

  private long insert(String id, long version, String type, String payload) throws SQLException {
    try (Connection connection = events.source().getConnection()) {
      byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
      return EventDatabase.insert(connection, "model", id, version, type, 1, bytes);
    }
  }

  /** As a release that can read what is stored would see it. */
  private void mend(String id, long version, ModelEvent event) {
    String payload = new String(EventJson.write(event), StandardCharsets.UTF_8);
    events.run(
        "UPDATE event_log SET type = '%s', payload = convert_to('%s', 'UTF8')"
                .formatted(event.getClass().getSimpleName(), payload.replace("'", "''"))
            + " WHERE aggregate_id = '%s' AND version = %d".formatted(id, version));
  }

  private void start(MongoDatabase database, Duration retry) {
    board = new ViewBoard(List.of(VIEW));
    registry = new SimpleMeterRegistry();
    ProjectionRunner runner =
        new ProjectionRunner(
            events.source(),
            new ViewDatabase(database),
            List.of(new ModelsProjection()),
            board,
            new ProjectionSettings(4, Duration.ofMillis(20), Duration.ofMillis(50)),
            registry,
            Clock.systemUTC(),
            () -> "views-" + ids.incrementAndGet());
    runner.watching(findings, new UpkeepSettings(retry, NEVER, 5));
    running.add(runner);
    runner.start();
  }

  private void awaitPosition(long position) {
    soon(() -> board.status(VIEW).served() && board.status(VIEW).position() >= position);
  }

  private void awaitVersion(String id, long version) {
    soon(() -> board.status(VIEW).served() && document(id) != null && version(id) == version);
  }

  private static void soon(BooleanSupplier condition) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(5))
        .until(condition::getAsBoolean);
  }

  private static UpkeepStore store(MongoDatabase database) {
    return new UpkeepStore(new ViewDatabase(database));
  }

  private String collection() {
    return board.status(VIEW).collection();
  }

  private BsonDocument document(String id) {
    return mongo.getCollection(collection(), BsonDocument.class).find(eq("_id", id)).first();
  }

  private long version(String id) {
    return document(id).getNumber("version").longValue();
  }

  /** Findings in memory. */
  private static final class Findings implements DriftLog {
    private final List<Finding> found = new CopyOnWriteArrayList<>();
    private final Set<Key> open = new HashSet<>();

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public Set<Key> open() {
      return new HashSet<>(open);
    }

    @Override
    public void found(Finding finding) {
      found.add(finding);
      open.add(new Key(finding.view(), finding.documentId()));
    }

    @Override
    public void healed(Key document, Instant at) {
      open.remove(document);
    }
  }
}
