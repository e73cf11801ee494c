package vn.danvankheo.query.mongo;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
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
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The database of the views: documents by id, each with the position of the log it reflects. */
public final class ViewDatabase {
  /** The field of every view document with the log position of the last event it reflects. */
  public static final String POSITION = "_position";

  /** When to come again when the server is away. */
  public static final Duration RETRY = Duration.ofSeconds(5);

  private static final int ATTEMPTS = 5;
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
   * Inserts documents; those whose ids are there already stay as they are.
   *
   * @param name the collection
   * @param documents the documents
   */
  public void insert(String name, List<? extends BsonDocument> documents) {
    notInserted(name, documents);
  }

  private <D extends BsonDocument> List<D> notInserted(String name, List<D> documents) {
    if (documents.isEmpty()) {
      return List.of();
    }
    try {
      List<RawBsonDocument> bytes = documents.stream().map(RawDocument::of).toList();
      collection(name).insertMany(bytes, new InsertManyOptions().ordered(false));
      return List.of();
    } catch (MongoBulkWriteException e) {
      return metTheirLike(documents, e);
    }
  }

  private static <D extends BsonDocument> List<D> metTheirLike(
      List<D> documents, MongoBulkWriteException e) {
    onlyDuplicates(e);
    return e.getWriteErrors().stream().map(error -> documents.get(error.getIndex())).toList();
  }

  private static void onlyDuplicates(MongoBulkWriteException e) {
    if (e.getWriteConcernError() != null
        || e.getWriteErrors().stream()
            .anyMatch(error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
      throw e;
    }
  }

  /**
   * Writes documents, each only over an older one: what is stored for the same or a later position
   * stays. So it does no harm to write twice, or late.
   *
   * @param name the collection
   * @param documents the documents, each with its position
   */
  public void write(String name, List<BsonDocument> documents) {
    List<BsonDocument> rest = documents;
    for (int attempt = 0; !rest.isEmpty(); attempt++) {
      if (attempt == ATTEMPTS) {
        throw new IllegalStateException("Documents of " + name + " are written by somebody else");
      }
      rest = olderInStore(name, refused(name, rest));
    }
  }

  /**
   * The same as {@link #write}, for documents that are new as a rule: for a server it is less than
   * half the work when there is nothing to look for.
   *
   * @param name the collection
   * @param documents the documents, each with its position
   */
  public void writeNew(String name, List<BsonDocument> documents) {
    write(name, notInserted(name, documents));
  }

  /** Tries to write, and tells which documents met another one under their id. */
  private List<BsonDocument> refused(String name, List<BsonDocument> documents) {
    List<ReplaceOneModel<BsonDocument>> writes =
        documents.stream().map(ViewDatabase::guarded).toList();
    try {
      documents(name).bulkWrite(writes, new BulkWriteOptions().ordered(false));
      return List.of();
    } catch (MongoBulkWriteException e) {
      return metTheirLike(documents, e);
    }
  }

  private static ReplaceOneModel<BsonDocument> guarded(BsonDocument document) {
    // As plain fields: under $and the embedded server does not see the id and reads everything.
    Bson older =
        new BsonDocument("_id", document.get("_id"))
            .append(POSITION, new BsonDocument("$lt", document.get(POSITION)));
    return new ReplaceOneModel<>(older, document, new ReplaceOptions().upsert(true));
  }

  /** A refused document may have raced with the insertion of an older one. */
  private List<BsonDocument> olderInStore(String name, List<BsonDocument> refused) {
    Map<String, BsonDocument> stored = load(name, refused.stream().map(ViewDatabase::id).toList());
    return refused.stream()
        .filter(document -> isOlder(stored.get(id(document)), position(document)))
        .toList();
  }

  private static boolean isOlder(BsonDocument stored, long position) {
    return stored == null || position(stored) < position;
  }

  /**
   * Puts a document in the place of one that was looked at, whatever either of them reflects. What
   * somebody else has written meanwhile stays.
   *
   * @param name the collection
   * @param seen what was there; null when nothing was
   * @param now what shall be there, under the same id; null when nothing
   * @return false when the document was no longer the one that was seen
   */
  public boolean replace(String name, @Nullable BsonDocument seen, @Nullable BsonDocument now) {
    if (seen == null) {
      return now == null || inserted(name, now);
    }
    Bson asSeen =
        new BsonDocument("_id", seen.get("_id"))
            .append(POSITION, seen.getOrDefault(POSITION, BsonNull.VALUE));
    return now == null
        ? documents(name).deleteOne(asSeen).getDeletedCount() == 1
        : documents(name).replaceOne(asSeen, now).getMatchedCount() == 1;
  }

  private boolean inserted(String name, BsonDocument document) {
    try {
      documents(name).insertOne(document);
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
      return false;
    }
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
