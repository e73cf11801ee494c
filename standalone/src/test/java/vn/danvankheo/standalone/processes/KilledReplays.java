package vn.danvankheo.standalone.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bson.BsonDocument;
import tools.jackson.databind.JsonNode;
import vn.danvankheo.query.QuerySideConfiguration;
import vn.danvankheo.query.mongo.BuildMark;
import vn.danvankheo.query.mongo.BuildStore;
import vn.danvankheo.query.mongo.Checkpoint;
import vn.danvankheo.query.mongo.CheckpointStore;
import vn.danvankheo.query.mongo.DocumentCursor;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.parity.DigestSum;
import vn.danvankheo.query.parity.DocumentDigest;
import vn.danvankheo.query.projecting.BuildControl;
import vn.danvankheo.query.projecting.Poison;
import vn.danvankheo.query.projecting.Projection;
import vn.danvankheo.query.projecting.ViewBuild;
import vn.danvankheo.query.reading.EventLogReader;

/**
 * Replays, swaps and ways back whose process is killed at random moments, while units are
 * registered. {@code -Dreplay.kills=20} kills more often, {@code -Dreplay.seed=…} at the moments
 * that a run before has printed.
 */
final class KilledReplays implements AutoCloseable {
  private static final int KILLS = Integer.getInteger("replay.kills", 3);
  private static final long SEED = Long.getLong("replay.seed", System.nanoTime());
  private static final Duration SOON = Duration.ofSeconds(120);
  private static final String PATH = "/api/admin/replays";
  private static final List<Projection<?>> VIEWS = QuerySideConfiguration.PROJECTIONS;

  private final SeparateProcesses processes;
  private Registry registry;
  private final Random random = new Random(SEED);
  private final MongoClient mongo;
  private final ViewDatabase views;
  private final ViewDatabase scratch;
  private final Connection log;
  private final List<String> told = new ArrayList<>();
  private int units;

  KilledReplays(SeparateProcesses processes, Registry registry) throws Exception {
    this.processes = processes;
    this.registry = registry;
    this.mongo = MongoClients.create(processes.mongodb(SeparateProcesses.VIEWS));
    this.views = new ViewDatabase(mongo.getDatabase(SeparateProcesses.VIEWS));
    this.scratch = new ViewDatabase(mongo.getDatabase("scratch"));
    this.log = processes.connect();
  }

  /** Each replay ends well although it was killed, and the views are what their events give. */
  void run() throws Exception {
    long begun = System.nanoTime();
    String location = begin();
    ended(location);
    long whole = System.nanoTime() - begun;
    begun = System.nanoTime();
    goBack(location);
    ended(location);
    long back = System.nanoTime() - begun;
    for (int i = 1; i <= KILLS; i++) {
      boolean further = i % 3 == 0;
      String before = served();
      if (further) {
        goBack(location);
      } else {
        location = begin();
      }
      if (i % 3 == 2) {
        // Little time passes from here to the swap, so few kills would come by chance.
        awaitBuilt(location);
      }
      long span = i % 3 == 1 ? whole : 2 * back;
      int moment = random.nextInt((int) TimeUnit.NANOSECONDS.toMillis(span));
      writeFor(moment);
      processes.queries().get(0).program().kill();
      told.add(moment + " ms " + told(location) + (served().equals(before) ? "" : ", swapped"));
      processes.queries().get(0).killAndStartAgain();
      // A run with many kills outlasts a token.
      registry = Registry.logIn(processes.gateway(), SeparateProcesses.PASSWORD);
      assertThat(registry.get("/api/units/BEFORE").statusCode()).isEqualTo(200);
      JsonNode end = ended(location);
      assertThat(end.at("/result/differing").asInt()).as(end.toString()).isZero();
      assertThat(served()).isNotEqualTo(before);
      check();
    }
    System.out.println(
        "replays killed, of %d ms (way back %d ms), seed %d: %s"
            .formatted(
                TimeUnit.NANOSECONDS.toMillis(whole),
                TimeUnit.NANOSECONDS.toMillis(back),
                SEED,
                String.join("; ", told)));
  }

  private String begin() throws Exception {
    return PATH
        + "/"
        + registry
            .post(PATH, "{\"target\": \"views\", \"reason\": \"Diễn tập\"}")
            .get("id")
            .asString();
  }

