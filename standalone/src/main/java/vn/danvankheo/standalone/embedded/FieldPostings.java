package vn.danvankheo.standalone.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.roaringbitmap.RoaringBitmap;

/**
 * Where one field has which value: at the positions of documents in their collection. Of arrays
 * every item counts. Answers with positions that may match, and with all that do.
 */
final class FieldPostings {
  /** A field of more different values costs more memory than a look at all documents costs time. */
  private static final int MOST_VALUES = 200_000;

  private static final Pattern PREFIX = Pattern.compile("\\^([\\p{L}\\p{N}]+)");
  private static final double LARGEST_EXACT = 1L << 53;

  private final List<String> path;
  private final Map<Object, RoaringBitmap> others = new HashMap<>();
  private final TreeMap<String, RoaringBitmap> texts = new TreeMap<>();
  private boolean full;

  FieldPostings(String path) {
    this.path = List.of(path.split("\\."));
  }

  void add(int position, Document document) {
    if (!full) {
      each(document, 0, value -> postings(value).add(position));
      if (texts.size() + others.size() > MOST_VALUES) {
        full = true;
        texts.clear();
        others.clear();
      }
    }
  }

  void remove(int position, Document document) {
    each(
        document,
        0,
        value -> {
          Map<?, RoaringBitmap> map = value instanceof String ? texts : others;
          RoaringBitmap positions = map.get(value);
          if (positions != null) {
            positions.remove(position);
            if (positions.isEmpty()) {
              map.remove(value);
            }
          }
        });
  }

  /** Where a condition on this field may hold; empty when that can't be told. */
  Optional<RoaringBitmap> candidates(Object condition) {
    if (full) {
      return Optional.empty();
    }
    if (!(condition instanceof Document operators)) {
      return key(condition).map(this::found);
    }
    Optional<RoaringBitmap> all = Optional.empty();
    for (Map.Entry<String, Object> operator : operators.entrySet()) {
      Optional<RoaringBitmap> some =
          switch (operator.getKey()) {
            case "$eq" -> key(operator.getValue()).map(this::found);
            case "$in" -> in(operator.getValue());
            case "$regex" -> operators.size() == 1 ? prefix(operator.getValue()) : Optional.empty();
            default -> Optional.empty();
          };
      all = both(all, some);
    }
    return all;
  }

  static Optional<RoaringBitmap> both(Optional<RoaringBitmap> a, Optional<RoaringBitmap> b) {
    return a.isEmpty() ? b : b.isEmpty() ? a : Optional.of(RoaringBitmap.and(a.get(), b.get()));
  }

  private Optional<RoaringBitmap> in(Object values) {
    RoaringBitmap any = new RoaringBitmap();
    for (Object value : (Collection<?>) values) {
      Optional<Object> key = key(value);
      if (key.isEmpty()) {
        return Optional.empty();
      }
      any.or(found(key.get()));
    }
    return Optional.of(any);
  }

  private Optional<RoaringBitmap> prefix(Object regex) {
    Matcher prefix = PREFIX.matcher(String.valueOf(regex));
    if (!(regex instanceof String) || !prefix.matches()) {
      return Optional.empty();
    }
    String from = prefix.group(1);
    RoaringBitmap any = new RoaringBitmap();
    texts.subMap(from, from + Character.MAX_VALUE).values().forEach(any::or);
    return Optional.of(any);
  }

  private RoaringBitmap found(Object key) {
    RoaringBitmap positions = key instanceof String ? texts.get(key) : others.get(key);
    return positions == null ? new RoaringBitmap() : positions;
  }

  private RoaringBitmap postings(Object key) {
    return key instanceof String text
        ? texts.computeIfAbsent(text, none -> new RoaringBitmap())
        : others.computeIfAbsent(key, none -> new RoaringBitmap());
  }

  private void each(Object value, int depth, Consumer<Object> consumer) {
    if (value instanceof Collection<?> items) {
      items.forEach(item -> each(item, depth, consumer));
    } else if (depth == path.size()) {
      key(value).ifPresent(consumer);
    } else if (value instanceof Document document) {
      each(document.get(path.get(depth)), depth + 1, consumer);
    }
  }

  /** What two values that are equal to the server have in common; empty for rarer types. */
  private static Optional<Object> key(Object value) {
    if (value instanceof String || value instanceof Boolean) {
      return Optional.of(value);
    }
    if (value instanceof Long number && Math.abs((double) number) >= LARGEST_EXACT) {
      return Optional.of(number);
    }
    // Adding zero makes the negative zero positive.
    return value instanceof Number number
        ? Optional.of(number.doubleValue() + 0.0)
        : Optional.empty();
  }
}
