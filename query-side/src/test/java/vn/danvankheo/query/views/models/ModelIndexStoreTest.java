package vn.danvankheo.query.views.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.text.TitleTrigrams;
import vn.danvankheo.events.vocabulary.TermStatus;
import vn.danvankheo.query.mongo.GuardedWrites;
import vn.danvankheo.query.mongo.Keyset;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.testing.ModelEvents;
import vn.danvankheo.query.testing.Streams;
import vn.danvankheo.query.testing.ViewServer;

/** Every way to ask for models is served by an index, by the word of a server that tells. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelIndexStoreTest {
  private static final String COLLECTION = "models_1_1";
  private static final Keyset NEWEST = new Keyset(List.of("-createdAt"), "");

  private MongoDatabase mongo;

  @BeforeAll
  void fill() {
    mongo = ViewServer.SECOND.database();
    assertThat(ViewServer.SECOND.explains()).isTrue();
    ViewDatabase database = new ViewDatabase(mongo);
    ModelsProjection projection = new ModelsProjection();
    new GuardedWrites(database)
        .write(COLLECTION, IntStream.range(0, 300).mapToObj(i -> document(projection, i)).toList());
    database.createIndexes(COLLECTION, projection.indexes());
  }

  static Stream<Arguments> filters() {
    Optional<Integer> any = Optional.empty();
    Optional<Integer> year = Optional.of(2024);
    return Stream.of(
        Arguments.of("one", new BsonDocument("_id", new BsonString("m-1"))),
        Arguments.of("unit", new ModelFilter(any).ofUnits(List.of("U1", "U2")).build()),
        Arguments.of(
            "status", new ModelFilter(any).status(Optional.of(TermStatus.RETURNED)).build()),
        Arguments.of("field", new ModelFilter(any).is("field", Optional.of("A")).build()),
        Arguments.of(
            "national", new ModelFilter(any).is("nationalField", Optional.of("A")).build()),
        Arguments.of("kind", new ModelFilter(any).is("subjectKind", Optional.of("A")).build()),
        Arguments.of(
            "source", new ModelFilter(any).is("replicatedFrom.id", Optional.of("x")).build()),
        Arguments.of(
            "decision",
            new ModelFilter(any).tag(Optional.of(TermTags.decision("401/QĐ-VP"))).build()),
        Arguments.of("year", new ModelFilter(year).build()),
        Arguments.of(
            "level", new ModelFilter(any).tag(Optional.of(TermTags.level("OFFICE"))).build()),
        Arguments.of("late", new ModelFilter(any).tag(TermTags.LATE, Optional.of(true)).build()),
        Arguments.of(
            "exemplar", new ModelFilter(any).tag(TermTags.EXEMPLAR, Optional.of(true)).build()),
        Arguments.of(
            "commended", new ModelFilter(any).tag(TermTags.COMMENDED, Optional.of(true)).build()),
        Arguments.of("word", new BsonDocument("_words", new BsonString("ngay"))),
        Arguments.of("similar", SimilarStore.filter(TitleTrigrams.of(ModelEvents.TITLE))),
        Arguments.of(
            "due",
            new BsonDocument("_dueOn", new BsonDocument("$lt", new BsonString("2024-05-01")))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("filters")
  void filtersByAnIndex(String name, BsonDocument filter) {
    assertIndexed(
        mongo.getCollection(COLLECTION).find(filter).sort(NEWEST.sort()).explain().toJson());
  }

  @ParameterizedTest
  @MethodSource("orders")
  void sortsByAnIndex(String field) {
    Keyset order = new Keyset(List.of(field), "");
    String plan =
        mongo.getCollection(COLLECTION).find().sort(order.sort()).limit(51).explain().toJson();
    assertIndexed(plan);
    assertThat(plan).as("nothing is sorted in memory").doesNotContain("\"SORT\"");
  }

  static Stream<String> orders() {
    return Stream.of("-createdAt", "-updatedAt", "_sortTitle", "_sortCode", "-_recognizedOn");
  }

  @Test
  void neitherWithdrawnModelsNorOnesOwnCopiesAreSimilar() {
    ViewDatabase database = new ViewDatabase(mongo);
    ModelsProjection projection = new ModelsProjection();
    List<BsonDocument> models =
        Stream.of("a", "copy", "withdrawn", "other").map(id -> titled(projection, id)).toList();
    models.get(1).put("replicatedFrom", new BsonDocument("id", new BsonString("a")));
    models.get(2).put("status", new BsonString(TermStatus.WITHDRAWN.name()));
    new GuardedWrites(database).write("models_1_2", models);
    SimilarStore similar = new SimilarStore(database);
    assertThat(similar.find("models_1_2", "Đường hoa nông thôn", null))
        .extracting(found -> found.text("_id"))
        .containsExactlyInAnyOrder("a", "copy", "other");
    assertThat(similar.find("models_1_2", "Đường hoa nông thôn", models.get(0)))
        .extracting(found -> found.text("_id"))
        .containsExactly("other");
    assertThat(similar.find("models_1_2", "Đường hoa nông thôn", models.get(1)))
        .extracting(found -> found.text("_id"))
        .containsExactly("other");
  }

  private static BsonDocument titled(ModelsProjection projection, String id) {
    ModelEvent registered =
        ModelEvents.registered(
            "DVK-2024-" + id, 2024, ModelEvents.form("“Đường hoa nông thôn”", "VP", 2024));
    BsonDocument document =
        projection.document(projection.fold(null, Streams.stored(id, List.of(registered)).get(0)));
    document.put(ViewDatabase.POSITION, new BsonInt64(1));
    return document;
  }

  private static void assertIndexed(String plan) {
    assertThat(plan).contains("IXSCAN").doesNotContain("COLLSCAN");
  }

  private static BsonDocument document(ModelsProjection projection, int i) {
    List<ModelEvent> events =
        ModelEvents.life("DVK-2024-" + i, ModelEvents.TITLE + " " + i, "U" + i % 20, 2024);
    ModelState state = null;
    for (var event : Streams.stored("m-" + i, events.subList(0, 1 + i % events.size()))) {
      state = projection.fold(state, event);
    }
    BsonDocument document = projection.document(state);
    document.put(ViewDatabase.POSITION, new BsonInt64(i + 1));
    return document;
  }
}
