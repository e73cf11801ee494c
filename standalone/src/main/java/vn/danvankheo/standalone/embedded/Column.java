package vn.danvankheo.standalone.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.IntIterator;
import org.roaringbitmap.RoaringBitmap;

/**
 * The values of one field by row, for bounds and for order: as long as every document has a whole
 * number there, or every one a time. From the first other value on it is of no use.
 */
final class Column {
  private static final int FIRST_SIZE = 1_024;

  private final String field;
  private long[] values = new long[FIRST_SIZE];
  private @Nullable Boolean times;
  private boolean useless;

  Column(String field) {
    this.field = field;
  }

  String field() {
    return field;
  }

  void add(int row, Document document) {
    Object value = document.get(field);
    if (times == null) {
      times = value instanceof Instant;
    }
    Optional<Long> number = number(value);
    if (number.isEmpty()) {
      useless = true;
      values = new long[0];
    } else if (!useless) {
      if (row >= values.length) {
        values = Arrays.copyOf(values, Math.max(row + 1, values.length * 2));
      }
      values[row] = number.get();
    }
  }

  boolean isUseful() {
    return !useless;
  }

  /** Which of some rows are within bounds; empty when a condition is of another kind. */
  Optional<RoaringBitmap> within(RoaringBitmap rows, Document bounds) {
    LongPredicate all = value -> true;
    for (Map.Entry<String, Object> bound : bounds.entrySet()) {
      Optional<Long> number = number(bound.getValue());
      if (useless || number.isEmpty()) {
        return Optional.empty();
      }
      long limit = number.get();
      switch (bound.getKey()) {
        case "$lt" -> all = all.and(value -> value < limit);
        case "$lte" -> all = all.and(value -> value <= limit);
        case "$gt" -> all = all.and(value -> value > limit);
        case "$gte" -> all = all.and(value -> value >= limit);
        default -> {
          return Optional.empty();
        }
      }
    }
    RoaringBitmap within = new RoaringBitmap();
    for (IntIterator each = rows.getIntIterator(); each.hasNext(); ) {
      int row = each.next();
      if (all.test(values[row])) {
        within.add(row);
      }
    }
    return Optional.of(within);
  }

  /** Those of some rows that come first, and all that are equal to the last of them. */
  RoaringBitmap first(RoaringBitmap rows, boolean descending, int count) {
    // Later rows have higher values as a rule, so nearly all are refused by one look at the queue.
    IntIterator likely = descending ? rows.getReverseIntIterator() : rows.getIntIterator();
    PriorityQueue<Long> best = new PriorityQueue<>();
    while (likely.hasNext()) {
      long rank = rank(likely.next(), descending);
      if (best.size() < count) {
        best.add(rank);
      } else if (rank > best.element()) {
        best.remove();
        best.add(rank);
      }
    }
    long last = best.element();
    RoaringBitmap first = new RoaringBitmap();
    for (IntIterator each = rows.getIntIterator(); each.hasNext(); ) {
      int row = each.next();
      if (rank(row, descending) >= last) {
        first.add(row);
      }
    }
    return first;
  }

  /** Higher is earlier; the complement turns the order around without overflow. */
  private long rank(int row, boolean descending) {
    return descending ? values[row] : ~values[row];
  }

  private Optional<Long> number(@Nullable Object value) {
    if (value instanceof Instant at && Boolean.TRUE.equals(times)) {
      return Optional.of(at.toEpochMilli());
    }
    boolean whole = value instanceof Long || value instanceof Integer;
    return whole && Boolean.FALSE.equals(times)
        ? Optional.of(((Number) value).longValue())
        : Optional.empty();
  }
}
