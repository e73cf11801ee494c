package vn.danvankheo.standalone.embedded;

import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.backend.memory.MemoryCollection;
import de.bwaldvogel.mongo.backend.memory.MemoryDatabase;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Optional;

/**
 * The server's memory, which finds a document by its id also when a query asks for more than the
 * id. The library's own reads the whole collection then, for every guarded write of a view.
 */
final class IdBackend extends MemoryBackend {
  private static final String ID = "_id";

  @Override
  public MemoryDatabase openOrCreateDatabase(String name) {
    return new IdDatabase(name, getCursorRegistry());
  }

  private static final class IdDatabase extends MemoryDatabase {
    IdDatabase(String name, CursorRegistry cursors) {
      super(name, cursors);
    }

    @Override
    protected MemoryCollection openOrCreateCollection(String name, CollectionOptions options) {
      return new IdCollection(this, name, options, cursorRegistry);
    }
  }

  private static final class IdCollection extends MemoryCollection {
    IdCollection(
        MemoryDatabase database, String name, CollectionOptions options, CursorRegistry cursors) {
      super(database, name, options, cursors);
    }

    @Override
    protected QueryResult queryDocuments(
        Document query, Document order, int skip, int limit, int batch, Document fields) {
      Optional<Iterable<Integer>> found =
          query.size() > 1 ? positions(query.get(ID)) : Optional.empty();
      return found.isPresent()
          ? matchDocuments(query, found.get(), order, skip, limit, batch, fields)
          : super.queryDocuments(query, order, skip, limit, batch, fields);
    }

    /** The library compares a whole document with all others. */
    @Override
    protected Integer findDocumentPosition(Document document) {
      for (Integer position : positions(document.get(ID)).orElse(List.of())) {
        return position;
      }
      return super.findDocumentPosition(document);
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
