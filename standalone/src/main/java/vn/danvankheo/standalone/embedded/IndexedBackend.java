package vn.danvankheo.standalone.embedded;

import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.EmptyIndex;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.backend.memory.MemoryCollection;
import de.bwaldvogel.mongo.backend.memory.MemoryDatabase;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Optional;

/**
 * The server's memory, which finds documents by their id also when a query asks for more than the
 * id, and by the values of fields for which an index was made. The library's own reads the whole
 * collection then, for every guarded write of a view and for every list.
 */
final class IndexedBackend extends MemoryBackend {
  private static final String ID = "_id";
  private static final String NATURAL = "$natural";

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
    private final Postings postings = new Postings();

    IndexedCollection(
        MemoryDatabase database, String name, CollectionOptions options, CursorRegistry cursors) {
      super(database, name, options, cursors);
    }

    @Override
    protected QueryResult queryDocuments(
        Document query, Document order, int skip, int limit, int batch, Document fields) {
      Optional<Iterable<Integer>> found = positions(query.get(ID));
      if (found.isEmpty() && (order == null || !order.containsKey(NATURAL))) {
        found = candidates(query);
      }
      return found.isPresent()
          ? matchDocuments(query, found.get(), order, skip, limit, batch, fields)
          : super.queryDocuments(query, order, skip, limit, batch, fields);
    }

    /** The library counts without keeping others from writing. */
    @Override
    public synchronized int count(Document query, int skip, int limit) {
      return super.count(query, skip, limit);
    }

    @Override
    protected Integer addDocumentInternal(Document document) {
      Integer position = super.addDocumentInternal(document);
      postings.add(position, document);
      return position;
    }

    @Override
    protected void removeDocument(Integer position) {
      postings.remove(position, getDocument(position));
      super.removeDocument(position);
    }

    @Override
    protected void handleUpdate(Integer position, Document before, Document after) {
      postings.remove(position, before);
      postings.add(position, after);
    }

    /** The library compares a whole document with all others. */
    @Override
    protected Integer findDocumentPosition(Document document) {
      for (Integer position : positions(document.get(ID)).orElse(List.of())) {
        return position;
      }
      return super.findDocumentPosition(document);
    }

    private Optional<Iterable<Integer>> candidates(Document query) {
      for (Index<Integer> index : getIndexes()) {
        for (var key : index.getKeys()) {
          if (!index.isUnique() && postings.mayHelp(key.getKey(), query)) {
            postings.declare(
                key.getKey(),
                field ->
                    streamAllDocumentsWithPosition()
                        .forEach(d -> field.add(d.getPosition(), d.getDocument())));
          }
        }
      }
      return postings.candidates(query).map(positions -> positions);
    }

    private Optional<Iterable<Integer>> positions(Object id) {
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
