package vn.danvankheo.events.fold;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The difference of two records of one type whose components may all be null.
 *
 * @param changed the new values; null where nothing changed
 * @param cleared names of components that became null, in their order
 * @param <R> the record type
 */
public record Patch<R extends Record>(R changed, List<String> cleared) {
  /**
   * Tells two records apart. An empty list counts as null: both mean that there is nothing.
   *
   * @param before the old values
   * @param after the new values
   * @return what changed
   * @param <R> the record type
   */
  public static <R extends Record> Patch<R> between(R before, R after) {
    RecordShape shape = RecordShape.of(before);
    List<String> cleared = new ArrayList<>();
    R changed =
        make(
            shape,
            i -> {
              Object old = value(shape, i, before);
              Object now = value(shape, i, after);
              if (Objects.equals(old, now)) {
                return null;
              }
              if (now == null) {
                cleared.add(shape.names().get(i));
              }
              return now;
            });
    return new Patch<>(changed, List.copyOf(cleared));
  }

  /**
   * Applies this difference.
   *
   * @param before the old values
   * @return the new values
   */
  public R applyTo(R before) {
    RecordShape shape = RecordShape.of(before);
    return make(
        shape,
        i -> {
          if (cleared.contains(shape.names().get(i))) {
            return null;
          }
          Object now = value(shape, i, changed);
          return now == null ? value(shape, i, before) : now;
        });
  }

  /**
   * Names what this difference touches.
   *
   * @return the names of changed and cleared components, in their order
   */
  public List<String> touched() {
    RecordShape shape = RecordShape.of(changed);
    List<String> touched = new ArrayList<>();
    for (int i = 0; i < shape.names().size(); i++) {
      String name = shape.names().get(i);
      if (cleared.contains(name) || value(shape, i, changed) != null) {
        touched.add(name);
      }
    }
    return List.copyOf(touched);
  }

  private static @Nullable Object value(RecordShape shape, int component, Record record) {
    Object value = shape.value(component, record);
    return value instanceof Collection<?> c && c.isEmpty() ? null : value;
  }

  @SuppressWarnings("unchecked") // the shape is that of R
  private static <R extends Record> R make(RecordShape shape, ComponentValue value) {
    @Nullable Object[] values = new Object[shape.names().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value.of(i);
    }
    return (R) shape.make(values);
  }

  @FunctionalInterface
  private interface ComponentValue {
    @Nullable Object of(int component);
  }
}
