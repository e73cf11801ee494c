package vn.danvankheo.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandSucceededEvent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.danvankheo.events.StoredEvent;
import vn.danvankheo.events.fold.Patch;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.model.ModelForm;
import vn.danvankheo.events.model.ModelUpdated;
import vn.danvankheo.query.audit.entry.AuditEntry;
import vn.danvankheo.query.audit.entry.AuditStore;
import vn.danvankheo.query.history.domain.Shapes;
import vn.danvankheo.query.mongo.GuardedWrites;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.reading.EventStreams;
import vn.danvankheo.query.reading.EventStreams.Place;
import vn.danvankheo.query.reading.Stretch;
import vn.danvankheo.query.testing.EventDatabase;
import vn.danvankheo.query.testing.ModelEvents;
import vn.danvankheo.query.testing.ViewServer;

/** A page costs the same work of both stores, however long the model's history is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelEntriesStoreTest {
  private static final int LONG = 2_500;
  private static final int SHORT = 25;
  private static final int LIMIT = 20;

  private final EventDatabase events = EventDatabase.create();
  private final Map<String, Integer> work = new LinkedHashMap<>();
  private MongoClient client;
  private ModelEntries entries;

  @BeforeAll
  void fill() {
    events.append("model", "long", 0, updates(LONG));
    events.append("model", "short", 0, updates(SHORT));
    MongoDatabase database = ViewServer.EMBEDDED.database();
    List<BsonDocument> documents = new ArrayList<>();
    for (String id : List.of("long", "short")) {
      @Nullable Record state = null;
      for (StoredEvent event : new EventStreams(events.source()).of(id)) {
        Record next = Shapes.after(state, event);
        BsonDocument document = AuditEntry.EMITTER.emission().of(state, next, event).document();
        documents.add(document.append(ViewDatabase.POSITION, new BsonInt64(event.position())));
        state = next;
      }
    }
    new GuardedWrites(new ViewDatabase(database)).insert(AuditEntry.PART, documents);
    ConnectionString address = new ConnectionString(ViewServer.EMBEDDED.uri(database));
    client =
        MongoClients.create(
            MongoClientSettings.builder()
                .applyConnectionString(address)
                .addCommandListener(new Counted())
                .build());
    ViewDatabase counted = new ViewDatabase(client.getDatabase(database.getName()));
    entries =
        new ModelEntries(
            new EventStreams(counted(DataSource.class, events.source())), new AuditStore(counted));
  }

  @AfterAll
  void stop() {
    client.close();
  }

  private static List<ModelEvent> updates(int length) {
    List<ModelEvent> life = new ArrayList<>();
    ModelForm form = ModelEvents.form(ModelEvents.TITLE, "VP-TTHCC", 2024);
    life.add(ModelEvents.registered("DVK-2024-0001", 2024, form));
    while (life.size() < length) {
      ModelForm next = ModelEvents.form(ModelEvents.TITLE + " " + life.size(), "VP-TTHCC", 2024);
      Patch<ModelForm> patch = Patch.between(form, next);
      life.add(new ModelUpdated(2024, patch.changed(), patch.cleared(), null, false));
      form = next;
    }
    return life;
  }

  @Test
  void anyPageOfALongHistoryTakesTheWorkOfAShortOnes() {
    Map<String, Integer> first = work("short", -1, false, LongStream.range(0, LIMIT).toArray());
    assertThat(first)
        .as("beside the page one row for the number of events and one that tells of another page")
        .containsEntry("statements", 2)
        .containsEntry("rows", LIMIT + 2)
        .containsEntry("find", 1)
        .containsEntry("documents", LIMIT)
        .containsOnlyKeys("statements", "rows", "find", "documents");
    assertThat(work("long", -1, false, LongStream.range(0, LIMIT).toArray())).isEqualTo(first);
    long middle = LONG / 2;
    assertThat(work("long", middle - 1, false, LongStream.range(middle, middle + LIMIT).toArray()))
        .isEqualTo(first);
    long[] newest = LongStream.iterate(LONG - 1, v -> v - 1).limit(LIMIT).toArray();
    assertThat(work("long", Long.MAX_VALUE, true, newest)).isEqualTo(first);
  }

  /** What a page takes of the stores, as the endpoint asks for it. */
  private Map<String, Integer> work(String id, long behind, boolean descending, long[] versions) {
    work.clear();
    assertThat(entries.count(id, Stretch.EVER)).isEqualTo(id.equals("long") ? LONG : SHORT);
    List<Place> page = entries.page(id, Stretch.EVER, behind, descending, LIMIT);
    List<AuditEntry> shown = entries.entries(AuditEntry.PART, page.subList(0, LIMIT));
    assertThat(shown.stream().mapToLong(entry -> entry.event().recorded().version()).toArray())
        .isEqualTo(versions);
    assertThat(shown).allSatisfy(entry -> assertThat(entry.changes()).isNotEmpty());
    return Map.copyOf(work);
  }

  private void add(String what, int times) {
    work.merge(what, times, Integer::sum);
  }

  private final class Counted implements CommandListener {
    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
      if (event.getResponse().containsKey("cursor")) {
        add(event.getCommandName(), 1);
        BsonDocument cursor = event.getResponse().getDocument("cursor");
        add(
            "documents",
            cursor.getArray(cursor.containsKey("firstBatch") ? "firstBatch" : "nextBatch").size());
      }
    }
  }

  /** Counts statements and rows on their way through. */
  private <T> T counted(Class<T> type, T counted) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              try {
                Object result = method.invoke(counted, arguments);
                if (method.getName().equals("executeQuery")) {
                  add("statements", 1);
                }
                if (method.getName().equals("next") && Boolean.TRUE.equals(result)) {
                  add("rows", 1);
                }
                for (Class<?> inner :
                    List.of(Connection.class, PreparedStatement.class, ResultSet.class)) {
                  if (method.getReturnType() == inner) {
                    return wrapped(inner, result);
                  }
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  private <T> T wrapped(Class<T> type, Object counted) {
    return counted(type, type.cast(counted));
  }
}
