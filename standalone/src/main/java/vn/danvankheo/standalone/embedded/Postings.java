package vn.danvankheo.standalone.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;

/**
 * The indexes of one collection in the embedded server: by field, made when a query first asks for
 * a value of it, for bounds or for its order, so that other fields cost nothing.
 */
final class Postings {
  private static final Set<String> BOUNDS = Set.of("$lt", "$lte", "$gt", "$gte");

  /** Reads the document in a row, with the fields that are wanted. */
  interface Source {
    Document read(int row, Predicate<String> wanted);
  }

  private final Source documents;
  private final RoaringBitmap all = new RoaringBitmap();
  private final Map<String, FieldPostings> fields = new HashMap<>();
  private final Map<String, Column> columns = new HashMap<>();

  Postings(Source documents) {
    this.documents = documents;
  }

  void add(int row) {
    all.add(row);
    fields.values().forEach(field -> add(row, field));
    columns.values().forEach(column -> add(row, column));
  }

  void remove(int row, Document document) {
    all.remove(row);
    fields.values().forEach(field -> field.remove(row, document));
  }

  /**
   * Where documents may match.
   *
   * @param query all conditions
   * @param indexed fields that have an index
   * @return all rows when the indexes say nothing
   */
  Found find(Document query, Set<String> indexed) {
    List<Map.Entry<String, Object>> conditions = conditions(query).toList();
    Found found = new Found(all, true);
    for (Map.Entry<String, Object> condition : conditions) {
      if (!isBound(condition.getValue())) {
        found = both(found, equal(condition.getKey(), condition.getValue(), indexed));
      }
    }
    // The fewer rows are left, the less there is to look through.
    for (Map.Entry<String, Object> condition : conditions) {
      if (isBound(condition.getValue())) {
        found = within(found, condition.getKey(), (Document) condition.getValue(), indexed);
      }
    }
    return found;
  }

  private static Stream<Map.Entry<String, Object>> conditions(Document query) {
    return query.entrySet().stream()
        .flatMap(
            condition ->
                condition.getKey().equals("$and")
                    ? ((Collection<?>) condition.getValue())
                        .stream().flatMap(part -> conditions((Document) part))
                    : Stream.of(condition));
  }

  /** Whether it is no more than what the collection has. */
  boolean isAll(Found found) {
    return found.rows() == all;
  }

  /** Those of some rows that are first in an order, and maybe others; as they are if unknown. */
  RoaringBitmap first(RoaringBitmap rows, Document order, int count, Set<String> indexed) {
    Map.Entry<String, Object> key = order.entrySet().iterator().next();
    if (count <= 0 || rows.getCardinality() <= count || !indexed.contains(key.getKey())) {
      return rows;
    }
    Column column = column(key.getKey());
    return column.isUseful()
        ? column.first(rows, ((Number) key.getValue()).intValue() < 0, count)
        : rows;
  }

  private Found equal(String field, Object condition, Set<String> indexed) {
    if (!indexed.contains(field) || !FieldPostings.answers(condition)) {
      return new Found(all, false);
    }
    FieldPostings postings = fields.computeIfAbsent(field, this::postings);
    return postings
        .rows(condition)
        .map(rows -> new Found(rows, postings.isExact()))
        .orElse(new Found(all, false));
  }

  private Found within(Found found, String field, Document bounds, Set<String> indexed) {
    return indexed.contains(field)
        ? column(field)
            .within(found.rows(), bounds)
            .map(rows -> new Found(rows, found.exact()))
            .orElse(new Found(found.rows(), false))
        : new Found(found.rows(), false);
  }

  private Found both(Found one, Found other) {
    RoaringBitmap rows =
        isAll(one)
            ? other.rows()
            : isAll(other) ? one.rows() : RoaringBitmap.and(one.rows(), other.rows());
    return new Found(rows, one.exact() && other.exact());
  }

  private static boolean isBound(Object condition) {
    return condition instanceof Document operators
        && !operators.isEmpty()
        && BOUNDS.containsAll(operators.keySet());
  }

  private FieldPostings postings(String field) {
    FieldPostings postings = new FieldPostings(field);
    all.forEach((int row) -> add(row, postings));
    return postings;
  }

  private void add(int row, FieldPostings field) {
    field.add(row, documents.read(row, field.name()::equals));
  }

  private Column column(String field) {
    return columns.computeIfAbsent(field, this::filled);
  }

  private Column filled(String field) {
    Column column = new Column(field);
    all.forEach((int row) -> add(row, column));
    return column;
  }

  private void add(int row, Column column) {
    column.add(row, documents.read(row, column.field()::equals));
  }
}
