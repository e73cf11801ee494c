package vn.danvankheo.query.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import vn.danvankheo.query.mongo.GuardedWrites;
import vn.danvankheo.query.mongo.PackedDocument;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.testing.ViewServer;

class ComparisonStoreTest {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final List<String> PARTS = List.of("", "versions");
  private static final ViewDatabase DATABASE = new ViewDatabase(ViewServer.EMBEDDED.database());

  private final Generation old = generation();
  private final Generation now = generation();

  @Property(tries = 60)
  void findsExactlyThePlantedDifferences(
      @ForAll @IntRange(min = 0, max = 700) int documents, @ForAll long seed) {
    Random random = new Random(seed);
    Generation served = generation();
    Generation built = generation();
    Set<String> planted = new HashSet<>();
    long[] kept = {0, 0};
    for (String part : PARTS) {
      List<BsonDocument> olds = new ArrayList<>();
      List<BsonDocument> nows = new ArrayList<>();
      for (int i = 0; i < documents; i++) {
        BsonDocument document = document(id(i), 1 + random.nextInt(50), random);
        BsonDocument twin = shuffled(document, random);
        switch (random.nextInt(12)) {
          case 0 -> {
            olds.add(document);
            planted.add(part + "|" + id(i) + "|");
          }
          case 1 -> {
            nows.add(twin);
            planted.add(part + "|" + id(i) + "|");
          }
          case 2, 3 -> {
            planted.add(part + "|" + id(i) + "|" + spoil(twin, random));
            olds.add(document);
            nows.add(twin);
          }
          default -> {
            olds.add(document);
            nows.add(twin);
          }
        }
      }
      kept[0] += olds.size();
      kept[1] += nows.size();
      new GuardedWrites(DATABASE).insert(served.collections().get(part), olds);
      new GuardedWrites(DATABASE).insert(built.collections().get(part), nows);
    }

    Comparison comparison = new Comparison(DATABASE, served, built);
    comparison.walk(50, looked -> {});
    assertThat(comparison.open()).as("all of it is settled").isZero();
    Parity parity = comparison.settle();
    assertThat(parity.differing()).isEqualTo(planted.size());
    assertThat(parity.same()).isEqualTo(planted.isEmpty());
    assertThat(parity.old().documents()).isEqualTo(kept[0]);
    assertThat(parity.now().documents()).isEqualTo(kept[1]);
    if (planted.isEmpty()) {
      assertThat(parity.old()).hasToString(parity.now().toString());
    } else {
      assertThat(parity.old().toString()).isNotEqualTo(parity.now().toString());
    }
    Set<String> named = new HashSet<>();
    parity.first().forEach(d -> named.add(d.part() + "|" + d.document() + "|" + d.path()));
    assertThat(planted).containsAll(named);
    assertThat(named).hasSize(Math.min(planted.size(), Comparison.MOST_NAMED));
  }

  /** Both generations follow the log while they are compared, each at its own pace. */
  @Property(tries = 60)
  void whatChangesInTheMeantimeIsNoDifferenceUnlessItIsOneInTheEnd(
      @ForAll @IntRange(min = 1, max = 1_500) int documents, @ForAll long seed) {
    Random random = new Random(seed);
    Generation served = generation();
    Generation built = generation();
    Map<String, BsonDocument> log = new TreeMap<>();
    for (int i = 0; i < documents; i++) {
      log.put(id(i), document(id(i), i + 1, random));
    }
    for (String part : PARTS) {
      new GuardedWrites(DATABASE).insert(served.collections().get(part), List.copyOf(log.values()));
      new GuardedWrites(DATABASE).insert(built.collections().get(part), List.copyOf(log.values()));
    }
    Comparison comparison = new Comparison(DATABASE, served, built);
    List<Runnable> behind = new ArrayList<>();
    long[] position = {documents};
    String spoiled = id(random.nextInt(documents * 2));
    boolean[] isSpoiled = {false};
    Comparison.Pace life =
        looked -> {
          for (int i = random.nextInt(6); i > 0; i--) {
            String id = random.nextInt(20) == 0 ? spoiled : id(random.nextInt(documents * 2));
            BsonDocument document = document(id, ++position[0], random);
            String part = PARTS.get(random.nextInt(2));
            comparison.written(part, List.of(id));
            new GuardedWrites(DATABASE).write(served.collections().get(part), List.of(document));
            BsonDocument twin = document.clone();
            if (id.equals(spoiled)) {
              twin.put("title", new BsonString("spoiled"));
              isSpoiled[0] = true;
            }
            Runnable write =
                () ->
                    new GuardedWrites(DATABASE).write(built.collections().get(part), List.of(twin));
            if (random.nextBoolean()) {
              write.run();
            } else {
              behind.add(write);
            }
          }
        };
    comparison.walk(documents, life);
    comparison.review(documents, looked -> {});
    behind.forEach(Runnable::run);

    Parity parity = comparison.settle();
    assertThat(parity.first()).allMatch(d -> d.document().equals(spoiled));
    assertThat(parity.same()).isEqualTo(!isSpoiled[0]);
  }

  @Test
  void namesFieldsByPointersWithOldAndNewValues() {
    put(old, "", "{_id: 'a', _position: 1, title: 'Cũ', terms: [{year: 2024, late: false}]}");
    put(now, "", "{_id: 'a', _position: 1, title: 'Mới', terms: [{year: 2024, late: true}, {}]}");
    put(old, "", "{_id: 'b', _position: 1}");
    put(now, "versions", "{_id: 'c', _position: 1}");
    assertThat(compared().first())
        .containsExactly(
            new Difference("", "a", "/title", "Cũ", "Mới"),
            new Difference("", "a", "/terms/0/late", false, true),
            new Difference("", "a", "/terms/1", null, "{}"),
            new Difference("", "b", "", "{…}", null),
            new Difference("versions", "c", "", null, "{…}"));
  }

