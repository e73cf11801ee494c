package vn.danvankheo.query.views.models;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.vocabulary.TermStatus;
import vn.danvankheo.query.mongo.Keyset;
import vn.danvankheo.query.mongo.Parked;
import vn.danvankheo.query.mongo.UpkeepStore;
import vn.danvankheo.query.mongo.ViewDatabase;

/** Asks the view of models. */
public final class ModelStore {
  private static final BsonDocumentCodec DOCUMENTS = new BsonDocumentCodec();
  private static final BsonDocument NAMES =
      new BsonDocument("code", new BsonInt32(1)).append("title", new BsonInt32(1));
  static final List<String> LONG_TEXTS =
      List.of("content", "solutions", "scope", "rationale", "outputs", "sustainability");
  static final List<String> NOT_IN_LISTS =
      List.of(
          "terms",
          "coordinatingUnits",
          "legalBases",
          "focusTasks",
          "attachments",
          "replicas",
          "_words",
          SimilarStore.ALIKE);

  static final BsonInt32 TAKEN = new BsonInt32(1);

  private final ViewDatabase database;
  private final UpkeepStore upkeep;

  /**
   * Asks a view.
   *
   * @param database the views' database
   */
  public ModelStore(ViewDatabase database) {
    this.database = database;
    this.upkeep = new UpkeepStore(database);
  }

  /**
   * One page of a list.
   *
   * @param items in order, with what lists show
   * @param last the keys of the last one; null when the list ends with it
   * @param total how many the whole list has
   */
  public record Page(List<RawBsonDocument> items, @Nullable List<BsonValue> last, long total) {}

  /**
   * A model.
   *
   * @param collection the view's collection
   * @param id its id
   * @return its document; empty when it is not there
   */
  public Optional<RawBsonDocument> find(String collection, String id) {
    return Optional.ofNullable(database.collection(collection).find(byId(id)).first());
  }

  /**
   * How models are called.
   *
   * @param collection the view's collection
   * @param ids their ids
   * @return code and title by id; what is not there is missing
   */
  public Map<String, RawBsonDocument> named(String collection, Collection<String> ids) {
    Map<String, RawBsonDocument> named = new HashMap<>();
    if (!ids.isEmpty()) {
      BsonArray wanted = new BsonArray(ids.stream().map(BsonString::new).toList());
      database
          .collection(collection)
          .find(new BsonDocument("_id", new BsonDocument("$in", wanted)))
          .projection(NAMES)
          .forEach(model -> named.put(model.getString("_id").getValue(), model));
    }
    return named;
  }

