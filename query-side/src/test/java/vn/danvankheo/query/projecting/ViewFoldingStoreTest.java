package vn.danvankheo.query.projecting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import vn.danvankheo.events.StoredEvent;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.serialization.EventJson;
import vn.danvankheo.query.mongo.Checkpoint;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.reading.LogRow;
import vn.danvankheo.query.testing.ModelEvents;
import vn.danvankheo.query.testing.Streams;
import vn.danvankheo.query.testing.ViewServer;
import vn.danvankheo.query.views.models.ModelsProjection;

class ViewFoldingStoreTest {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final ModelsProjection MODELS = new ModelsProjection();

  private final ViewDatabase database = new ViewDatabase(ViewServer.EMBEDDED.database());

  @Property(tries = 60)
  void anyBatchesWithAnyRedeliveryGiveTheSameDocuments(
      @ForAll @IntRange(min = 1, max = 6) int models, @ForAll long seed) {
    Random random = new Random(seed);
    List<LogRow> log = log(models, random);
    Map<String, BsonDocument> expected = built(log);

    String collection = "models_4_" + COUNT.incrementAndGet();
    int done = 0;
    while (done < log.size()) {
      int from = random.nextInt(done + 1);
      int to = Math.min(log.size(), from + 1 + random.nextInt(log.size()));
      Checkpoint at = Checkpoint.start(MODELS.name(), collection, "log");
      if (from > 0) {
        at = at.at(log.get(from - 1).position(), log.get(from - 1).eventId());
      }
      ViewFolding<?> folding = ViewFolding.goingOn(MODELS, database, at, Clock.systemUTC());
      folding.apply(log.subList(from, to));
      assertThat(folding.reached().parked()).isZero();
      done = Math.max(done, to);
    }
    assertThat(all(collection)).isEqualTo(expected);
  }

  @Test
  void ofTheDocumentOfAPoisonedEventWhatIsBehindItStaysOutAndEverythingElseIsIn() {
    List<LogRow> log = log(2, new Random(1));
    LogRow poison = log.get(9);
    List<LogRow> spoiled = new ArrayList<>(log);
    spoiled.set(9, withPayload(poison, "{\"surprise\":1}"));
    String collection = "models_4_" + COUNT.incrementAndGet();
    ViewFolding<?> folding = begun(collection);
    folding.apply(spoiled);
    assertThat(folding.reached().position()).isEqualTo(log.get(log.size() - 1).position());
    assertThat(folding.reached().parked()).isEqualTo(1);
    Predicate<LogRow> waits =
        row -> row.aggregateId().equals(poison.aggregateId()) && row.version() >= poison.version();
    assertThat(log).as("something follows it").filteredOn(waits).hasSizeGreaterThan(1);
    assertThat(all(collection)).isEqualTo(built(log.stream().filter(waits.negate()).toList()));
  }

  private ViewFolding<?> begun(String collection) {
    Checkpoint start = Checkpoint.start(MODELS.name(), collection, "log");
    return ViewFolding.goingOn(MODELS, database, start, Clock.systemUTC());
  }

  private Map<String, BsonDocument> built(List<LogRow> log) {
    String collection = "models_4_" + COUNT.incrementAndGet();
    begun(collection).apply(log);
    return all(collection);
  }

  private Map<String, BsonDocument> all(String collection) {
    Map<String, BsonDocument> found = new HashMap<>();
    database.loadAll(collection).forEach(d -> found.put(d.getString("_id").getValue(), d));
    for (String part : MODELS.parts().keySet()) {
      database
          .loadAll(ViewFolding.partOf(collection, part))
          .forEach(d -> found.put(part + " " + d.getString("_id").getValue(), d));
    }
    assertThat(found.keySet()).as("what single events gave, too").anyMatch(id -> id.contains(" "));
    return found;
  }

  /** Lives of several models, interleaved, with gaps between positions and others' events. */
  private static List<LogRow> log(int models, Random random) {
    List<List<ModelEvent>> lives = new ArrayList<>();
    List<Integer> next = new ArrayList<>();
    for (int m = 0; m < models; m++) {
      lives.add(ModelEvents.life("DVK-" + m, ModelEvents.TITLE + m, "VP", 2024));
      next.add(0);
    }
    List<LogRow> log = new ArrayList<>();
    long position = 0;
    while (log.size() < models * 8) {
      position += 1 + random.nextInt(2);
      int m = random.nextInt(models);
      int version = next.get(m);
      if (version < lives.get(m).size()) {
        next.set(m, version + 1);
        StoredEvent event = Streams.stored(position, "m-" + m, version, lives.get(m).get(version));
        log.add(row(event, "model"));
      }
    }
    return log;
  }

  private static LogRow row(StoredEvent event, String aggregateType) {
    return new LogRow(
        event.position(),
        event.eventId(),
        aggregateType,
        event.recorded().aggregateId(),
        event.recorded().version(),
        event.type(),
        event.revision(),
        event.recorded().at(),
        EventJson.write(event.recorded().event()),
        EventJson.stored().writeValueAsBytes(event.metadata()));
  }

  private static LogRow withPayload(LogRow row, String payload) {
    return new LogRow(
        row.position(),
        row.eventId(),
        row.aggregateType(),
        row.aggregateId(),
        row.version(),
        row.type(),
        row.revision(),
        row.recordedAt(),
        payload.getBytes(StandardCharsets.UTF_8),
        row.metadata());
  }
}
