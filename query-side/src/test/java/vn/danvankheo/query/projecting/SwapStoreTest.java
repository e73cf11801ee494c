package vn.danvankheo.query.projecting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.danvankheo.events.StoredEvent;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.model.ModelUpdated;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.query.mongo.BuildMark;
import vn.danvankheo.query.mongo.Checkpoint;
import vn.danvankheo.query.mongo.CheckpointStore;
import vn.danvankheo.query.mongo.DocumentCursor;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.parity.Difference;
import vn.danvankheo.query.parity.DigestSum;
import vn.danvankheo.query.parity.DocumentDigest;
import vn.danvankheo.query.reading.EventLogReader;
import vn.danvankheo.query.serving.Views;
import vn.danvankheo.query.testing.EventDatabase;
import vn.danvankheo.query.testing.ModelEvents;
import vn.danvankheo.query.testing.ViewServer;
import vn.danvankheo.query.views.models.ModelsProjection;
import vn.danvankheo.query.views.units.UnitsProjection;

/** New generations beside those that are read: compared, swapped, taken back. */
class SwapStoreTest {
  private static final Duration SOON = Duration.ofSeconds(120);
  private static final List<ModelEvent> LIFE =
      ModelEvents.life("DVK-2024-0001", ModelEvents.TITLE, "VP-TTHCC", 2024);
  private static final ModelsProjection MODELS = new ModelsProjection();
  private static final AtomicInteger GENERATION = new AtomicInteger(1_000);

