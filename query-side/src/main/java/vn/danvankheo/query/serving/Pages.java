package vn.danvankheo.query.serving;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.bson.BsonInt64;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.query.mongo.Keyset;
import vn.danvankheo.web.problem.FieldFault;
import vn.danvankheo.web.problem.ProblemCode;
import vn.danvankheo.web.query.Query;
import vn.danvankheo.web.query.QuerySpec;

/** The part of lists that goes on from page to page. */
public final class Pages {
  private Pages() {}

  /**
   * Where the wanted page begins.
   *
   * @param query the request's parameters
   * @param order the list's order
   * @return the keys of the last document of the page before; empty for the first page
   * @throws vn.danvankheo.web.problem.ProblemException 400 when the cursor is malformed, or another
   *     list's
   */
  public static Optional<List<BsonValue>> behind(Query query, Keyset order) {
    Optional<String> cursor = query.get(QuerySpec.CURSOR);
    if (cursor.isEmpty()) {
      return Optional.empty();
    }
    Optional<List<BsonValue>> keys = order.parse(cursor.get());
    if (keys.isEmpty()) {
      throw ProblemCode.INVALID_PARAMETERS
          .problem(List.of(new FieldFault("/cursor", "INVALID_CURSOR")))
          .exception();
    }
    return keys;
  }

  /**
   * A page of a list of numbered rows, the newest first.
   *
   * @param <T> a row
   * @param query the request's parameters
   * @param list what tells its cursors from those of other lists
   * @param rows reads those with a number below one, at most so many
   * @param number a row's number
   * @param item what a row is answered as
   * @param total how many rows there are
   * @return the page in the order of the contract
   * @throws vn.danvankheo.web.problem.ProblemException 400 when the cursor is malformed, or another
   *     list's
   */
  public static <T> Map<String, @Nullable Object> numbered(
      Query query,
      String list,
      BiFunction<Long, Integer, List<T>> rows,
      ToLongFunction<T> number,
      Function<T, ?> item,
      long total) {
    Keyset order = Keyset.unique("-no", list);
    long behind =
        behind(query, order).map(last -> last.get(0).asNumber().longValue()).orElse(Long.MAX_VALUE);
    int limit = query.limit();
    List<T> found = rows.apply(behind, limit + 1);
    List<T> shown = found.subList(0, Math.min(limit, found.size()));
    Map<String, @Nullable Object> page = new LinkedHashMap<>();
    page.put("items", shown.stream().map(item).toList());
    page.put(
        "nextCursor",
        found.size() <= limit
            ? null
            : order.cursor(List.of(new BsonInt64(number.applyAsLong(shown.get(limit - 1))))));
    page.put("total", total);
    return page;
  }
}
