package vn.danvankheo.query.serving;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.query.mongo.Keyset;
import vn.danvankheo.web.query.Query;

/**
 * A page of a list that is held in memory, ordered by a text key and an id.
 *
 * @param items the page
 * @param nextCursor where the next page begins; null when there is none
 * @param total how many the whole list has
 * @param <T> an item
 */
public record MemoryPage<T>(List<T> items, @Nullable String nextCursor, int total) {

  /**
   * Takes the wanted page.
   *
   * @param all the whole list, in no order
   * @param key what comes first in the order
   * @param id what tells items of one key apart
   * @param query the request's limit and cursor
   * @param list what tells this list from others, such as its filters
   * @return the page
   * @param <T> an item
   * @throws vn.danvankheo.web.problem.ProblemException 400 when the cursor is not of this list
   */
  public static <T> MemoryPage<T> of(
      List<T> all, Function<T, String> key, Function<T, String> id, Query query, String list) {
    Keyset order = new Keyset(List.of("key"), list);
    Optional<List<BsonValue>> behind = Pages.behind(query, order);
    List<T> rest =
        all.stream()
            .sorted(Comparator.comparing(key).thenComparing(id))
            .filter(
                item -> behind.isEmpty() || isBehind(key.apply(item), id.apply(item), behind.get()))
            .toList();
    List<T> items = rest.subList(0, Math.min(query.limit(), rest.size()));
    if (items.size() == rest.size()) {
      return new MemoryPage<>(items, null, all.size());
    }
    T last = items.get(items.size() - 1);
    String next =
        order.cursor(List.of(new BsonString(key.apply(last)), new BsonString(id.apply(last))));
    return new MemoryPage<>(items, next, all.size());
  }

  private static boolean isBehind(String key, String id, List<BsonValue> last) {
    int byKey = key.compareTo(text(last.get(0)));
    return byKey > 0 || (byKey == 0 && id.compareTo(text(last.get(1))) > 0);
  }

  private static String text(BsonValue value) {
    return value instanceof BsonString string ? string.getValue() : "";
  }
}
