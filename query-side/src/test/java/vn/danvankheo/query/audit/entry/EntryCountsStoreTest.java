package vn.danvankheo.query.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.danvankheo.query.mongo.GuardedWrites;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.testing.ViewServer;

/** Entries are counted exactly, whatever was counted before. */
class EntryCountsStoreTest {
  private static final String ENTRIES = "entries";
  private static final int MANY = 10;

  private final com.mongodb.client.MongoDatabase mongo = ViewServer.SECOND.database();
  private final ViewDatabase database = new ViewDatabase(mongo);
  private final EntryCounts counts = new EntryCounts(database, MANY);
  private int entries;

  /** Events of a document that waits are added behind others that are younger. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void staysExactWhileTheLogGrows(long seed) {
    Random random = new Random(seed);
    List<Long> waiting = new ArrayList<>();
    long mended = 0;
    long end = 0;
    for (int step = 0; step < 40; step++) {
      List<Long> added = new ArrayList<>();
      for (int i = random.nextInt(30); i > 0; i--) {
        end++;
        (random.nextInt(20) == 0 ? waiting : added).add(end);
      }
      add(added);
      if (random.nextInt(8) == 0) {
        add(waiting);
        waiting.clear();
      }
      if (random.nextInt(12) == 0) {
        entries -=
            (int) mongo.getCollection(ENTRIES).deleteMany(new BsonDocument()).getDeletedCount();
        mended++;
      }
      // What a batch has written already is behind the view's position.
      long settled = waiting.isEmpty() ? end - random.nextInt(3) : 0;
      AuditStore.Part part = new AuditStore.Part(ENTRIES, Math.max(0, settled), mended);
      assertThat(counts.of(part)).as("step " + step).isEqualTo(entries);
      assertThat(counts.of(part)).as("again").isEqualTo(entries);
    }
  }

  private void add(List<Long> positions) {
    if (!positions.isEmpty()) {
      new GuardedWrites(database)
          .insert(ENTRIES, positions.stream().map(EntryCountsStoreTest::entry).toList());
      entries += positions.size();
    }
  }

  private static BsonDocument entry(long position) {
    return new BsonDocument("_id", new BsonString(UUID.randomUUID().toString()))
        .append(ViewDatabase.POSITION, new BsonInt64(position));
  }
}
