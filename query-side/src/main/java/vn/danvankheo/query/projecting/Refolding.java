package vn.danvankheo.query.projecting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonNumber;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.query.mongo.GuardedWrites;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.parity.Difference;
import vn.danvankheo.query.parity.DocumentDifferences;
import vn.danvankheo.query.reading.LogRow;

/**
 * Makes single documents of a generation anew from their own streams, to compare them with what is
 * stored or to put them in its place. Only for the thread that writes the generation, between two
 * pages: nothing changes in it meanwhile.
 *
 * @param <S> what a document is folded in
 */
final class Refolding<S> {
  private static final int BATCH = 200;

  private final Projection<S> projection;
  private final ViewDatabase database;
  private final String collection;

  Refolding(Projection<S> projection, ViewDatabase database, String collection) {
    this.projection = projection;
    this.database = database;
    this.collection = collection;
  }

  /** An event that can't be folded, told from failures of stores. */
  static final class Unfoldable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial")
    private final LogRow row;

    private final RuntimeException why;

    Unfoldable(LogRow row, RuntimeException cause) {
      super(cause);
      this.row = row;
      this.why = cause;
    }

    LogRow row() {
      return row;
    }

    RuntimeException why() {
      return why;
    }
  }

  /** A document beside the stored one; null stands for none. */
  private record Pair(
      String part, String id, @Nullable BsonDocument stored, @Nullable BsonDocument folded) {
    boolean same() {
      return stored == null ? folded == null : stored.equals(folded);
    }

    List<Difference> differences() {
      if (same()) {
        return List.of();
      }
      return stored == null || folded == null
          ? List.of(Difference.whole(part, id, stored != null, folded != null))
          : DocumentDifferences.between(part, id, stored, folded);
    }
  }

  /**
   * Compares a document, and what its events gave, with what is stored.
   *
   * @param id the document's
   * @param rows its stream, up to what the stored one has to reflect
   * @return none when it is as it should be
   * @throws Unfoldable when an event can't be folded
   */
  List<Difference> compare(String id, List<LogRow> rows) {
    List<Difference> found = new ArrayList<>();
    pairs(id, rows).forEach(pair -> found.addAll(pair.differences()));
    return found;
  }

  /**
   * Puts a document, and what its events gave, in the place of what is stored. The document goes
   * last, so that a redelivered event finds either the old one or everything.
   *
   * @param id the document's
   * @param rows its stream, up to what the generation reflects
   * @throws Unfoldable when an event can't be folded; nothing was written
   * @throws LeadershipLost when somebody else writes
   */
  void mend(String id, List<LogRow> rows) {
    List<Pair> pairs = new ArrayList<>(pairs(id, rows));
    Map<String, List<BsonDocument>> newer = new LinkedHashMap<>();
    List<Pair> others = new ArrayList<>();
    // The first pair is the document itself.
    Pair own = pairs.remove(0);
    for (Pair pair : pairs) {
      if (pair.folded() != null && (pair.stored() == null || isOlder(pair))) {
        newer.computeIfAbsent(pair.part(), part -> new ArrayList<>()).add(pair.folded());
      } else if (!pair.same()) {
        others.add(pair);
      }
    }
    newer.forEach(
        (part, documents) -> new GuardedWrites(database).write(collection(part), documents));
    others.forEach(this::replace);
    if (!own.same()) {
      replace(own);
    }
  }

  private static boolean isOlder(Pair pair) {
    BsonValue stored = pair.stored().get(ViewDatabase.POSITION);
    return stored instanceof BsonNumber number
        && number.longValue() < ViewDatabase.position(pair.folded());
  }

  private void replace(Pair pair) {
    if (!new GuardedWrites(database)
        .replace(collection(pair.part()), pair.stored(), pair.folded())) {
      throw new LeadershipLost();
    }
  }

  private List<Pair> pairs(String id, List<LogRow> rows) {
    Window<S> window = new Window<>(projection);
    for (LogRow row : rows) {
      try {
        window.fold(row.event());
      } catch (RuntimeException e) {
        throw new Unfoldable(row, e);
      }
    }
    Window.Taken taken = window.take(false);
    List<Pair> pairs = new ArrayList<>();
    pairs.addAll(pairs("", List.of(id), taken.documents()));
    taken.emitted().forEach((part, given) -> pairs.addAll(batches(part, given)));
    return pairs;
  }

  private List<Pair> batches(String part, List<BsonDocument> given) {
    List<Pair> pairs = new ArrayList<>();
    for (int from = 0; from < given.size(); from += BATCH) {
      List<BsonDocument> batch = given.subList(from, Math.min(from + BATCH, given.size()));
      pairs.addAll(pairs(part, batch.stream().map(ViewDatabase::id).toList(), batch));
    }
    return pairs;
  }

  private List<Pair> pairs(String part, List<String> ids, List<BsonDocument> folded) {
    Map<String, BsonDocument> stored = database.load(collection(part), ids);
    Map<String, BsonDocument> made = new LinkedHashMap<>();
    folded.forEach(document -> made.put(ViewDatabase.id(document), document));
    return ids.stream().map(id -> new Pair(part, id, stored.get(id), made.get(id))).toList();
  }

  private String collection(String part) {
    return part.isEmpty() ? collection : ViewFolding.partOf(collection, part);
  }
}
