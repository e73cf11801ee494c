package vn.danvankheo.standalone.embedded;

import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.EmptyIndex;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.backend.memory.MemoryCollection;
import de.bwaldvogel.mongo.backend.memory.MemoryDatabase;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The server's memory, which finds documents by their id also when a query asks for more than the
 * id, and by the values of fields for which an index was made. The library's own reads the whole
 * collection then, for every guarded write of a view and for every list.
 */
final class IndexedBackend extends MemoryBackend {
  private static final String ID = "_id";
  private static final String NATURAL = "$natural";

  /** Around the filter in what a client sends, and not around the server's own. */
  private static final String ASKED_BY_A_CLIENT = "$query";

  @Override
  public MemoryDatabase openOrCreateDatabase(String name) {
    return new IndexedDatabase(name, getCursorRegistry());
  }

  private static final class IndexedDatabase extends MemoryDatabase {
    IndexedDatabase(String name, CursorRegistry cursors) {
      super(name, cursors);
    }

    @Override
    protected MemoryCollection openOrCreateCollection(String name, CollectionOptions options) {
      return new IndexedCollection(this, name, options, cursorRegistry);
    }

    /** Only says which fields have one; {@link Postings} does the work. */
    @Override
    protected Index<Integer> openOrCreateSecondaryIndex(
        String collection, String name, List<IndexKey> keys, boolean sparse) {
      return new EmptyIndex<>(name, keys);
    }
  }

  private static final class IndexedCollection extends MemoryCollection {
    private final Postings postings = new Postings(this::getDocument);
    private final SharedValues values = new SharedValues();
    private boolean asked;

    IndexedCollection(
        MemoryDatabase database, String name, CollectionOptions options, CursorRegistry cursors) {
      super(database, name, options, cursors);
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
        Document query, Document order, int skip, int limit, int batch, Document fields) {
      Optional<Iterable<Integer>> rows = rows(query.get(ID));
      if (rows.isEmpty() && (order == null || !order.containsKey(NATURAL))) {
        rows = rows(query, order, skip, limit);
      }
      return rows.isPresent()
          ? matchDocuments(query, rows.get(), order, skip, limit, batch, fields)
          : super.queryDocuments(query, order, skip, limit, batch, fields);
    }

    /** Only clients get a part: the server itself changes and counts what is in a result. */
    @Override
    protected QueryResult createQueryResult(List<Document> found, int batch) {
      if (!asked) {
        return super.createQueryResult(found, batch);
      }
      Batches batches = new Batches(cursorRegistry.generateCursorId(), this, found);
      List<Document> first = batches.takeDocuments(batch);
      if (batches.isEmpty()) {
        return new QueryResult(first);
      }
      cursorRegistry.add(batches);
      return new QueryResult(first, batches);
    }

    /** The library counts one by one, and without keeping others from writing. */
    @Override
    public synchronized int count(Document query, int skip, int limit) {
      if (query != null && rows(query.get(ID)).isEmpty()) {
        Found found = postings.find(query, indexed());
        if (found.exact()) {
          int count = Math.max(0, found.rows().getCardinality() - skip);
          return limit > 0 ? Math.min(limit, count) : count;
        }
      }
      return super.count(query, skip, limit);
    }

    @Override
    protected Integer addDocumentInternal(Document document) {
      Document shared = values.document(document);
      Integer row = super.addDocumentInternal(shared);
      postings.add(row, shared);
      return row;
    }

    @Override
    protected void removeDocument(Integer row) {
      postings.remove(row, getDocument(row));
      super.removeDocument(row);
    }

    @Override
    protected void handleUpdate(Integer row, Document before, Document after) {
      postings.remove(row, before);
      values.share(after);
      postings.add(row, after);
    }

    /** The library compares a whole document with all others. */
    @Override
    protected Integer findDocumentPosition(Document document) {
      for (Integer row : rows(document.get(ID)).orElse(List.of())) {
        return row;
      }
      return super.findDocumentPosition(document);
    }

    /** Empty when all documents have to be looked at. */
    private Optional<Iterable<Integer>> rows(
        Document query, @Nullable Document order, int skip, int limit) {
      Set<String> indexed = indexed();
      Found found = postings.find(query, indexed);
      boolean ordered = found.exact() && limit > 0 && order != null && !order.isEmpty();
      if (ordered) {
        return Optional.of(postings.first(found.rows(), order, skip + limit, indexed));
      }
      return postings.isAll(found) ? Optional.empty() : Optional.of(found.rows());
    }

    private Set<String> indexed() {
      return getIndexes().stream()
          .filter(index -> !index.isUnique())
          .flatMap(index -> index.getKeys().stream())
          .map(IndexKey::getKey)
          .collect(Collectors.toSet());
    }

    private Optional<Iterable<Integer>> rows(@Nullable Object id) {
      if (!(id instanceof String)) {
        return Optional.empty();
      }
      Document byId = new Document(ID, id);
      return getIndexes().stream()
          .filter(index -> index.canHandle(byId))
          .findFirst()
          .map((Index<Integer> index) -> index.getPositions(byId));
    }
  }
}
