package vn.danvankheo.standalone.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * Where one field has which value: the rows of documents in their collection. Of arrays every item
 * counts. A value of one row or of some costs a few small objects, so that a field in which every
 * document has another value costs little beside the documents.
 */
final class FieldPostings {
  private static final Set<String> OPERATORS = Set.of("$eq", "$in", "$regex");
  private static final Pattern PREFIX = Pattern.compile("\\^([\\p{L}\\p{N}]+)");
  private static final int SOME = 30;
  private static final double LARGEST_EXACT = 1L << 53;

  private final List<String> path;
  private final Map<Object, Object> others = new HashMap<>();

  /** In order from the first question for a prefix on. */
  private Map<String, Object> texts = new HashMap<>();

  private boolean nested;

  FieldPostings(String path) {
    this.path = List.of(path.split("\\."));
  }

  /** The document's own field that the path begins with. */
  String name() {
    return path.get(0);
  }

  void add(int row, Document document) {
    each(
        document,
        0,
        value -> {
          if (value instanceof String text) {
            texts.merge(text, row, FieldPostings::with);
          } else {
            others.merge(value, row, FieldPostings::with);
          }
        });
  }

  void remove(int row, Document document) {
    each(
        document,
        0,
        value -> {
          if (value instanceof String text) {
            texts.computeIfPresent(text, (key, rows) -> without(rows, row));
          } else {
            others.computeIfPresent(value, (key, rows) -> without(rows, row));
          }
        });
  }

  /** Whether rows that are found do match, and no one has to look. */
  boolean isExact() {
    return path.size() == 1 && !nested;
  }

  /** Whether there is any use in asking for a condition, whatever its value. */
  static boolean answers(@Nullable Object condition) {
    return condition instanceof Document operators
        ? operators.size() == 1 && OPERATORS.containsAll(operators.keySet())
        : condition != null;
  }

  /** Where a condition on this field may hold; empty when that can't be told. */
  Optional<RoaringBitmap> rows(Object condition) {
    if (!(condition instanceof Document operators)) {
      return key(condition).map(this::found);
    }
    Map.Entry<String, Object> operator = operators.entrySet().iterator().next();
    return switch (operator.getKey()) {
      case "$eq" -> key(operator.getValue()).map(this::found);
      case "$in" -> in(operator.getValue());
      case "$regex" -> prefix(operator.getValue());
      default -> Optional.empty();
    };
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
    if (!(texts instanceof NavigableMap)) {
      texts = new TreeMap<>(texts);
    }
    String from = prefix.group(1);
    RoaringBitmap any = new RoaringBitmap();
    ((NavigableMap<String, Object>) texts)
        .subMap(from, true, from + Character.MAX_VALUE, false)
        .values()
        .forEach(rows -> any.or(bitmap(rows)));
    return Optional.of(any);
  }

  private RoaringBitmap found(Object key) {
    return bitmap((key instanceof String ? texts : others).get(key));
  }

  /** Rows are one {@code Integer}, an array of some, or a bitmap when there are more. */
  private static RoaringBitmap bitmap(@Nullable Object rows) {
    if (rows instanceof RoaringBitmap bitmap) {
      return bitmap;
    }
    if (rows instanceof int[] some) {
      return RoaringBitmap.bitmapOf(some);
    }
    return rows == null ? new RoaringBitmap() : RoaringBitmap.bitmapOf((Integer) rows);
  }

  private static Object with(Object rows, Object row) {
    RoaringBitmap bitmap = bitmap(rows);
    bitmap.add((Integer) row);
    return smallest(bitmap);
  }

  private static @Nullable Object without(Object rows, int row) {
    RoaringBitmap bitmap = bitmap(rows);
    bitmap.remove(row);
    return bitmap.isEmpty() ? null : smallest(bitmap);
  }

  private static Object smallest(RoaringBitmap rows) {
    int count = rows.getCardinality();
    if (count > SOME) {
      return rows;
    }
    return count == 1 ? (Object) rows.first() : rows.toArray();
  }

  private void each(@Nullable Object value, int depth, Consumer<Object> consumer) {
    if (value instanceof Collection<?> items) {
      for (Object item : items) {
        nested |= item instanceof Collection;
        each(item, depth, consumer);
      }
    } else if (depth == path.size()) {
      key(value).ifPresent(consumer);
    } else if (value instanceof Document document) {
      each(document.get(path.get(depth)), depth + 1, consumer);
    }
  }

  /** What two values that are equal to the server have in common; empty for rarer types. */
  private static Optional<Object> key(@Nullable Object value) {
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
