package vn.danvankheo.query.projecting;

import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * What one event gives beside the state of what it changed: a new document, or fields to be set in
 * one that an earlier event gave.
 *
 * @param part which of the projection's further collections it goes to
 * @param document the document, or those fields, with an {@code _id} that the event alone
 *     determines
 * @param whole makes the earlier document with those fields, for when it is not at hand; null for a
 *     new document
 */
public record Emission(String part, BsonDocument document, @Nullable Supplier<BsonDocument> whole) {
  /**
   * A new document.
   *
   * @param part which of the projection's further collections it goes to
   * @param document a document whose {@code _id} no earlier event gave
   */
  public Emission(String part, BsonDocument document) {
    this(part, document, null);
  }
}
