package vn.danvankheo.query.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoints beside the views, and the terms of whoever writes them. All are fields of one
 * document, so several views move, or go to other generations, in one step that nobody sees half.
 * Only the writer of a view's newest term can move its checkpoint, so one that lost its lock
 * without noticing does no harm.
 */
public final class CheckpointStore {
  private static final String COLLECTION = "checkpoints";
  private static final Bson VIEWS = eq("_id", "views");
  private static final String DATABASE = "database";
  private static final String TERM = "term";
  private static final String NOW = "now";
  private static final String FORMER = "former";
  private static final FindOneAndUpdateOptions UPSERT =
      new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

  private final MongoCollection<BsonDocument> checkpoints;
  private final RecordCodec<Checkpoint> codec = new RecordCodec<>(Checkpoint.class);

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
    List<Bson> terms = views.stream().map(view -> set(field(view, TERM), term)).toList();
    checkpoints.updateOne(VIEWS, combine(terms), new UpdateOptions().upsert(true));
    return term;
  }

  /**
   * Reads all checkpoints.
   *
   * @return those of views that were built at least once, all of one moment
   */
  public List<Checkpoint> load() {
    return read(NOW);
  }

  /**
   * Reads where the generations stand that were replaced last.
   *
   * @return those that are still there, each with its view
   */
  public List<Checkpoint> previous() {
    return read(FORMER);
  }

  private List<Checkpoint> read(String which) {
    BsonDocument all = checkpoints.find(VIEWS).first();
    return all == null
        ? List.of()
        : all.values().stream()
            .filter(BsonValue::isDocument)
            .map(view -> view.asDocument().get(which))
            .flatMap(found -> found == null ? Stream.of() : Stream.of(found.asDocument()))
            .map(codec::decode)
            .toList();
  }

  /**
   * Moves checkpoints.
   *
   * @param term the writer's term
   * @param moved the new checkpoints
   * @return false when the term is over: the writer has to stop
   */
  public boolean save(long term, List<Checkpoint> moved) {
    List<Bson> changes = new ArrayList<>();
    moved.forEach(at -> changes.add(set(field(at.view(), NOW), codec.encode(at))));
    return update(term, moved.stream().map(Checkpoint::view).toList(), changes);
  }

  /**
   * Puts other generations in the place of those that are read, all in one step.
   *
   * @param term the writer's term
   * @param swaps the generations
   * @return false when the term is over: the writer has to stop
   */
  public boolean swap(long term, List<Swap> swaps) {
    List<Bson> changes = new ArrayList<>();
    for (Swap swap : swaps) {
      String view = swap.now().view();
      Checkpoint former = swap.former();
      changes.add(set(field(view, NOW), codec.encode(swap.now())));
      changes.add(
          former == null
              ? unset(field(view, FORMER))
              : set(field(view, FORMER), codec.encode(former)));
    }
    return update(term, swaps.stream().map(swap -> swap.now().view()).toList(), changes);
  }

  /**
   * A generation that takes the place of another.
   *
   * @param now the one that is read from now on
   * @param former the one that was, and stays for a way back; null when there is none
   */
  public record Swap(Checkpoint now, @Nullable Checkpoint former) {}

  /**
   * Forgets a generation that was replaced, unless another one has been replaced since.
   *
   * @param former one of {@link #previous}
   */
  public void forget(Checkpoint former) {
    String field = field(former.view(), FORMER);
    checkpoints.updateOne(and(VIEWS, eq(field + ".collection", former.collection())), unset(field));
  }

  private boolean update(long term, List<String> views, List<Bson> changes) {
    if (views.isEmpty()) {
      return true;
    }
    List<Bson> ours = new ArrayList<>(List.of(VIEWS));
    views.forEach(view -> ours.add(eq(field(view, TERM), term)));
    return checkpoints.updateOne(and(ours), combine(changes)).getMatchedCount() == 1;
  }

  private static String field(String view, String which) {
    return view + '.' + which;
  }
}
