package vn.danvankheo.standalone.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives equal values one object. Documents of a kind have the same names and often the same words
 * and codes, and as they come off the line each has its own.
 */
final class SharedValues {
  /** Then it begins anew: what is frequent is soon known again. */
  private static final int MOST = 100_000;

  private static final int LONGEST = 64;

  private final Map<Object, Object> known = new HashMap<>();

  /** A new document of the same content. */
  Document document(Document document) {
    Document shared = new Document();
    document.forEach((name, value) -> shared.put((String) one(name), of(value)));
    return shared;
  }

  /** Puts shared values into a document. */
  void share(Document document) {
    document.replaceAll((name, value) -> of(value));
  }

  private @Nullable Object of(@Nullable Object value) {
    if (value instanceof Document document) {
      return document(document);
    }
    if (value instanceof List<?> items) {
      List<@Nullable Object> shared = new ArrayList<>(items.size());
      items.forEach(item -> shared.add(of(item)));
      return shared;
    }
    boolean may =
        value instanceof String text && text.length() <= LONGEST
            || value instanceof Number
            || value instanceof Instant;
    return may ? one(value) : value;
  }

  private Object one(Object value) {
    if (known.size() >= MOST) {
      known.clear();
    }
    Object first = known.putIfAbsent(value, value);
    return first == null ? value : first;
  }
}
