package vn.danvankheo.events.text;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what a pure function gave for the texts that came lately: one model's title comes with
 * each of its events. Holds a bounded number of texts of bounded length. Safe for use by many
 * threads.
 *
 * @param <V> what the function gives; not to be changed
 */
public final class Recent<V> {
  private static final int PLACES = 1 << 10;
  private static final int LONGEST = 300;

  private final Function<String, V> function;
  private final AtomicReferenceArray<@Nullable Known<V>> places =
      new AtomicReferenceArray<>(PLACES);

  private record Known<V>(String text, V value) {}

  /**
   * Remembers nothing yet.
   *
   * @param function gives the same for the same text, always
   */
  public Recent(Function<String, V> function) {
    this.function = function;
  }

  /**
   * What the function gives.
   *
   * @param text any text
   * @return its value, which others may have too
   */
  public V of(String text) {
    if (text.length() > LONGEST) {
      return function.apply(text);
    }
    int hash = text.hashCode();
    int place = (hash ^ hash >>> Short.SIZE) & PLACES - 1;
    Known<V> known = places.get(place);
    if (known == null || !known.text.equals(text)) {
      known = new Known<>(text, function.apply(text));
      places.set(place, known);
    }
    return known.value;
  }
}