  @Test
  void looksIntoWhatIsPackedAndDoesNotMindHow() {
    BsonDocument inner = BsonDocument.parse("{title: 'Một', change: '{\"n\": 1, \"m\": 2}'}");
    BsonDocument other = BsonDocument.parse("{change: '{\"m\": 2, \"n\": 1}', title: 'Một'}");
    BsonDocument third = BsonDocument.parse("{change: '{\"m\": 2, \"n\": 7}', title: 'Một'}");
    putPacked(old, "a", inner);
    putPacked(now, "a", other);
    putPacked(old, "b", inner);
    putPacked(now, "b", third);
    Parity parity = compared();
    assertThat(parity.first()).containsExactly(new Difference("", "b", "/_event/change/n", 1, 7));
    assertThat(parity.differing()).isEqualTo(1);
  }

  @Test
  void neverShowsPersonalValues() {
    put(
        old,
        "",
        "{_id: 'a', _position: 1, name: {personal: 'Nguyễn Văn A'}, _words: ['nguyen', 'van'],"
            + " of: [{phone: {personal: '0912345678'}}], text: '{\"name\":{\"personal\":\"Trần B\"}}'}");
    put(
        now,
        "",
        "{_id: 'a', _position: 1, name: {sealed: {key: 'k', text: 'xyz'}}, _words: ['tran'],"
            + " text: '{\"name\":null}'}");
    Parity parity = compared();
    assertThat(parity.first())
        .extracting(Difference::path)
        .containsExactly("/name", "/_words/0", "/_words/1", "/of", "/text/name");
    assertThat(parity.first().toString())
        .doesNotContain("Nguyễn", "nguyen", "tran", "0912", "Trần", "xyz")
        .contains("•••");
  }

  @Test
  void aNameThatSomebodyWroteInClearIsNotShownEither() {
    put(old, "", "{_id: 'a', _position: 1, name: 'Nguyễn Văn A'}");
    put(now, "", "{_id: 'a', _position: 1, name: {sealed: {key: 'k', text: 'xyz'}}}");
    assertThat(compared().first()).containsExactly(new Difference("", "a", "/name", "•••", "•••"));
  }

  @Test
  void whatNoProjectionWritesIsADifferenceAndNoFailure() {
    put(old, "", "{_id: 'a', _position: 1, n: 1}");
    put(now, "", "{_id: 'a', _position: 1, n: 1.5, o: {$oid: '507f1f77bcf86cd799439011'}}");
    assertThat(compared().first()).extracting(Difference::path).containsExactly("/n", "/o");
  }

  private Parity compared() {
    Comparison comparison = new Comparison(DATABASE, old, now);
    comparison.walk(1, looked -> {});
    return comparison.settle();
  }

  private static Generation generation() {
    Map<String, String> collections = new LinkedHashMap<>();
    int no = COUNT.incrementAndGet();
    PARTS.forEach(part -> collections.put(part, "view_1_" + no + part));
    return new Generation(collections);
  }

  private static void put(Generation generation, String part, String json) {
    new GuardedWrites(DATABASE)
        .insert(generation.collections().get(part), List.of(BsonDocument.parse(json)));
  }

  private static void putPacked(Generation generation, String id, BsonDocument inner) {
    BsonDocument document = new BsonDocument("_id", new BsonString(id));
    document.put("_position", new BsonInt64(1));
    document.put("_event", PackedDocument.pack(inner));
    new GuardedWrites(DATABASE).insert(generation.collections().get(""), List.of(document));
  }

  private static String id(int i) {
    return "d-" + Integer.toString(i * 7 % 5_000, 36);
  }

  private static BsonDocument document(String id, long position, Random random) {
    BsonDocument document = new BsonDocument("_id", new BsonString(id));
    document.put("_position", new BsonInt64(position));
    document.put("title", new BsonString("Mô hình " + random.nextInt(1_000)));
    document.put("count", new BsonInt32(random.nextInt(10)));
    BsonArray terms = new BsonArray();
    for (int i = random.nextInt(3); i >= 0; i--) {
      terms.add(new BsonDocument("year", new BsonInt32(2024 + i)).append("late", new BsonInt32(i)));
    }
    document.put("terms", terms);
    return document;
  }

  /** The same document with its fields in another order, and a number in another width. */
  private static BsonDocument shuffled(BsonDocument document, Random random) {
    List<String> names = new ArrayList<>(document.keySet());
    Collections.shuffle(names, random);
    BsonDocument twin = new BsonDocument();
    names.forEach(name -> twin.put(name, document.clone().get(name)));
    twin.put("count", new BsonInt64(document.getNumber("count").longValue()));
    return twin;
  }

  /** Changes one value, and tells where. */
  private static String spoil(BsonDocument document, Random random) {
    switch (random.nextInt(4)) {
      case 0:
        document.put("title", new BsonString("another"));
        return "/title";
      case 1:
        document.remove("count");
        return "/count";
      case 2:
        document.put("more", new BsonInt32(1));
        return "/more";
      default:
        document.getArray("terms").get(0).asDocument().put("late", new BsonInt32(9));
        return "/terms/0/late";
    }
  }
}
