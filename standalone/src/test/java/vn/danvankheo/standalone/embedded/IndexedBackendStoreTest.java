package vn.danvankheo.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The library's own server, which looks at every document, is what the indexes have to equal. */
class IndexedBackendStoreTest {
  private static final List<String> WORDS = List.of("khéo", "khe", "dân", "vận", "mô", "hình");
  private static final int STEPS = 400;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void givesWhatTheServerWithoutIndexesGives(long seed) {
    MongoServer plain = new MongoServer(new MemoryBackend());
    plain.bind("127.0.0.1", 0);
    try (EmbeddedMongo indexed = EmbeddedMongo.start();
        MongoClient one = MongoClients.create(indexed.connectionString());
        MongoClient two = MongoClients.create(plain.getConnectionString())) {
      MongoCollection<Document> ours = one.getDatabase("test").getCollection("models");
      MongoCollection<Document> theirs = two.getDatabase("test").getCollection("models");
      ours.createIndex(Indexes.ascending("status", "n", "at"));
      ours.createIndex(Indexes.ascending("months"));
      ours.createIndex(Indexes.ascending("words"));
      ours.createIndex(Indexes.ascending("from.id"));
      Random random = new Random(seed);
      for (int step = 0; step < STEPS; step++) {
        change(random, ours, theirs);
        Document query = query(random);
        List<Document> expected = theirs.find(query).into(new ArrayList<>());
        assertThat(ours.find(query).into(new ArrayList<>())).as("%s", query).isEqualTo(expected);
        assertThat(ours.countDocuments(query)).isEqualTo(expected.size());
        assertThat(count(one, query)).as("%s", query).isEqualTo(expected.size());
        String first = any(random, "n", "n", "at", "status").toString();
        Document order = new Document(first, random.nextBoolean() ? 1 : -1).append("_id", 1);
        int skip = random.nextInt(3);
        int limit = random.nextInt(5);
        assertThat(ours.find(query).sort(order).skip(skip).limit(limit))
            .as("%s by %s", query, order)
            .containsExactlyElementsOf(theirs.find(query).sort(order).skip(skip).limit(limit));
        Document shown = projection(random);
        assertThat(ours.find(query).projection(shown))
            .as("%s of %s", shown, query)
            .containsExactlyElementsOf(theirs.find(query).projection(shown));
        Document ids = new Document("_id", new Document("$in", List.of("m3", "m7", "m40", "x")));
        assertThat(ours.find(ids)).containsExactlyInAnyOrderElementsOf(theirs.find(ids));
        assertThat(ours.countDocuments()).isEqualTo(theirs.countDocuments());
      }
    } finally {
      plain.shutdownNow();
    }
  }

  private static Document projection(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> new Document("n", 1).append("from.id", 1);
      case 1 -> new Document("words", 0).append("from.id", 0);
      case 2 -> new Document("_id", 1);
      case 3 -> new Document("_id", 0).append("at", true);
      default -> new Document("_id", 0);
    };
  }

  /** The driver counts by an aggregation; views are counted by the command. */
  private static int count(MongoClient client, Document query) {
    Document count = new Document("count", "models").append("query", query);
    return client.getDatabase("test").runCommand(count).getInteger("n");
  }

  private static void change(
      Random random, MongoCollection<Document> ours, MongoCollection<Document> theirs) {
    Document id = new Document("_id", "m" + random.nextInt(60));
    Document document = document(random);
    for (MongoCollection<Document> models : List.of(ours, theirs)) {
      switch (document.getInteger("n") % 5) {
        case 0 -> models.deleteOne(id);
        case 1 -> models.updateMany(query(new Random(document.getInteger("n"))), set(document));
        default ->
            models.replaceOne(
                id, document, new com.mongodb.client.model.ReplaceOptions().upsert(true));
      }
    }
  }

  private static Document set(Document document) {
    return new Document(
        "$set", new Document("months", document.get("months")).append("status", "CHANGED"));
  }

  private static Document document(Random random) {
    Document document = new Document("n", random.nextInt(50)).append("at", time(random));
    if (random.nextInt(8) > 0) {
      document.append("status", any(random, "A", "B", "C", null, 7, 7L, 7.0, -0.0, 0, true));
    }
    List<Object> months = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      months.add(any(random, 0, 1L, 2.0, 3, Long.MAX_VALUE, Long.MAX_VALUE - 1, List.of(1, 3)));
    }
    List<String> words = new ArrayList<>(WORDS.subList(0, random.nextInt(WORDS.size())));
    document.append("months", months).append("words", words);
    document.append(
        "from",
        any(
            random,
            null,
            new Document("id", "x"),
            List.of(new Document("id", "x"), new Document("id", List.of("y", 2)))));
    return document;
  }

  private static Document query(Random random) {
    Document query = new Document();
    for (int i = random.nextInt(3); i >= 0; i--) {
      switch (random.nextInt(10)) {
        case 0 -> query.append("status", any(random, "A", "B", "Z", null, 7, 0, true));
        case 1 ->
            query.append("months", new Document("$in", Arrays.asList(0, any(random, 1, 2, 3L))));
        case 2 ->
            query.append("words", new Document("$regex", "^" + any(random, "kh", "khé", "m")));
        case 3 -> query.append("from.id", any(random, "x", "y", 2, null));
        case 4 ->
            query.append(
                "$and",
                List.of(
                    new Document("words", any(random, "dân", "khéo", "mô")),
                    new Document("months", any(random, 0, 1, Long.MAX_VALUE))));
        case 5 -> query.append("status", new Document("$ne", any(random, "A", null)));
        case 6 ->
            query.append(
                "n",
                new Document(any(random, "$lt", "$lte").toString(), random.nextInt(50))
                    .append("$gt", any(random, 7, 8L)));
        case 7 -> query.append("at", new Document("$gte", time(random)));
        case 8 -> query.append("months", new Document("$gte", any(random, 2, 2.5)));
        default ->
            query.append(
                "$or", List.of(new Document("status", "A"), new Document("words", "hình")));
      }
    }
    return query;
  }

  private static Date time(Random random) {
    return new Date(1_700_000_000_000L + random.nextInt(20));
  }

  private static Object any(Random random, Object... values) {
    return values[random.nextInt(values.length)];
  }
}
