package vn.danvankheo.query.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import vn.danvankheo.query.testing.ViewServer;

class KeysetStoreTest {
  private final ViewDatabase database = new ViewDatabase(ViewServer.EMBEDDED.database());

  @Property(tries = 60)
  void everyWalkByPagesIsTheWholeListOnceWhateverChangesMeanwhile(
      @ForAll @IntRange(min = 1, max = 7) int limit,
      @ForAll @IntRange(min = 0, max = 40) int size,
      @ForAll @IntRange(min = 0, max = 5) int order,
      @ForAll long seed) {
    Random random = new Random(seed);
    String name = "walk_1_" + order + "_" + limit;
    database.drop(name);
    List<BsonDocument> lasting =
        IntStream.range(0, size).mapToObj(i -> document("d" + i, random)).toList();
    new GuardedWrites(database).insert(name, lasting);
    List<String> fields =
        List.of(
                List.of("a"),
                List.of("-a"),
                List.of("a", "-b"),
                List.of("-b", "a"),
                List.<String>of(),
                List.of("b"))
            .get(order);
    Keyset keyset = new Keyset(fields, "list");
    List<String> expected = ids(database.collection(name), keyset.sort(), new BsonDocument());

    List<String> walked = new ArrayList<>();
    Optional<List<BsonValue>> behind = Optional.empty();
    while (true) {
      BsonDocument filter = behind.map(keyset::behind).orElse(new BsonDocument());
      List<RawBsonDocument> page =
          database
              .collection(name)
              .find(filter)
              .sort(keyset.sort())
              .limit(limit)
              .into(new ArrayList<>());
      if (page.isEmpty()) {
        break;
      }
      page.forEach(document -> walked.add(document.getString("_id").getValue()));
      String cursor = keyset.cursor(keyset.keysOf(page.get(page.size() - 1)));
      behind = keyset.parse(cursor);
      assertThat(behind).isPresent();
      disturb(name, random);
    }

    List<String> ofLasting = walked.stream().filter(id -> id.startsWith("d")).toList();
    assertThat(ofLasting).as("those that were there all the time").isEqualTo(expected);
    Set<String> once = new LinkedHashSet<>(walked);
    assertThat(once).as("none twice").hasSameSizeAs(walked);
  }

  @Property
  void aSpoiledCursorIsRefusedOrTheSame(
      @ForAll String a,
      @ForAll long b,
      @ForAll @IntRange(min = 0, max = 60) int at,
      @ForAll char c) {
    Keyset keyset = new Keyset(List.of("a", "-b"), "list");
    List<BsonValue> keys = List.of(new BsonString(a), new BsonInt64(b), new BsonString("id"));
    String cursor = keyset.cursor(keys);
    assertThat(keyset.parse(cursor)).contains(keys);
    StringBuilder spoiled = new StringBuilder(cursor);
    spoiled.setCharAt(at % cursor.length(), c);
    Optional<List<BsonValue>> read = keyset.parse(spoiled.toString());
    assertThat(read.isEmpty() || read.get().equals(keys)).isTrue();
    assertThat(new Keyset(List.of("a", "b"), "list").parse(cursor)).as("another order").isEmpty();
    assertThat(new Keyset(List.of("a", "-b"), "other").parse(cursor)).as("another list").isEmpty();
  }

  /** Others come, go and change while somebody reads. */
  private void disturb(String name, Random random) {
    MongoCollection<BsonDocument> documents = database.documents(name);
    String id = "x" + random.nextLong();
    if (random.nextBoolean()) {
      documents.insertOne(document(id, random));
    }
    documents.updateMany(
        new BsonDocument(),
        new BsonDocument("$set", new BsonDocument("other", new BsonInt32(random.nextInt()))));
  }

  private static BsonDocument document(String id, Random random) {
    return new BsonDocument("_id", new BsonString(id))
        .append("a", new BsonString("abc".substring(random.nextInt(3))))
        .append("b", new BsonInt64(random.nextInt(3)));
  }

  private static List<String> ids(
      MongoCollection<RawBsonDocument> documents, BsonDocument sort, BsonDocument filter) {
    List<String> ids = new ArrayList<>();
    documents.find(filter).sort(sort).forEach(d -> ids.add(d.getString("_id").getValue()));
    return ids;
  }
}