  /**
   * What a model waits for, because it can't be folded.
   *
   * @param collection the view's collection
   * @param id its id
   * @return empty when it does not wait
   */
  public Optional<Parked> parked(String collection, String id) {
    return upkeep.parked(collection, id);
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

  /**
   * A page of a list.
   *
   * @param source where models are taken from
   * @param filter which models
   * @param order in which order
   * @param behind the keys of the last one of the page before; empty for the first page
   * @param limit at most so many
   * @return the page
   */
  public Page page(
      ModelSource source,
      BsonDocument filter,
      Keyset order,
      Optional<List<BsonValue>> behind,
      int limit) {
    BsonDocument fields = source.listFields(order.sort().keySet());
    return page(source, filter, order, behind, limit, fields);
  }

  /**
   * A page of a list, of whole models.
   *
   * @param collection the view's collection
   * @param filter which models
   * @param order in which order
   * @param behind the keys of the last one of the page before; empty for the first page
   * @param limit at most so many
   * @return the page
   */
  public Page wholePage(
      String collection,
      BsonDocument filter,
      Keyset order,
      Optional<List<BsonValue>> behind,
      int limit) {
    ModelSource present = ModelSource.present(collection);
    return page(present, filter, order, behind, limit, new BsonDocument());
  }

  /**
   * A model as it stands.
   *
   * @param model a whole document
   * @return the state it was made from
   */
  public static ModelState state(RawBsonDocument model) {
    return ModelDocument.state(model.decode(DOCUMENTS));
  }

  private Page page(
      ModelSource source,
      BsonDocument anyTime,
      Keyset order,
      Optional<List<BsonValue>> behind,
      int limit,
      BsonDocument fields) {
    MongoCollection<RawBsonDocument> models = database.collection(source.collection());
    BsonDocument filter = source.only(anyTime);
    BsonDocument wanted =
        behind
            .map(
                last ->
                    new BsonDocument("$and", new BsonArray(List.of(filter, order.behind(last)))))
            .orElse(filter);
    List<RawBsonDocument> found =
        list(models, wanted, order, fields).limit(limit + 1).into(new ArrayList<>());
    boolean more = found.size() > limit;
    List<RawBsonDocument> items = more ? found.subList(0, limit) : found;
    long total =
        behind.isEmpty() && !more ? items.size() : database.count(source.collection(), filter);
    return new Page(
        items.stream().map(source::shown).toList(),
        more ? order.keysOf(items.get(limit - 1)) : null,
        total);
  }

  /** Goes through a whole list without holding it. */
  void each(
      ModelSource source, BsonDocument filter, Keyset order, Consumer<RawBsonDocument> consumer) {
    BsonDocument fields = source.listFields(order.sort().keySet());
    try (MongoCursor<RawBsonDocument> all =
        list(database.collection(source.collection()), source.only(filter), order, fields)
            .batchSize(500)
            .iterator()) {
      Iterator<RawBsonDocument> items = all;
      items.forEachRemaining(found -> consumer.accept(source.shown(found)));
    }
  }

  /**
   * Goes through models as they stand, without their long texts.
   *
   * @param source where models are taken from
   * @param filter which models
   * @param consumer takes each, in no order; past ones have no more of their terms than what is
   *     needed to tell what was owed
   */
  public void eachState(ModelSource source, BsonDocument filter, Consumer<ModelState> consumer) {
    BsonDocument projection = new BsonDocument();
    LONG_TEXTS.forEach(field -> projection.append(field, new BsonInt32(0)));
    try (MongoCursor<RawBsonDocument> all =
        database
            .collection(source.collection())
            .find(source.only(filter))
            .projection(projection)
            .iterator()) {
      while (all.hasNext()) {
        consumer.accept(source.state(all.next()));
      }
    }
  }

  /**
   * How many models units have registered for a year and not withdrawn.
   *
   * @param source where models are taken from
   * @param year the year
   * @return by unit; a unit without any is missing
   */
  public Map<String, Integer> registeredByUnit(ModelSource source, int year) {
    BsonDocument registered =
        new ModelFilter(Optional.of(year))
            .tag(TermStatus.WITHDRAWN.name(), Optional.of(false))
            .build();
    Map<String, Integer> counts = new HashMap<>();
    for (RawBsonDocument unit :
        database
            .collection(source.collection())
            .aggregate(
                List.of(
                    Aggregates.match(source.only(registered)),
                    Aggregates.group("$unitCode", Accumulators.sum("models", 1))))) {
      counts.put(unit.getString("_id").getValue(), unit.getNumber("models").intValue());
    }
    return counts;
  }

  private static FindIterable<RawBsonDocument> list(
      MongoCollection<RawBsonDocument> models,
      BsonDocument filter,
      Keyset order,
      BsonDocument fields) {
    return models.find(filter).sort(order.sort()).projection(fields);
  }

  static BsonDocument listFields() {
    BsonDocument projection = new BsonDocument();
    LONG_TEXTS.forEach(field -> projection.append(field, new BsonInt32(0)));
    NOT_IN_LISTS.forEach(field -> projection.append(field, new BsonInt32(0)));
    return projection;
  }

  private static BsonDocument byId(String id) {
    return new BsonDocument("_id", new BsonString(id));
  }
}
