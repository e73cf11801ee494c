package vn.danvankheo.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.danvankheo.events.StoredEvent;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.query.audit.entry.AuditEntry;
import vn.danvankheo.query.audit.entry.AuditStore;
import vn.danvankheo.query.mongo.GuardedWrites;
import vn.danvankheo.query.mongo.Validity;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.projecting.Emission;
import vn.danvankheo.query.testing.ModelEvents;
import vn.danvankheo.query.testing.Streams;
import vn.danvankheo.query.testing.ViewServer;
import vn.danvankheo.query.views.models.ModelsProjection;

/** Every way to ask the audit is served by an index, and so are the versions of a month. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditIndexStoreTest {
  private MongoDatabase mongo;

  @BeforeAll
  void fill() {
    mongo = ViewServer.SECOND.database();
    ViewDatabase database = new ViewDatabase(mongo);
    ModelsProjection models = new ModelsProjection();
    for (String part : models.parts().keySet()) {
      List<BsonDocument> documents = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        ModelState state = null;
        for (StoredEvent event :
            Streams.stored("m-" + i, ModelEvents.life("D" + i, "Mô hình " + i, "U", 2024))) {
          ModelState next = models.fold(state, event);
          for (Emission emission : models.emit(state, next, event)) {
            if (emission.part().equals(part) && emission.whole() == null) {
              BsonDocument document = emission.document();
              document.put("_id", new org.bson.BsonString(i + "-" + event.eventId()));
              document.put(ViewDatabase.POSITION, new BsonInt64(i * 100L + event.position()));
              documents.add(document);
            }
          }
          state = next;
        }
      }
      new GuardedWrites(database).insert(part, documents);
      database.createIndexes(part, models.parts().get(part));
    }
  }

  static Stream<Arguments> questions() {
    return Stream.of(
        Arguments.of("everything", new AuditFilter()),
        Arguments.of("actor", new AuditFilter().is("actor", Optional.of("van-thu"))),
        Arguments.of("unit", new AuditFilter().ofUnits(List.of("VP", "TT"))),
        Arguments.of("type", new AuditFilter().is("type", Optional.of("ModelApproved"))),
        Arguments.of("aggregate", new AuditFilter().is("aggregateId", Optional.of("m-1"))),
        Arguments.of("request", new AuditFilter().is("requestId", Optional.of("x"))),
        Arguments.of(
            "time", new AuditFilter().recorded(Optional.of(Instant.EPOCH), Optional.empty())),
        Arguments.of("path", new AuditFilter().changed(Optional.of("/location"), Optional.empty())),
        Arguments.of("value", new AuditFilter().changed(Optional.empty(), Optional.of("x"))),
        Arguments.of("both", new AuditFilter().changed(Optional.of("/title"), Optional.of("x"))),
        Arguments.of("number", new AuditFilter().number(Optional.of("401/QĐ-VP"))),
        Arguments.of("words", new AuditFilter().is("_words", Optional.of("ngay"))));
  }

  /**
   * Of an index that has the order behind a field, a server with MongoDB's planner reads one
   * value's entries in order and needs not sort. The one here chooses the index and sorts all the
   * same.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("questions")
  void asksByAnIndexThatHasTheOrderToo(String name, AuditFilter filter) {
    BsonDocument order = AuditStore.order(true, "").sort();
    Document plan = mongo.getCollection(AuditEntry.PART).find(filter.build()).sort(order).explain();
    assertIndexed(plan.toJson());
    BsonDocument wanted = new BsonDocument();
    filter.build().keySet().forEach(field -> wanted.append(field, new BsonInt32(1)));
    wanted.putAll(order);
    assertThat(plan.toJson()).contains("\"keyPattern\": " + wanted.toJson());
  }

  @Test
  void findsTheVersionsOfADayByAnIndex() {
    BsonDocument moment = Validity.at(Instant.parse("2024-03-01T01:00:05Z"));
    BsonDocument day = new BsonDocument(Validity.SPANS, moment.get(Validity.SPANS));
    assertIndexed(mongo.getCollection("versions").find(day).explain().toJson());
  }

  private static void assertIndexed(String plan) {
    assertThat(plan).contains("IXSCAN").doesNotContain("COLLSCAN");
  }
}
