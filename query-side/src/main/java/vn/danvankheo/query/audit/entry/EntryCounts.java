package vn.danvankheo.query.audit.entry;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import vn.danvankheo.query.mongo.ViewDatabase;

/**
 * How many entries there are. No server tells that both quickly and exactly: it either looks at
 * each, or keeps a number that a crash leaves wrong. But the log only grows at its end, so those up
 * to where a view has come are counted once, and then only what came behind them.
 */
final class EntryCounts {
  private final ViewDatabase database;
  private final int many;
  private final Map<String, Counted> known = new ConcurrentHashMap<>();

  /**
   * Counts.
   *
   * @param database the views' database
   * @param many so many new ones may be counted again and again
   */
  EntryCounts(ViewDatabase database, int many) {
    this.database = database;
    this.many = many;
  }

  private record Counted(long settled, long mended, long count) {}

  long of(AuditStore.Part part) {
    Counted counted = known.get(part.collection());
    if (counted == null || counted.mended() != part.mended()) {
      counted = new Counted(0, part.mended(), 0);
    }
    long behind = count(part.collection(), counted.settled(), Long.MAX_VALUE);
    if (behind > many && part.settled() > counted.settled()) {
      long more = count(part.collection(), counted.settled(), part.settled());
      known.put(
          part.collection(), new Counted(part.settled(), part.mended(), counted.count() + more));
    }
    return counted.count() + behind;
  }

  private long count(String collection, long behind, long upTo) {
    BsonDocument between =
        new BsonDocument("$gt", new BsonInt64(behind)).append("$lte", new BsonInt64(upTo));
    return database.count(collection, new BsonDocument(ViewDatabase.POSITION, between));
  }
}
