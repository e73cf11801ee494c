package vn.danvankheo.query.audit.entry;

import com.mongodb.client.MongoCursor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
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

/**
 * Asks for entries of the audit. Every view keeps those of its own aggregates, so that they can't
 * part; here they are one list in the order of the log.
 */
public final class AuditStore {
  private static final BsonDocument SHOWN =
      new BsonDocument("_paths", new BsonInt32(0))
          .append("_values", new BsonInt32(0))
          .append("_words", new BsonInt32(0))
          .append("_numbers", new BsonInt32(0));
  private static final int BATCH = 500;
  private static final int COUNTED_AGAIN = 1_000;

  private final ViewDatabase database;
  private final EntryCounts counts;

  /**
   * Asks the views' audit.
   *
   * @param database the views' database
   */
  public AuditStore(ViewDatabase database) {
    this.database = database;
    this.counts = new EntryCounts(database, COUNTED_AGAIN);
  }

  /**
   * Where a view keeps its entries.
   *
   * @param collection its collection
   * @param settled no entry will be added up to this position of the log any more
   * @param mended changes whenever entries were made anew
   */
  public record Part(String collection, long settled, long mended) {}

  /**
   * One page of the list.
   *
   * @param entries in order
   * @param last the keys of the last one; null when the list ends with it
   * @param total how many the whole list has
   */
  public record Page(List<AuditEntry> entries, @Nullable List<BsonValue> last, long total) {}

  /**
   * The order of the log.
   *
   * @param newestFirst which end first
   * @param list what tells this list from another one
   * @return an order
   */
  public static Keyset order(boolean newestFirst, String list) {
    String position = ViewDatabase.POSITION;
    return Keyset.unique(newestFirst ? "-" + position : position, "audit" + list);
  }

  /**
   * A page of the list.
   *
   * @param parts where the views keep their entries
   * @param filter which entries
   * @param order what {@link #order} gave
   * @param behind the keys of the last one of the page before; empty for the first page
   * @param limit at most so many
   * @return the page
   */
  public Page page(
      List<Part> parts,
      BsonDocument filter,
      Keyset order,
      Optional<List<BsonValue>> behind,
      int limit) {
    BsonDocument wanted =
        behind
            .map(
                last ->
                    new BsonDocument("$and", new BsonArray(List.of(filter, order.behind(last)))))
            .orElse(filter);
    List<RawBsonDocument> found = new ArrayList<>();
    long total = 0;
    for (Part part : parts) {
      List<RawBsonDocument> some =
          database
              .collection(part.collection())
              .find(wanted)
              .sort(order.sort())
              .projection(SHOWN)
              .limit(limit + 1)
              .into(new ArrayList<>());
      found.addAll(some);
      total += behind.isEmpty() && some.size() <= limit ? some.size() : count(part, filter);
    }
    found.sort(inLog(order));
    boolean more = found.size() > limit;
    List<RawBsonDocument> shown = more ? found.subList(0, limit) : found;
    return new Page(
        shown.stream().map(AuditEntry::of).toList(),
        more ? order.keysOf(shown.get(limit - 1)) : null,
        total);
  }

  private long count(Part part, BsonDocument filter) {
    return filter.isEmpty() ? counts.of(part) : database.count(part.collection(), filter);
  }

  /**
   * Goes through the whole list without holding it.
   *
   * @param parts where the views keep their entries
   * @param filter which entries
   * @param order what {@link #order} gave
   * @param consumer takes each
   */
  public void each(
      List<Part> parts, BsonDocument filter, Keyset order, Consumer<AuditEntry> consumer) {
    Comparator<RawBsonDocument> inLog = inLog(order);
    PriorityQueue<Source> sources =
        new PriorityQueue<>((one, other) -> inLog.compare(one.next, other.next));
    List<MongoCursor<RawBsonDocument>> open = new ArrayList<>();
    try {
      for (Part part : parts) {
        MongoCursor<RawBsonDocument> cursor =
            database
                .collection(part.collection())
                .find(filter)
                .sort(order.sort())
                .projection(SHOWN)
                .batchSize(BATCH)
                .iterator();
        open.add(cursor);
        Source.of(cursor).ifPresent(sources::add);
      }
      while (!sources.isEmpty()) {
        Source first = sources.remove();
        consumer.accept(AuditEntry.of(first.next));
        Source.of(first.rest).ifPresent(sources::add);
      }
    } finally {
      open.forEach(MongoCursor::close);
    }
  }

  /**
   * Entries by their events, which every server finds by its first index.
   *
   * @param collection where a view keeps its entries
   * @param eventIds the events
   * @return by event id; what the view does not have is missing
   */
  public Map<String, AuditEntry> find(String collection, Collection<String> eventIds) {
    BsonArray ids = new BsonArray(eventIds.stream().map(BsonString::new).toList());
    Map<String, AuditEntry> found = new HashMap<>();
    database
        .collection(collection)
        .find(new BsonDocument("_id", new BsonDocument("$in", ids)))
        .projection(SHOWN)
        .map(AuditEntry::of)
        .forEach(entry -> found.put(entry.event().eventId(), entry));
    return found;
  }

  private record Source(Iterator<RawBsonDocument> rest, RawBsonDocument next) {
    static Optional<Source> of(Iterator<RawBsonDocument> rest) {
      return rest.hasNext() ? Optional.of(new Source(rest, rest.next())) : Optional.empty();
    }
  }

  private static Comparator<RawBsonDocument> inLog(Keyset order) {
    boolean newestFirst = order.sort().getInt32(ViewDatabase.POSITION).getValue() < 0;
    Comparator<RawBsonDocument> byPosition = Comparator.comparingLong(ViewDatabase::position);
    return newestFirst ? byPosition.reversed() : byPosition;
  }
}
