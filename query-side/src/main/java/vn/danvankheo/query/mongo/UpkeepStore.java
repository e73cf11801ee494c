package vn.danvankheo.query.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.conversions.Bson;

/**
 * What a leader leaves for the next one beside the views: which documents wait, and where the watch
 * over all documents stands. It is as good as the views that it lies beside, and goes with them.
 */
public final class UpkeepStore {
  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

  private final MongoCollection<BsonDocument> parked;
  private final MongoCollection<BsonDocument> rounds;

  /**
   * Keeps it in the views' database.
   *
   * @param database the views' database
   */
  public UpkeepStore(ViewDatabase database) {
    this.parked = database.documents("parked");
    this.rounds = database.documents("rounds");
  }

  /**
   * Where a round over all documents stands.
   *
   * @param walk which of its walks it is on, from 0
   * @param after what it goes on behind; empty at a walk's beginning
   * @param next when it goes on
   */
  public record Round(int walk, String after, Instant next) {}

  /**
   * Notes that a document waits, or what it waits for now.
   *
   * @param document the document
   */
  public void park(Parked document) {
    String id = id(document.collection(), document.documentId());
    parked.replaceOne(
        eq("_id", id),
        new BsonDocument("_id", new BsonString(id))
            .append("collection", new BsonString(document.collection()))
            .append("documentId", new BsonString(document.documentId()))
            .append("position", new BsonInt64(document.position()))
            .append("eventId", new BsonString(document.eventId()))
            .append("type", new BsonString(document.type()))
            .append("revision", new BsonInt32(document.revision()))
            .append("cause", new BsonString(document.cause()))
            .append("since", new BsonDateTime(document.since().toEpochMilli())),
        UPSERT);
  }

  /**
   * Notes that a document waits no longer.
   *
   * @param collection the generation's own collection
   * @param documentId the document
   */
  public void release(String collection, String documentId) {
    parked.deleteOne(eq("_id", id(collection, documentId)));
  }

  /**
   * Forgets a generation.
   *
   * @param collection its own collection
   */
  public void forget(String collection) {
    parked.deleteMany(eq("collection", collection));
  }

  /**
   * The documents of a generation that wait.
   *
   * @param collection its own collection
   * @return in no order
   */
  public List<Parked> parked(String collection) {
    return found(eq("collection", collection));
  }

  /**
   * What a document waits for.
   *
   * @param collection the generation's own collection
   * @param documentId the document
   * @return empty when it does not wait
   */
  public Optional<Parked> parked(String collection, String documentId) {
    return found(eq("_id", id(collection, documentId))).stream().findFirst();
  }

  /**
   * Where a round was left.
   *
   * @param name the round's
   * @return empty when there was none
   */
  public Optional<Round> round(String name) {
    return Optional.ofNullable(rounds.find(eq("_id", name)).first())
        .map(
            found ->
                new Round(
                    found.getInt32("walk").getValue(),
                    found.getString("after").getValue(),
                    Instant.ofEpochMilli(found.getDateTime("next").getValue())));
  }

  /**
   * Notes where a round stands.
   *
   * @param name the round's
   * @param round where it stands
   */
  public void save(String name, Round round) {
    rounds.replaceOne(
        eq("_id", name),
        new BsonDocument("_id", new BsonString(name))
            .append("walk", new BsonInt32(round.walk()))
            .append("after", new BsonString(round.after()))
            .append("next", new BsonDateTime(round.next().toEpochMilli())),
        UPSERT);
  }

  private List<Parked> found(Bson filter) {
    List<Parked> found = new ArrayList<>();
    for (BsonDocument document : parked.find(filter)) {
      found.add(
          new Parked(
              document.getString("collection").getValue(),
              document.getString("documentId").getValue(),
              document.getInt64("position").getValue(),
              document.getString("eventId").getValue(),
              document.getString("type").getValue(),
              document.getInt32("revision").getValue(),
              document.getString("cause").getValue(),
              Instant.ofEpochMilli(document.getDateTime("since").getValue())));
    }
    return found;
  }

  private static String id(String collection, String documentId) {
    return collection + "/" + documentId;
  }
}