  private final EventDatabase events = EventDatabase.create();
  private final MongoDatabase mongo = ViewServer.EMBEDDED.database();
  private final ViewDatabase views = new ViewDatabase(mongo);
  private final List<AutoCloseable> running = new ArrayList<>();
  private final AtomicReference<Leading> leading = new AtomicReference<>();

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable each : running) {
      each.close();
    }
  }

  @Test
  void readersAndWritersNoticeNothingOfReplaysAndSwaps() throws Exception {
    int models = 40;
    for (int m = 0; m < models; m++) {
      events.append("model", id(m), 0, LIFE.subList(0, 1));
    }
    Projection<?> units = UnitsProjection.projection();
    ViewBoard board = start(MODELS, units);
    awaitPosition(board, models);
    AtomicBoolean over = new AtomicBoolean();
    Queue<String> faults = new ConcurrentLinkedQueue<>();
    List<Thread> people = new ArrayList<>();
    AtomicLong reads = new AtomicLong();
    long[] versions = new long[models];
    for (int w = 0; w < 4; w++) {
      int first = w;
      people.add(
          new Thread(
              () -> {
                for (int i = 1; !over.get(); i++) {
                  for (int m = first; m < models && !over.get(); m += 4) {
                    long position =
                        events.append("model", id(m), ++versions[m], List.of(change(i)));
                    awaitPosition(board, position);
                    if (version(board, id(m)) < versions[m]) {
                      faults.add("A writer does not see version " + versions[m]);
                    }
                  }
                }
              }));
    }
    for (int r = 0; r < 50; r++) {
      Random random = new Random(r);
      people.add(
          new Thread(
              () -> {
                Map<String, Long> seen = new HashMap<>();
                while (!over.get()) {
                  String id = id(random.nextInt(models));
                  long version = version(board, id);
                  if (version < seen.getOrDefault(id, 0L)) {
                    faults.add("Back from " + seen.get(id) + " to " + version);
                  }
                  seen.put(id, version);
                  reads.incrementAndGet();
                }
              }));
    }
    CheckpointStore checkpoints = new CheckpointStore(views);
    people.add(
        new Thread(
            () -> {
              while (!over.get()) {
                Stream<String> known = board.all().stream().map(ViewStatus::collection);
                Stream<String> stored = checkpoints.load().stream().map(Checkpoint::collection);
                for (Stream<String> read : List.of(known, stored)) {
                  Set<String> builds =
                      read.map(name -> name.replaceAll(".*_", "")).collect(Collectors.toSet());
                  if (builds.size() > 1) {
                    faults.add("A mixture of " + builds);
                  }
                }
              }
            }));
    for (Thread each : people) {
      each.setUncaughtExceptionHandler((thread, thrown) -> faults.add(thrown.toString()));
      each.start();
    }
    Set<String> read = new LinkedHashSet<>();
    for (int i = 0; i < 6; i++) {
      read.add(board.status(Views.MODELS).collection());
      ParityGate gate = replay(MODELS, units);
      await().atMost(SOON).until(() -> gate.outcome() != null && gate.outcome().swapped());
      assertThat(gate.outcome().same()).as(gate.outcome().views().toString()).isTrue();
    }
    await().atMost(SOON).until(() -> reads.get() > 1_000);
    over.set(true);
    for (Thread each : people) {
      each.join();
    }
    assertThat(faults).isEmpty();
    assertThat(read).as("each replay gave a generation").hasSize(6);
    assertThat(board.status(Views.MODELS).position()).isGreaterThan(models);
    assertThat(generations()).as("only the one before is kept").hasSize(2);
    assertThat(digest(board.status(Views.MODELS).collection())).isEqualTo(digestFromScratch());
  }

  @Test
  void aFaultyProjectionIsStoppedAndItsModelsAndFieldsAreNamed() throws Exception {
    events.append("model", "a", 0, LIFE);
    events.append("model", "b", 0, LIFE.subList(0, 2));
    long position = events.append("model", "c", 0, LIFE.subList(0, 1));
    ViewBoard board = start(MODELS);
    awaitPosition(board, position);
    String before = board.status(Views.MODELS).collection();

    ParityGate gate = replay(faulty());
    await().atMost(SOON).until(() -> gate.outcome() != null);
    assertThat(gate.outcome().same()).isFalse();
    assertThat(gate.outcome().views().get(Views.MODELS).first())
        .contains(new Difference("", "b", "/location", location(), "wrong"))
        .allMatch(difference -> difference.document().startsWith("b"));

    events.append("model", "c", 1, LIFE.subList(1, 2));
    long later = events.append("model", "b", 2, LIFE.subList(2, 3));
    awaitPosition(board, later);
    assertThat(board.status(Views.MODELS).collection()).as("nothing is let in").isEqualTo(before);
    assertThat(version(board, "b")).isEqualTo(2);

    gate.accept();
    await().atMost(SOON).until(() -> gate.outcome().swapped());
    assertThat(board.status(Views.MODELS).collection()).isNotEqualTo(before);
    assertThat(document(board, "b").getString("location").getValue()).isEqualTo("wrong");
    assertThat(version(board, "c")).isEqualTo(1);

    long latest = events.append("model", "c", 2, LIFE.subList(2, 3));
    awaitPosition(board, latest);
    Map<Projection<?>, Checkpoint> previous = leading.get().previous();
    assertThat(previous.get(MODELS).collection()).isEqualTo(before);
    leading.get().handOver(previous, pairs -> SwapGate.Decision.SWAP);
    await().atMost(SOON).until(() -> before.equals(board.status(Views.MODELS).collection()));
    assertThat(version(board, "c")).as("caught up on the way back").isEqualTo(2);
    assertThat(digest(before)).isEqualTo(digestFromScratch());
  }

  @Test
  void whatIsGivenUpIsNeverRead() throws Exception {
    long position = events.append("model", "b", 0, LIFE.subList(0, 2));
    ViewBoard board = start(MODELS);
    awaitPosition(board, position);
    String before = board.status(Views.MODELS).collection();
    ParityGate gate = replay(faulty());
    await().atMost(SOON).until(() -> gate.outcome() != null);
    gate.close();
    long later = events.append("model", "b", 2, LIFE.subList(2, 3));
    awaitPosition(board, later);
    assertThat(board.status(Views.MODELS).collection()).isEqualTo(before);
    assertThat(leading.get().previous()).isEmpty();
  }

  @Test
  void whatIsGivenUpBeforeItHasCaughtUpIsNotFollowedAnyFurther() throws Exception {
    long position = events.append("model", "a", 0, LIFE);
    ViewBoard board = start(MODELS);
    awaitPosition(board, position);
    AtomicInteger asked = new AtomicInteger();
    SwapGate givenUp =
        new SwapGate() {
          @Override
          public boolean isGivenUp() {
            asked.incrementAndGet();
            return true;
          }

          @Override
          public Decision decide(List<Pair> pairs) {
            throw new IllegalStateException("It was followed");
          }
        };
    String storeId = new EventLogReader(events.source().getConnection()).storeId();
    Checkpoint start = Checkpoint.start(MODELS.name(), MODELS.name() + "_7", storeId);
    leading.get().handOver(Map.of(MODELS, start), givenUp);
    await().atMost(SOON).until(() -> asked.get() > 0);
    awaitPosition(board, events.append("model", "b", 0, LIFE));
    assertThat(asked.get()).isEqualTo(1);
    assertThat(views.collections()).doesNotContain(MODELS.name() + "_7");
  }

  @Test
  void killsAtAnyMomentLeaveTheOneOrTheOther() throws Exception {
    Random random = new Random(7);
    int models = 30;
    for (int m = 0; m < models; m++) {
      events.append("model", id(m), 0, LIFE.subList(0, 1 + random.nextInt(LIFE.size() - 1)));
    }
    ViewBoard board = start(MODELS);
    awaitPosition(board, 1);
    for (int i = 0; i < 20; i++) {
      Leading term = leading.get();
      AtomicBoolean goOn = new AtomicBoolean(true);
      Thread killer =
          new Thread(
              () -> {
                long moment = System.nanoTime() + random.nextInt(60_000_000);
                while (System.nanoTime() < moment) {
                  Thread.onSpinWait();
                }
                events.disconnectAll();
                goOn.set(false);
              });
      killer.start();
      try {
        ParityGate gate = replay(MODELS);
        await()
            .atMost(SOON)
            .until(() -> !goOn.get() || (gate.outcome() != null && gate.outcome().swapped()));
      } catch (Exception killed) {
        assertThat(killed).hasStackTraceContaining("org.postgresql");
      }
      killer.join();
      await().atMost(SOON).until(() -> leading.get() != term);
      long version = events.append("model", "new-" + i, 0, LIFE.subList(0, 2));
      awaitPosition(board, version);
      assertThat(board.all()).allMatch(ViewStatus::served);
      assertThat(digest(board.status(Views.MODELS).collection())).isEqualTo(digestFromScratch());
    }
    assertThat(generations()).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void twoReleasesLeadEachTheirOwnAndTheSurvivorTakesTheRest() throws Exception {
    Projection<?> others = new Redefined<>(MODELS, MODELS.definition() + 1);
    Projection<?> shared = UnitsProjection.projection();
    long position = events.append("model", "a", 0, LIFE.subList(0, 3));
    ViewBoard old = start(MODELS, shared);
    awaitPosition(old, position);
    String oldModels = old.status(Views.MODELS).collection();
    String units = old.status(Views.UNITS).collection();
    Leading oldTerm = leading.get();

    ViewBoard fresh = start(others, shared);
    awaitPosition(fresh, position);
    assertThat(leading.get().projections()).as("what nobody leads").containsExactly(others);
    assertThat(fresh.status(Views.MODELS).collection()).startsWith(others.name() + "_");
    assertThat(fresh.status(Views.UNITS).collection()).isEqualTo(units);
    for (int i = 3; i < LIFE.size(); i++) {
      long later = events.append("model", "a", i, LIFE.subList(i, i + 1));
      awaitPosition(old, later);
      awaitPosition(fresh, later);
      assertThat(version(old, "a")).isEqualTo(i);
      assertThat(version(fresh, "a")).isEqualTo(i);
    }
    assertThat(old.status(Views.MODELS).collection()).isEqualTo(oldModels);
    assertThat(term(MODELS)).as("the old release's term is its own").isEqualTo(oldTerm.term());

    running.get(0).close();
    await().atMost(SOON).until(() -> leading.get().projections().size() == 2);
    long last = events.append("model", "b", 0, LIFE.subList(0, 2));
    awaitPosition(fresh, last);
    assertThat(fresh.status(Views.UNITS).position()).isGreaterThanOrEqualTo(last);
    assertThat(views.collections()).as("for a way back to the old release").contains(oldModels);
  }

  @Test
  void whatItCanReadOfAnOlderDefinitionIsReadWhileTheNewIsBuilt() throws Exception {
    long position = events.append("model", "a", 0, LIFE.subList(0, 3));
    ViewBoard old = start(MODELS);
    awaitPosition(old, position);
    String before = old.status(Views.MODELS).collection();
    CountDownLatch held = new CountDownLatch(1);
    Projection<?> next =
        new Redefined<>(MODELS, MODELS.definition() + 1) {
          @Override
          public int readable() {
            return definition() - 1;
          }

          @Override
          public ModelState fold(ModelState state, StoredEvent event) {
            try {
              held.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            return super.fold(state, event);
          }
        };
    ViewBoard fresh = start(next);
    awaitPosition(fresh, position);
    assertThat(fresh.status(Views.MODELS).collection()).isEqualTo(before);
    long later = events.append("model", "a", 3, LIFE.subList(3, 4));
    awaitPosition(fresh, later);
    assertThat(fresh.status(Views.MODELS).collection()).as("brought on").isEqualTo(before);
    assertThat(version(fresh, "a")).isEqualTo(3);

    running.get(0).close();
    held.countDown();
    await().atMost(SOON).until(() -> !before.equals(fresh.status(Views.MODELS).collection()));
    assertThat(fresh.status(Views.MODELS).position()).isGreaterThanOrEqualTo(later);
    assertThat(version(fresh, "a")).isEqualTo(3);
  }

  private static String location() {
    return ModelEvents.form(ModelEvents.TITLE, "VP-TTHCC", 2024).location();
  }

  /** Folds one field of one model wrongly. */
  private static Projection<?> faulty() {
    return new Redefined<>(MODELS, MODELS.definition()) {
      @Override
      public BsonDocument document(ModelState state) {
        BsonDocument document = super.document(state);
        if (state.id().equals("b")) {
          document.put("location", new BsonString("wrong"));
        }
        return document;
      }
    };
  }

  /** Builds a generation as a replay does, and hands it over. */
  private ParityGate replay(Projection<?>... projections) throws Exception {
    List<Projection<?>> replayed = List.of(projections);
    BuildControl control = new BuildControl();
    try (Connection log = events.source().getConnection()) {
      EventLogReader reader = new EventLogReader(log);
      long position = reader.head();
      await().atMost(SOON).until(() -> reader.hasSettled(position));
      String suffix = String.valueOf(GENERATION.incrementAndGet());
      BuildMark mark =
          ViewBuild.begin(
              "test",
              reader.storeId(),
              position,
              reader.eventIdAt(position).orElse(null),
              replayed,
              suffix);
      BuildMark built =
          new ViewBuild(views, replayed, 2, control, Poison.STOPS).run(log, mark, reached -> {});
      ParityGate gate = new ParityGate(views, control, leading.get()::look);
      leading.get().handOver(Builds.checkpoints(built, replayed), gate);
      return gate;
    }
  }

  private ViewBoard start(Projection<?>... projections) throws Exception {
    ViewBoard board =
        new ViewBoard(List.of(projections).stream().<String>map(Projection::view).toList());
    ProjectionRunner runner =
        new ProjectionRunner(
            events.source(),
            views,
            List.of(projections),
            board,
            new ProjectionSettings(50, Duration.ofMillis(50), Duration.ofMillis(200)),
            new SimpleMeterRegistry(),
            Clock.systemUTC(),
            () -> "views");
    runner.whileLeading(
        term -> {
          leading.set(term);
          return () -> {};
        });
    running.add(runner);
    runner.start();
    return board;
  }

  private static void awaitPosition(ViewBoard board, long position) {
    List<String> all = board.all().stream().map(ViewStatus::view).toList();
    await()
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(2))
        .until(
            () ->
                board.all().stream().allMatch(ViewStatus::served)
                    && board.position(all) >= position);
  }

  private static String id(int model) {
    return "model-" + model;
  }

  private static ModelUpdated change(int i) {
    return new ModelUpdated(2024, ModelEvents.location("Nơi " + i), List.of(), null, false);
  }

  private BsonDocument document(ViewBoard board, String id) {
    return views.load(board.status(Views.MODELS).collection(), List.of(id)).get(id);
  }

  private long version(ViewBoard board, String id) {
    return document(board, id).getNumber("version").longValue();
  }

  private long term(Projection<?> projection) {
    return mongo
        .getCollection("checkpoints", BsonDocument.class)
        .find(new BsonDocument("_id", new BsonString("views")))
        .first()
        .getDocument(projection.name())
        .getNumber("term")
        .longValue();
  }

  private Set<String> generations() {
    return views.collections().stream()
        .filter(name -> name.matches("models_\\d+_\\d+"))
        .collect(Collectors.toSet());
  }

  private String digest(String collection) {
    DocumentDigest digest = new DocumentDigest();
    DigestSum sum = new DigestSum();
    for (String part : List.of("", "_versions", "_audit")) {
      try (DocumentCursor all = views.byId(collection + part)) {
        for (BsonDocument each = all.current(); each != null; each = all.current()) {
          sum.add(digest.of(part, each));
          all.advance();
        }
      }
    }
    return sum.documents() + " " + sum;
  }

  private String digestFromScratch() throws Exception {
    try (Connection log = events.source().getConnection()) {
      EventLogReader reader = new EventLogReader(log);
      String suffix = String.valueOf(GENERATION.incrementAndGet());
      BuildMark mark =
          ViewBuild.begin(
              "scratch", reader.storeId(), reader.head(), null, List.of(MODELS), suffix);
      new ViewBuild(views, List.of(MODELS), 1, new BuildControl(), Poison.STOPS)
          .run(log, mark, reached -> {});
      String collection = MODELS.name() + "_" + suffix;
      String digest = digest(collection);
      views.dropGeneration(collection);
      return digest;
    }
  }
}
