package vn.danvankheo.query.projecting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.serialization.EventJson;
import vn.danvankheo.events.state.Duties;
import vn.danvankheo.events.vocabulary.TermStatus;
import vn.danvankheo.query.mongo.Checkpoint;
import vn.danvankheo.query.mongo.Keyset;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.reading.LogRow;
import vn.danvankheo.query.testing.ModelEvents;
import vn.danvankheo.query.testing.Streams;
import vn.danvankheo.query.testing.ViewServer;
import vn.danvankheo.query.views.models.LateModels;
import vn.danvankheo.query.views.models.ModelFilter;
import vn.danvankheo.query.views.models.ModelSource;
import vn.danvankheo.query.views.models.ModelStore;
import vn.danvankheo.query.views.models.ModelsProjection;
import vn.danvankheo.query.views.models.TermTags;
import vn.danvankheo.query.views.plans.PlanBook;
import vn.danvankheo.query.views.units.UnitTree;

/** What a list shows of a moment is what it would have shown, had the log ended there. */
abstract class PastListsConformance {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final ModelsProjection MODELS = new ModelsProjection();
  private static final Optional<Integer> ANY = Optional.empty();
  private static final UnitTree NO_UNITS = new UnitTree(List.of());

  private final ViewServer server;

  PastListsConformance(ViewServer server) {
    this.server = server;
  }

  @Property(tries = 25)
  void aPastListIsThePresentListOfTheLogUpToThen(
      @ForAll @IntRange(min = 1, max = 7) int models, @ForAll long seed) {
    Random random = new Random(seed);
    ViewDatabase database = new ViewDatabase(server.database());
    ModelStore store = new ModelStore(database);
    List<LogRow> log = log(models, random);
    String whole = fold(database, log, random);
    for (int i = 0; i < 3; i++) {
      Instant moment = moment(log, random);
      List<LogRow> first =
          log.stream().filter(row -> !row.event().recorded().at().isAfter(moment)).toList();
      ModelSource then = ModelSource.present(fold(database, first, random));
      ModelSource past = ModelSource.asOf(ViewFolding.partOf(whole, "versions"), moment);
      for (BsonDocument filter : filters()) {
        for (List<String> order : orders()) {
          assertThat(pages(store, past, filter, order))
              .as("%s by %s at %s", filter, order, moment)
              .isEqualTo(pages(store, then, filter, order));
        }
        assertThat(owed(store, past, filter)).isEqualTo(owed(store, then, filter));
      }
      assertThat(store.registeredByUnit(past, 2024)).isEqualTo(store.registeredByUnit(then, 2024));
    }
  }

  /** All pages by two, without what is technical. */
  private static List<Object> pages(
      ModelStore store, ModelSource source, BsonDocument filter, List<String> fields) {
    Keyset order = new Keyset(fields, "");
    List<Object> shown = new ArrayList<>();
    Optional<List<BsonValue>> behind = Optional.empty();
    do {
      ModelStore.Page page = store.page(source, filter, order, behind, 2);
      shown.add(page.total());
      page.items().forEach(item -> shown.add(shown(item)));
      behind = Optional.ofNullable(page.last());
    } while (behind.isPresent());
    return shown;
  }

  private static Map<String, BsonValue> shown(RawBsonDocument item) {
    Map<String, BsonValue> fields = new HashMap<>(item.decode(new BsonDocumentCodec()));
    fields
        .keySet()
        .removeIf(f -> f.startsWith("_") && !List.of("_id", "_terms", "_counts").contains(f));
    return fields;
  }

  private static Map<String, Object> owed(
      ModelStore store, ModelSource source, BsonDocument filter) {
    Map<String, Object> owed = new HashMap<>();
    store.eachState(
        source,
        filter,
        model ->
            model
                .terms()
                .forEach(
                    term ->
                        owed.put(
                            model.code() + term.year(),
                            Duties.ofTerm(model, term, null) + " " + term.running())));
    return owed;
  }

  private static List<BsonDocument> filters() {
    LateModels late = new LateModels(new PlanBook(List.of()), NO_UNITS, LocalDate.of(2024, 4, 1));
    return List.of(
        new BsonDocument(),
        new ModelFilter(ANY).status(Optional.of(TermStatus.APPROVED)).build(),
        new ModelFilter(Optional.of(2024)).status(Optional.of(TermStatus.RECOGNIZED)).build(),
        new ModelFilter(Optional.of(2024)).tag(TermTags.COMMENDED, Optional.of(false)).build(),
        new ModelFilter(ANY)
            .ofUnits(List.of("U1", "U2"))
            .words("thu ba ng", NO_UNITS, List.of(), false)
            .build(),
        late.filter());
  }

  private static List<List<String>> orders() {
    return List.of(
        List.of("-createdAt"), List.of("updatedAt"), List.of("_sortTitle"), List.of("-status"));
  }

  private static Instant moment(List<LogRow> log, Random random) {
    Instant at = log.get(random.nextInt(log.size())).recordedAt();
    return at.plusNanos(1_000_000L * (random.nextInt(3) - 1)).plusNanos(random.nextInt(1_000_000));
  }

  private static String fold(ViewDatabase database, List<LogRow> log, Random random) {
    String collection = "models_4_" + COUNT.incrementAndGet();
    ViewFolding<?> folding =
        ViewFolding.goingOn(
            MODELS,
            database,
            Checkpoint.start(MODELS.name(), collection, "log"),
            Clock.systemUTC());
    int page = 1 + random.nextInt(4);
    for (int i = 0; i < log.size(); i += page) {
      folding.apply(log.subList(i, Math.min(i + page, log.size())));
    }
    MODELS
        .parts()
        .forEach((part, own) -> database.createIndexes(ViewFolding.partOf(collection, part), own));
    return collection;
  }

  /** Lives of several models, interleaved; now and then several events in one millisecond. */
  private static List<LogRow> log(int models, Random random) {
    List<LogRow> log = new ArrayList<>();
    int[] next = new int[models];
    Instant at = Instant.parse("2024-02-28T01:00:00Z");
    for (int i = 0; i < models * 9; i++) {
      int m = random.nextInt(models);
      List<ModelEvent> life =
          ModelEvents.life("DVK-" + m, ModelEvents.TITLE + " " + m, "U" + m % 3, 2024);
      if (next[m] < life.size()) {
        at =
            at.plusNanos(
                random.nextInt(5) == 0 ? 400_000 : random.nextLong(4_000_000_000_000_000L));
        int version = next[m]++;
        log.add(row(log.size() + 1, "m-" + m, version, life.get(version), at));
      }
    }
    return log;
  }

  private static LogRow row(long position, String id, long version, ModelEvent event, Instant at) {
    var stored = Streams.stored(position, id, version, event);
    return new LogRow(
        position,
        stored.eventId(),
        "model",
        id,
        version,
        stored.type(),
        stored.revision(),
        at,
        EventJson.write(event),
        EventJson.stored().writeValueAsBytes(stored.metadata()));
  }
}
