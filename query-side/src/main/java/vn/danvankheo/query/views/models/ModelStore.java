package vn.danvankheo.query.views.models;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.query.mongo.Keyset;
import vn.danvankheo.query.mongo.ViewDatabase;

/** Asks the view of models. */
final class ModelStore {
  private static final List<String> NOT_IN_LISTS =
      List.of(
          "content",
          "solutions",
          "scope",
          "rationale",
          "outputs",
          "sustainability",
          "terms",
          "coordinatingUnits",
          "legalBases",
          "focusTasks",
          "attachments",
          "replicas",
          "_words");

  private final ViewDatabase database;

  ModelStore(ViewDatabase database) {
    this.database = database;
  }

  /**
   * One page of a list.
   *
   * @param items in order
   * @param last the keys of the last one; null when the list ends with it
   * @param total how many the whole list has
   */
  record Page(List<RawBsonDocument> items, @Nullable List<BsonValue> last, long total) {}

  Optional<RawBsonDocument> find(String collection, String id) {
    return Optional.ofNullable(database.collection(collection).find(byId(id)).first());
  }

  /** The version of a model that is in the view; empty when it is not there. */
  Optional<Long> version(String collection, String id) {
    return Optional.ofNullable(
            database
                .collection(collection)
                .find(byId(id))
                .projection(new BsonDocument("version", new BsonInt32(1)))
                .first())
        .map(found -> found.getNumber("version").longValue());
  }

  Page page(
      String collection,
      BsonDocument filter,
      Keyset order,
      Optional<List<BsonValue>> behind,
      int limit) {
    MongoCollection<RawBsonDocument> models = database.collection(collection);
    BsonDocument wanted =
        behind
            .map(
                last ->
                    new BsonDocument("$and", new BsonArray(List.of(filter, order.behind(last)))))
            .orElse(filter);
    List<RawBsonDocument> found =
        list(models, wanted, order).limit(limit + 1).into(new ArrayList<>());
    boolean more = found.size() > limit;
    List<RawBsonDocument> items = more ? found.subList(0, limit) : found;
    long total = behind.isEmpty() && !more ? items.size() : models.countDocuments(filter);
    return new Page(items, more ? order.keysOf(items.get(limit - 1)) : null, total);
  }

  /** Goes through a whole list without holding it. */
  void each(
      String collection, BsonDocument filter, Keyset order, Consumer<RawBsonDocument> consumer) {
    try (MongoCursor<RawBsonDocument> all =
        list(database.collection(collection), filter, order).batchSize(500).iterator()) {
      Iterator<RawBsonDocument> items = all;
      items.forEachRemaining(consumer);
    }
  }

  private static FindIterable<RawBsonDocument> list(
      MongoCollection<RawBsonDocument> models, BsonDocument filter, Keyset order) {
    BsonDocument projection = new BsonDocument();
    NOT_IN_LISTS.forEach(field -> projection.append(field, new BsonInt32(0)));
    return models.find(filter).sort(order.sort()).projection(projection);
  }

  private static BsonDocument byId(String id) {
    return new BsonDocument("_id", new BsonString(id));
  }
}
