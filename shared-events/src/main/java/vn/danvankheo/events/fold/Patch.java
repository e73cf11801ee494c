package vn.danvankheo.events.fold;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
    List<String> cleared = new ArrayList<>();
    R changed =
        build(
            before,
            component -> {
              Object old = value(component, before);
              Object now = value(component, after);
              if (Objects.equals(old, now)) {
                return null;
              }
              if (now == null) {
                cleared.add(component.getName());
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
    return build(
        before,
        component -> {
          if (cleared.contains(component.getName())) {
            return null;
          }
          Object now = value(component, changed);
          return now == null ? value(component, before) : now;
        });
  }

  /**
   * Names what this difference touches.
   *
   * @return the names of changed and cleared components, in their order
   */
  public List<String> touched() {
    return Stream.of(changed.getClass().getRecordComponents())
        .filter(c -> cleared.contains(c.getName()) || value(c, changed) != null)
        .map(RecordComponent::getName)
        .toList();
  }

  private static @Nullable Object value(RecordComponent component, Record record) {
    try {
      Object value = component.getAccessor().invoke(record);
      return value instanceof Collection<?> c && c.isEmpty() ? null : value;
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }

  @SuppressWarnings("unchecked")
  private static <R extends Record> R build(R like, ComponentValue value) {
    RecordComponent[] components = like.getClass().getRecordComponents();
    try {
      return (R)
          like.getClass()
              .getDeclaredConstructor(
                  Stream.of(components).map(RecordComponent::getType).toArray(Class[]::new))
              .newInstance(Stream.of(components).map(value::of).toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(like.getClass() + " cannot be built", e);
    }
  }

  @FunctionalInterface
  private interface ComponentValue {
    @Nullable Object of(RecordComponent component);
  }
}
