package vn.danvankheo.standalone.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.roaringbitmap.RoaringBitmap;

/**
 * The indexes of one collection in the embedded server: by field, made when a query first asks for
 * a value of it, so that fields that are only sorted by cost nothing.
 */
final class Postings {
  private final Map<String, FieldPostings> fields = new HashMap<>();

  void add(int position, Document document) {
    fields.values().forEach(field -> field.add(position, document));
  }

  void remove(int position, Document document) {
    fields.values().forEach(field -> field.remove(position, document));
  }

  /** Whether a query has a condition on a field that is not indexed yet. */
  boolean mayHelp(String field, Document query) {
    return !fields.containsKey(field) && asks(field, query);
  }

  /** Begins to keep a field. */
  void declare(String field, Consumer<FieldPostings> documents) {
    FieldPostings postings = new FieldPostings(field);
    documents.accept(postings);
    fields.put(field, postings);
  }

  /** Where all documents are that match, and maybe others; empty when that can't be told. */
  Optional<RoaringBitmap> candidates(Document query) {
    Optional<RoaringBitmap> all = Optional.empty();
    for (Map.Entry<String, Object> condition : query.entrySet()) {
      FieldPostings field = fields.get(condition.getKey());
      if (field != null) {
        all = FieldPostings.both(all, field.candidates(condition.getValue()));
      } else if (condition.getKey().equals("$and")) {
        for (Object part : (Collection<?>) condition.getValue()) {
          all = FieldPostings.both(all, candidates((Document) part));
        }
      }
    }
    return all;
  }

  private static boolean asks(String field, Document query) {
    if (query.get("$and") instanceof Collection<?> parts
        && parts.stream().anyMatch(part -> asks(field, (Document) part))) {
      return true;
    }
    Object condition = query.get(field);
    return condition instanceof Document operators
        ? operators.containsKey("$eq")
            || operators.containsKey("$in")
            || operators.containsKey("$regex")
        : condition != null;
  }
}
