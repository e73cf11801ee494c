package vn.danvankheo.query.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import vn.danvankheo.query.testing.ViewServer;

/** What a server must do for the views, whichever it is. */
abstract class ViewDatabaseConformance {
  private static final String COLLECTION = "things_1_1";

  private final ViewDatabase database;

  ViewDatabaseConformance(ViewServer server) {
    this.database = new ViewDatabase(server.database());
  }

  @Test
  void writesOverOlderDocumentsOnly() {
    new GuardedWrites(database).write(COLLECTION, List.of(document("a", 5), document("b", 1)));
    new GuardedWrites(database)
        .write(COLLECTION, List.of(document("a", 4), document("b", 2), document("c", 3)));
    assertThat(positions()).isEqualTo(Map.of("a", 5L, "b", 2L, "c", 3L));
    new GuardedWrites(database)
        .write(COLLECTION, List.of(document("a", 5), document("a", 6), document("c", 1)));
    assertThat(positions()).isEqualTo(Map.of("a", 6L, "b", 2L, "c", 3L));
  }

  @Test
  void theLatestWinsHoweverManyWriteAtOnce() throws Exception {
    ExecutorService writers = Executors.newFixedThreadPool(8);
    List<Future<?>> running = new ArrayList<>();
    for (int writer = 0; writer < 8; writer++) {
      Random random = new Random(writer);
      running.add(
          writers.submit(
              () -> {
                List<Integer> positions =
                    new ArrayList<>(IntStream.rangeClosed(1, 60).boxed().toList());
                Collections.shuffle(positions, random);
                for (int position : positions) {
                  new GuardedWrites(database)
                      .write(COLLECTION, List.of(document("a", position), document("b", position)));
                }
              }));
    }
    for (Future<?> writer : running) {
      writer.get();
    }
    writers.shutdown();
    assertThat(positions()).isEqualTo(Map.of("a", 60L, "b", 60L));
  }

  @Test
  void newOnesThatWereThereAfterAllKeepTheirNewest() {
    new GuardedWrites(database)
        .write(COLLECTION, List.of(document("a", 5), document("b", 1), document("c", 3)));
    new GuardedWrites(database)
        .writeNew(
            COLLECTION,
            List.of(document("a", 4), document("b", 2), document("c", 3), document("d", 6)));
    assertThat(positions()).isEqualTo(Map.of("a", 5L, "b", 2L, "c", 3L, "d", 6L));
    new GuardedWrites(database).writeNew(COLLECTION, List.of());
  }

  @Test
  void loadsByIdsAndAll() {
    new GuardedWrites(database)
        .insert(COLLECTION, List.of(document("a", 1), document("b", 2), document("c", 3)));
    assertThat(database.load(COLLECTION, List.of("a", "c", "x"))).containsOnlyKeys("a", "c");
    assertThat(database.loadAll(COLLECTION)).hasSize(3);
    assertThat(database.collections()).contains(COLLECTION);
    database.createIndexes(COLLECTION, List.of(ViewIndex.on("name", "-_id")));
    database.createIndexes(COLLECTION, List.of(ViewIndex.on("name", "-_id")));
    database.drop(COLLECTION);
    database.drop(COLLECTION);
    assertThat(database.loadAll(COLLECTION)).isEmpty();
    database.ping();
  }

  @Test
  void onlyTheNewestTermMovesCheckpoints() {
    CheckpointStore store = new CheckpointStore(database);
    assertThat(store.load()).isEmpty();
    long first = store.beginTerm(List.of("a_1", "b_1"));
    Checkpoint a = Checkpoint.start("a_1", "a_1_1", "log");
    Checkpoint b = Checkpoint.start("b_1", "b_1_1", "log");
    assertThat(store.save(first, List.of(a.at(5, "e5"), b))).isTrue();
    long second = store.beginTerm(List.of("a_1", "b_1"));
    assertThat(second).isGreaterThan(first);
    assertThat(store.save(first, List.of(a.at(6, "e6"), b.at(6, "e6")))).isFalse();
    assertThat(store.load()).containsExactlyInAnyOrder(a.at(5, "e5"), b);
    assertThat(store.save(second, List.of(a.at(7, "e7").parked(2), b))).isTrue();
    assertThat(store.load()).containsExactlyInAnyOrder(a.at(7, "e7").parked(2), b);
    assertThat(store.save(second, List.of(a.at(8, "e8").changed(8)))).isTrue();
    assertThat(store.load()).contains(a.at(8, "e8").changed(8));
    assertThat(store.databaseId(() -> "one")).isEqualTo(store.databaseId(() -> "other"));
  }

  private Map<String, Long> positions() {
    Map<String, Long> positions = new java.util.HashMap<>();
    database
        .loadAll(COLLECTION)
        .forEach(d -> positions.put(ViewDatabase.id(d), ViewDatabase.position(d)));
    return positions;
  }

  private static BsonDocument document(String id, long position) {
    return new BsonDocument("_id", new BsonString(id))
        .append("name", new BsonString("Tên " + position))
        .append(ViewDatabase.POSITION, new BsonInt64(position));
  }
}
