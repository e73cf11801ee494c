package vn.danvankheo.standalone.embedded;

import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * The documents of one collection, each as bytes in a row. What is found is the bytes as they were
 * then; documents are made of them when they are asked for, with no more fields than that takes.
 */
final class IndexedCollection extends AbstractSynchronizedMongoCollection<Integer> {
  static final String ID = "_id";

  private static final String NATURAL = "$natural";

  /** Around the filter in what a client sends, and not around the server's own. */
  private static final String ASKED_BY_A_CLIENT = "$query";

  private final DocumentBytes codec;
  private final List<byte @Nullable []> rows = new ArrayList<>();
  private final Queue<Integer> free = new ArrayDeque<>();
  private final Postings postings = new Postings(this::document);
  private boolean asked;

  IndexedCollection(
      IndexedBackend.IndexedDatabase database,
      String name,
      CollectionOptions options,
      CursorRegistry cursors,
      DocumentBytes codec) {
    super(database, name, options, cursors);
    this.codec = codec;
  }

  @Override
  public void addIndex(Index<Integer> index) {
    if (index instanceof IdIndex ids) {
      ids.read(row -> document(row, ID::equals).get(ID));
    }
    super.addIndex(index);
  }

  @Override
  public synchronized QueryResult handleQuery(QueryParameters parameters) {
    asked = parameters.getQuerySelector().containsKey(ASKED_BY_A_CLIENT);
    try {
      return super.handleQuery(parameters);
    } finally {
      asked = false;
    }
  }

  @Override
  protected QueryResult queryDocuments(
      Document query, @Nullable Document order, int skip, int limit, int batch, Document fields) {
    boolean sorted = order != null && !order.isEmpty() && !order.containsKey(NATURAL);
    Found found = find(query);
    if (sorted && found.exact() && limit > 0) {
      RoaringBitmap first = postings.first(found.rows(), order, skip + limit, indexed());
      found = new Found(first, true);
    }
    Stream<byte[]> matching = matching(query, found, isNaturalDescending(order));
    if (sorted) {
      matching = sorted(matching, order);
    }
    matching = matching.skip(skip);
    return result((limit > 0 ? matching.limit(limit) : matching).toList(), batch, fields);
  }

  private Stream<byte[]> sorted(Stream<byte[]> documents, Document order) {
    record Candidate(byte[] bytes, Document keys) {}

    Predicate<String> wanted = Fields.orderedBy(order);
    return documents
        .map(bytes -> new Candidate(bytes, codec.document(bytes, wanted)))
        .sorted(Comparator.comparing(Candidate::keys, deriveComparator(order)))
        .map(Candidate::bytes);
  }

  /** Clients get it in parts; the server itself goes through what it changes one by one. */
  private QueryResult result(List<byte[]> found, int batch, @Nullable Document fields) {
    if (!asked) {
      return new QueryResult(() -> found.stream().map(this::whole).iterator());
    }
    Batches batches =
        new Batches(cursorRegistry.generateCursorId(), found, bytes -> shown(bytes, fields));
    List<Document> first = batches.takeDocuments(batch);
    if (batches.isEmpty()) {
      return new QueryResult(first);
    }
    cursorRegistry.add(batches);
    return new QueryResult(first, batches);
  }

  private Document shown(byte[] bytes, @Nullable Document fields) {
    if (fields == null || fields.isEmpty()) {
      return whole(bytes);
    }
    Document document = codec.document(bytes, Fields.shownBy(fields));
    return super.matchDocumentsFromStream(
            Stream.of(document), new Document(), null, 0, 0, 0, fields)
        .iterator()
        .next();
  }

  /** The library counts one by one, and without keeping others from writing. */
  @Override
  public synchronized int count(@Nullable Document query, int skip, int limit) {
    if (query == null || query.isEmpty()) {
      return super.count(query, skip, limit);
    }
    Found found = find(query);
    long all =
        found.exact() ? found.rows().getCardinality() : matching(query, found, false).count();
    long count = Math.max(0, all - skip);
    return (int) (limit > 0 ? Math.min(limit, count) : count);
  }

