package vn.danvankheo.query.mongo;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.MongoClientException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;

/** The database of the views: documents by id, each with the position of the log it reflects. */
public final class ViewDatabase {
  /** The field of every view document with the log position of the last event it reflects. */
  public static final String POSITION = "_position";

  /** When to come again when the server is away. */
  public static final Duration RETRY = Duration.ofSeconds(5);

  private static final int WALK_BATCH = 500;

  private final MongoDatabase database;

  /**
   * Wraps a database.
   *
   * @param database the views' own database
   */
  public ViewDatabase(MongoDatabase database) {
    this.database = database;
  }

  /**
   * A collection for queries.
   *
   * @param name its name
   * @return gives documents undecoded
   */
  public MongoCollection<RawBsonDocument> collection(String name) {
    return database.getCollection(name, RawBsonDocument.class);
  }

  /**
   * Loads documents by their ids.
   *
   * @param name the collection
   * @param ids the ids
   * @return those that are there
   */
  public Map<String, BsonDocument> load(String name, Collection<String> ids) {
    Map<String, BsonDocument> found = new HashMap<>();
    if (!ids.isEmpty()) {
      for (BsonDocument document : documents(name).find(in("_id", ids))) {
        found.put(id(document), document);
      }
    }
    return found;
  }

  /**
   * Loads a small collection.
   *
   * @param name the collection
   * @return all its documents
   */
  public List<BsonDocument> loadAll(String name) {
    return documents(name).find().into(new ArrayList<>());
  }

  /**
   * Walks over a collection of any size.
   *
   * @param name the collection
   * @return stands at the document with the smallest id; to be closed
   */
  public DocumentCursor byId(String name) {
    return new DocumentCursor(
        collection(name)
            .find()
            .sort(new BsonDocument("_id", new BsonInt32(1)))
            .batchSize(WALK_BATCH)
            .cursor());
  }

  /**
   * Counts documents. Asks for a count rather than for an aggregation, as the driver would, since
   * the embedded server aggregates without looking at its indexes.
   *
   * @param name the collection
   * @param filter which documents
   * @return how many
   */
  public long count(String name, BsonDocument filter) {
    if (filter.isEmpty()) {
      return documents(name).countDocuments();
    }
    return database
        .runCommand(
            new BsonDocument("count", new BsonString(name)).append("query", filter),
            BsonDocument.class)
        .getNumber("n")
        .longValue();
  }

  /**
   * The ids behind one, in the server's own order.
   *
   * @param name the collection
   * @param id an id; empty to begin
   * @param limit at most so many, from 1
   * @return in order
   */
  public List<String> idsBehind(String name, String id, int limit) {
    return documents(name)
        .find(Filters.gt("_id", id))
        .projection(new BsonDocument("_id", new BsonInt32(1)))
        .sort(new BsonDocument("_id", new BsonInt32(1)))
        .limit(limit)
        .map(ViewDatabase::id)
        .into(new ArrayList<>());
  }

  /**
   * About how many documents there are.
   *
   * @param name the collection
   * @return 0 when it is not there
   */
  public long estimate(String name) {
    return documents(name).estimatedDocumentCount();
  }

  /**
   * Creates indexes that are not there yet.
   *
   * @param name the collection
   * @param indexes their descriptions
   */
  public void createIndexes(String name, List<ViewIndex> indexes) {
    if (!indexes.isEmpty()) {
      documents(name).createIndexes(indexes.stream().map(i -> new IndexModel(keys(i))).toList());
    }
  }

  private static Bson keys(ViewIndex index) {
    return Indexes.compoundIndex(
        index.fields().stream()
            .map(f -> f.startsWith("-") ? Indexes.descending(f.substring(1)) : Indexes.ascending(f))
            .toList());
  }

  /**
   * The names of all collections.
   *
   * @return a new set
   */
  public Set<String> collections() {
    return database.listCollectionNames().into(new ArrayList<>()).stream()
        .collect(Collectors.toSet());
  }

  /**
   * Drops a collection if it is there.
   *
   * @param name its name
   */
  public void drop(String name) {
    database.getCollection(name).drop();
  }

  /**
   * Drops a generation of a view if it is there, and forgets which of its documents wait.
   *
   * @param name its own collection's name; its further collections' names begin with it and a _
   */
  public void dropGeneration(String name) {
    collections().stream()
        .filter(each -> each.equals(name) || each.startsWith(name + "_"))
        .forEach(this::drop);
    new UpkeepStore(this).forget(name);
  }

  /**
   * Asks the server for a sign of life.
   *
   * @throws com.mongodb.MongoException when it is away
   */
  public void ping() {
    database.runCommand(new BsonDocument("ping", new BsonInt32(1)));
  }

  /**
   * Whether a failure means that the server is away, and may be back later.
   *
   * @param failure what was thrown
   * @return false for a fault of ours
   */
  public static boolean isAway(Throwable failure) {
    return failure instanceof MongoSocketException
        || failure instanceof MongoTimeoutException
        || failure instanceof MongoNotPrimaryException
        || failure instanceof MongoNodeIsRecoveringException
        || (failure instanceof MongoClientException client
            && client.getCause() != null
            && isAway(client.getCause()));
  }

  MongoCollection<BsonDocument> documents(String name) {
    return database.getCollection(name, BsonDocument.class);
  }

  /**
   * The id of a view document.
   *
   * @param document a view document
   * @return its id
   */
  public static String id(BsonDocument document) {
    return document.getString("_id").getValue();
  }

  /**
   * The position that a document reflects.
   *
   * @param document a view document
   * @return its position
   */
  public static long position(BsonDocument document) {
    return document.getNumber(POSITION).longValue();
  }
}
