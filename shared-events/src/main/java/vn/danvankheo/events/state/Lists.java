package vn.danvankheo.events.state;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Changes to immutable lists, each giving a new one. */
final class Lists {
  private Lists() {}

  static <T> List<T> plus(List<T> list, T item) {
    List<T> longer = new ArrayList<>(list.size() + 1);
    longer.addAll(list);
    longer.add(item);
    return List.copyOf(longer);
  }

  /** Changes the items that match; one must, since a fold that changes nothing hides a fault. */
  static <T> List<T> change(List<T> list, Predicate<T> which, UnaryOperator<T> how) {
    if (list.stream().noneMatch(which)) {
      throw new IllegalStateException("The event is about something that is not there");
    }
    return list.stream().map(item -> which.test(item) ? how.apply(item) : item).toList();
  }
}