  private Document document(int row, Predicate<String> wanted) {
    return codec.document(rows.get(row), wanted);
  }

  private Stream<byte[]> matching(Document query, Found found, boolean backwards) {
    int[] order = found.rows().toArray();
    Stream<byte[]> all =
        IntStream.range(0, order.length)
            .mapToObj(place -> rows.get(order[backwards ? order.length - 1 - place : place]));
    if (found.exact()) {
      return all;
    }
    Predicate<String> asked = Fields.askedBy(query);
    return all.filter(bytes -> documentMatchesQuery(codec.document(bytes, asked), query));
  }

  private Found find(Document query) {
    return byId(query).orElseGet(() -> postings.find(query, indexed()));
  }

  /** Empty when no id is asked for, or one that the index can't tell. */
  private Optional<Found> byId(Document query) {
    Object id = query.get(ID);
    boolean known =
        id instanceof String
            || id instanceof Document condition
                && condition.keySet().equals(Set.of("$in"))
                && ((Collection<?>) condition.get("$in"))
                    .stream().allMatch(String.class::isInstance);
    if (!known) {
      return Optional.empty();
    }
    Document byId = new Document(ID, id);
    return getIndexes().stream()
        .filter(index -> index.canHandle(byId))
        .findFirst()
        .map(
            index -> {
              RoaringBitmap found = new RoaringBitmap();
              index.getPositions(byId).forEach(found::add);
              return new Found(found, query.size() == 1);
            });
  }

  private Set<String> indexed() {
    return getIndexes().stream()
        .filter(index -> !index.isUnique())
        .flatMap(index -> index.getKeys().stream())
        .map(IndexKey::getKey)
        .collect(Collectors.toSet());
  }

  @Override
  protected QueryResult matchDocuments(
      Document query, Document order, int skip, int limit, int batch, Document fields) {
    throw new IllegalStateException("Queries don't get here");
  }

  @Override
  protected Integer addDocumentInternal(Document document) {
    byte[] bytes = codec.bytes(document);
    Integer row = free.poll();
    if (row == null) {
      row = rows.size();
      rows.add(bytes);
    } else {
      rows.set(row, bytes);
    }
    postings.add(row);
    return row;
  }

  @Override
  protected void removeDocument(Integer row) {
    postings.remove(row, getDocument(row));
    rows.set(row, null);
    free.add(row);
  }

  @Override
  protected void handleUpdate(Integer row, Document before, Document after) {
    postings.remove(row, before);
    rows.set(row, codec.bytes(after));
    postings.add(row);
  }

  @Override
  protected Document getDocument(Integer row) {
    return whole(rows.get(row));
  }

  private Document whole(byte[] bytes) {
    return codec.document(bytes, name -> true);
  }

  /** Only where documents have no id. */
  @Override
  protected @Nullable Integer findDocumentPosition(Document document) {
    return streamAllDocumentsWithPosition()
        .filter(each -> each.getDocument().equals(document))
        .map(DocumentWithPosition::getPosition)
        .findFirst()
        .orElse(null);
  }

  @Override
  protected Stream<DocumentWithPosition<Integer>> streamAllDocumentsWithPosition() {
    return IntStream.range(0, rows.size())
        .filter(row -> rows.get(row) != null)
        .mapToObj(row -> new DocumentWithPosition<>(getDocument(row), row));
  }

  @Override
  public synchronized int count() {
    return rows.size() - free.size();
  }

  @Override
  protected boolean tracksDataSize() {
    return false;
  }

  @Override
  protected void updateDataSize(int difference) {
    // Nobody asks for it.
  }

  @Override
  protected int getDataSize() {
    return 0;
  }
}
