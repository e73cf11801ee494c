package vn.danvankheo.standalone.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.EmptyIndex;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.memory.index.MemoryUniqueIndex;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;

/**
 * The server's memory, which keeps documents as bytes and finds them by their id also when a query
 * asks for more than the id, and by the values of fields for which an index was made. The library's
 * own keeps them as objects, and reads the whole collection for every guarded write of a view and
 * for every list.
 */
final class IndexedBackend extends AbstractMongoBackend {
  @Override
  public MongoDatabase openOrCreateDatabase(String name) {
    return new IndexedDatabase(name, getCursorRegistry());
  }

  static final class IndexedDatabase extends AbstractSynchronizedMongoDatabase<Integer> {
    private static final List<Document> COUNTED =
        List.of(
            new Document("$match", new Document()),
            new Document("$group", new Document("_id", 1).append("n", new Document("$sum", 1))));

    private final DocumentBytes codec = new DocumentBytes(new Words());

    IndexedDatabase(String name, CursorRegistry cursors) {
      super(name, cursors);
      initializeNamespacesAndIndexes();
    }

    @Override
    protected IndexedCollection openOrCreateCollection(String name, CollectionOptions options) {
      return new IndexedCollection(this, name, options, cursorRegistry, codec);
    }

    @Override
    protected Index<Integer> openOrCreateUniqueIndex(
        String collection, String name, List<IndexKey> keys, boolean sparse) {
      return keys.size() == 1 && keys.get(0).getKey().equals(IndexedCollection.ID)
          ? new IdIndex(name, keys, sparse)
          : new MemoryUniqueIndex(name, keys, sparse);
    }

    /** Only says which fields have one; {@link Postings} does the work. */
    @Override
    protected Index<Integer> openOrCreateSecondaryIndex(
        String collection, String name, List<IndexKey> keys, boolean sparse) {
      return new EmptyIndex<>(name, keys) {
        /** Or the library would make every document there is, twice, to put it in. */
        @Override
        public boolean isEmpty() {
          return false;
        }
      };
    }

    @Override
    protected long getStorageSize() {
      return 0;
    }

    @Override
    protected long getFileSize() {
      return 0;
    }

    /** Drivers count all documents by a group, for which the library would make each of them. */
    @Override
    public Document handleCommand(
        Channel channel, String command, Document query, DatabaseResolver databases, Oplog log) {
      return command.equals("aggregate") && COUNTED.equals(query.get("pipeline"))
          ? counted(String.valueOf(query.get(command)))
          : super.handleCommand(channel, command, query, databases, log);
    }

    private Document counted(String name) {
      var collection = resolveCollection(name, false);
      int count = collection == null ? 0 : collection.count();
      Document group = new Document("_id", 1).append("n", count);
      return new Document(
              "cursor",
              new Document("id", 0L)
                  .append("ns", getFullCollectionNamespace(name))
                  .append("firstBatch", count == 0 ? List.of() : List.of(group)))
          .append("ok", 1.0);
    }
  }
}
