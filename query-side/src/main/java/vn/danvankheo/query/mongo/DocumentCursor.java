package vn.danvankheo.query.mongo;

import com.mongodb.client.MongoCursor;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** Walks over a collection. Used by one thread at a time. */
public final class DocumentCursor implements AutoCloseable {
  private final MongoCursor<? extends BsonDocument> cursor;
  private @Nullable BsonDocument current;

  DocumentCursor(MongoCursor<? extends BsonDocument> cursor) {
    this.cursor = cursor;
    advance();
  }

  /**
   * The document it stands at.
   *
   * @return null behind the last
   */
  public @Nullable BsonDocument current() {
    return current;
  }

  /** Goes to the next. */
  public void advance() {
    current = cursor.hasNext() ? cursor.next() : null;
  }

  @Override
  public void close() {
    cursor.close();
  }
}
