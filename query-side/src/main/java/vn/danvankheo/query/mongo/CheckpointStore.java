package vn.danvankheo.query.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonNumber;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoints beside the views, and the term of whoever writes them. Only the writer of the
 * newest term can move a checkpoint, so one that lost its lock without noticing does no harm.
 */
public final class CheckpointStore {
  private static final String COLLECTION = "checkpoints";
  private static final String DATABASE = "database";
  private static final String TERM = "term";
  private static final String PREVIOUS = "previous";
  private static final FindOneAndUpdateOptions UPSERT =
      new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

  private final MongoCollection<BsonDocument> checkpoints;

  /**
   * Keeps checkpoints in the views' database.
   *
   * @param database the views' database
   */
  public CheckpointStore(ViewDatabase database) {
    this.checkpoints = database.documents(COLLECTION);
  }

  /**
   * The identity of this view database, made when it is first asked for.
   *
   * @param newId makes ids
   * @return the same for every process that uses this database
   */
  public String databaseId(Supplier<String> newId) {
    return checkpoints
        .findOneAndUpdate(eq("_id", DATABASE), setOnInsert("id", newId.get()), UPSERT)
        .getString("id")
        .getValue();
  }

  /**
   * Begins a new writer's term, which ends every earlier one.
   *
   * @param views the views that it is going to write
   * @return the term's number
   */
  public long beginTerm(Collection<String> views) {
    long term =
        checkpoints
            .findOneAndUpdate(eq("_id", TERM), inc(TERM, 1L), UPSERT)
            .getNumber(TERM)
            .longValue();
    checkpoints.bulkWrite(
        views.stream()
            .map(
                view ->
                    new UpdateOneModel<BsonDocument>(eq("_id", view), set(TERM, term), upsert()))
            .toList());
    return term;
  }

  /**
   * Reads all checkpoints.
   *
   * @return those of views that were built at least once
   */
  public List<Checkpoint> load() {
    List<Checkpoint> found = new ArrayList<>();
    for (BsonDocument document : checkpoints.find()) {
      if (document.containsKey("collection")) {
        found.add(checkpoint(ViewDatabase.id(document), document));
      }
    }
    return found;
  }

  /**
   * Reads where the generations stand that were replaced last.
   *
   * @return those that are still there, each with its view
   */
  public List<Checkpoint> previous() {
    List<Checkpoint> found = new ArrayList<>();
    for (BsonDocument document : checkpoints.find()) {
      if (document.isDocument(PREVIOUS)) {
        found.add(checkpoint(ViewDatabase.id(document), document.getDocument(PREVIOUS)));
      }
    }
    return found;
  }

  private static Checkpoint checkpoint(String view, BsonDocument document) {
    return new Checkpoint(
        view,
        document.getString("collection").getValue(),
        document.getString("eventStoreId").getValue(),
        document.getNumber("position").longValue(),
        text(document.get("eventId")),
        document.getNumber("changedAt").longValue(),
        text(document.get("failure")),
        (int) number(document.get("parked")),
        number(document.get("mended")));
  }

  /**
   * Moves checkpoints.
   *
   * @param term the writer's term
   * @param moved the new checkpoints
   * @return false when the term is over: the writer has to stop
   */
  public boolean save(long term, List<Checkpoint> moved) {
    return update(term, moved.stream().map(c -> Map.entry(c.view(), combine(fields(c)))).toList());
  }

  /**
   * Puts other generations in the place of those that are read. For each view it is one step:
   * readers see the one or the other.
   *
   * @param term the writer's term
   * @param swaps the generations
   * @return false when the term is over: the writer has to stop
   */
  public boolean swap(long term, List<Swap> swaps) {
    return update(
        term,
        swaps.stream()
            .map(
                swap ->
                    Map.entry(
                        swap.now().view(),
                        combine(combine(fields(swap.now())), previous(swap.former()))))
            .toList());
  }

  /**
   * A generation that takes the place of another.
   *
   * @param now the one that is read from now on
   * @param former the one that was, and stays for a way back; null when there is none
   */
  public record Swap(Checkpoint now, @Nullable Checkpoint former) {}

  /**
   * Forgets the generation that a view had before.
   *
   * @param term the writer's term
   * @param view the view with its definition version
   * @return false when the term is over: the writer has to stop
   */
  public boolean forget(long term, String view) {
    return update(term, List.of(Map.entry(view, unset(PREVIOUS))));
  }

  private boolean update(long term, List<Map.Entry<String, Bson>> updates) {
    if (updates.isEmpty()) {
      return true;
    }
    BulkWriteResult result =
        checkpoints.bulkWrite(
            updates.stream()
                .map(
                    view ->
                        new UpdateOneModel<BsonDocument>(
                            and(eq("_id", view.getKey()), eq(TERM, term)), view.getValue()))
                .toList());
    return result.getMatchedCount() == updates.size();
  }

  private static @Nullable String text(@Nullable BsonValue value) {
    return value instanceof BsonString text ? text.getValue() : null;
  }

  private static long number(@Nullable BsonValue value) {
    return value instanceof BsonNumber number ? number.longValue() : 0;
  }

  private static UpdateOptions upsert() {
    return new UpdateOptions().upsert(true);
  }

  private static Bson previous(@Nullable Checkpoint former) {
    if (former == null) {
      return unset(PREVIOUS);
    }
    BsonDocument document = new BsonDocument();
    fields(former).forEach(field -> document.putAll(field.toBsonDocument().getDocument("$set")));
    return set(PREVIOUS, document);
  }

  private static List<Bson> fields(Checkpoint c) {
    return List.of(
        set("collection", c.collection()),
        set("eventStoreId", c.eventStoreId()),
        set("position", c.position()),
        set("eventId", c.eventId()),
        set("changedAt", c.changedAt()),
        set("failure", c.failure()),
        set("parked", c.parked()),
        set("mended", c.mended()));
  }
}