  private void goBack(String location) throws Exception {
    registry.post(location + "/swap", "{\"reason\": \"Đổi lại\"}");
  }

  private JsonNode ended(String location) {
    Set<String> ends = Set.of("SUCCEEDED", "FAILED", "CANCELLED");
    JsonNode end =
        await()
            .atMost(SOON)
            .pollInterval(Duration.ofMillis(20))
            .until(
                () -> Registry.read(registry.get(location)),
                status -> ends.contains(status.path("state").asString("")));
    assertThat(end.get("state").asString()).as(end.toString()).isEqualTo("SUCCEEDED");
    return end;
  }

  private void writeFor(int millis) throws Exception {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (long left = 0; left >= 0; left = until - System.nanoTime()) {
      String code = "KILLED-" + ++units;
      assertThat(registry.registerUnit(code, code).statusCode()).isEqualTo(201);
      LockSupport.parkNanos(Math.min(TimeUnit.MILLISECONDS.toNanos(20), until - System.nanoTime()));
    }
  }

  private void awaitBuilt(String location) {
    BuildStore marks = new BuildStore(views);
    String id = id(location);
    await()
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(5))
        .until(
            () ->
                marks.find(id).filter(BuildMark::built).isPresent()
                    || Registry.read(registry.get(location)).hasNonNull("finishedAt"));
  }

  private static String id(String location) {
    return location.substring(PATH.length() + 1);
  }

  /** How far a replay was when its process was killed. */
  private String told(String location) throws Exception {
    String id = id(location);
    String built =
        new BuildStore(views)
            .find(id)
            .map(
                mark ->
                    ", %d of %d%s"
                        .formatted(mark.done(), mark.total(), mark.built() ? " built" : ""))
            .orElse("");
    try (PreparedStatement statement =
        log.prepareStatement(
            "SELECT state || ' ' || coalesce(convert_from(result, 'UTF8')::jsonb ->> 'stage', '')"
                + " FROM replay WHERE id = ?::uuid")) {
      statement.setString(1, id);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getString(1).strip() + built;
      }
    }
  }

  /** Which collections are read. */
  private String served() {
    return checkpoints().values().stream().map(Checkpoint::collection).toList().toString();
  }

  private Map<String, Checkpoint> checkpoints() {
    Map<String, Checkpoint> found = new TreeMap<>();
    new CheckpointStore(views).load().forEach(at -> found.put(at.view(), at));
    assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(names());
    return found;
  }

  private static List<String> names() {
    return VIEWS.stream().<String>map(Projection::name).toList();
  }

  /** What is read is, view by view, what a build from the beginning of the log gives. */
  private void check() throws Exception {
    EventLogReader reader = new EventLogReader(log);
    long head = reader.head();
    await()
        .atMost(SOON)
        .until(() -> checkpoints().values().stream().allMatch(at -> at.position() >= head));
    BuildMark mark = ViewBuild.begin("scratch", reader.storeId(), head, null, VIEWS, "1");
    new ViewBuild(scratch, VIEWS, 2, new BuildControl(), Poison.STOPS)
        .run(log, mark, reached -> {});
    Map<String, Checkpoint> served = checkpoints();
    for (Projection<?> view : VIEWS) {
      String fresh = view.name() + "_1";
      assertThat(digest(views, view, served.get(view.name()).collection()))
          .as(view.name())
          .isEqualTo(digest(scratch, view, fresh));
      scratch.dropGeneration(fresh);
    }
    assertThat(reader.head()).as("nothing happened meanwhile").isEqualTo(head);
  }

  private static String digest(ViewDatabase database, Projection<?> view, String collection) {
    DocumentDigest digest = new DocumentDigest();
    DigestSum sum = new DigestSum();
    List<String> parts = new ArrayList<>(view.parts().keySet());
    parts.add("");
    for (String part : parts) {
      String name = part.isEmpty() ? collection : collection + "_" + part;
      try (DocumentCursor all = database.byId(name)) {
        for (BsonDocument each = all.current(); each != null; each = all.current()) {
          sum.add(digest.of(part, each));
          all.advance();
        }
      }
    }
    return sum.documents() + " " + sum;
  }

  @Override
  public void close() throws Exception {
    log.close();
    mongo.close();
  }
}
