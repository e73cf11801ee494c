package vn.danvankheo.query.mongo;

import static vn.danvankheo.query.mongo.ViewDatabase.POSITION;
import static vn.danvankheo.query.mongo.ViewDatabase.id;
import static vn.danvankheo.query.mongo.ViewDatabase.position;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Writes documents of views, so that what is newer stays whoever writes twice, late or beside. */
public final class GuardedWrites {
  private static final int ATTEMPTS = 5;

  private final ViewDatabase database;

  /**
   * Writes into a database.
   *
   * @param database the views' own database
   */
  public GuardedWrites(ViewDatabase database) {
    this.database = database;
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
      database.collection(name).insertMany(bytes, new InsertManyOptions().ordered(false));
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
        documents.stream().map(GuardedWrites::guarded).toList();
    try {
      database.documents(name).bulkWrite(writes, new BulkWriteOptions().ordered(false));
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
    Map<String, BsonDocument> stored =
        database.load(name, refused.stream().map(ViewDatabase::id).toList());
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
        ? database.documents(name).deleteOne(asSeen).getDeletedCount() == 1
        : database.documents(name).replaceOne(asSeen, now).getMatchedCount() == 1;
  }

  private boolean inserted(String name, BsonDocument document) {
    try {
      database.documents(name).insertOne(document);
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
      return false;
    }
  }
}
