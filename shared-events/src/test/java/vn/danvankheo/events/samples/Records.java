package vn.danvankheo.events.samples;

import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Copies of records with one component changed, for tests alone. */
public final class Records {
  private Records() {}

  /**
   * A copy with another value in one place.
   *
   * @param record the record
   * @param name the component's name
   * @param value its new value
   * @return a new record
   * @param <R> its type
   */
  @SuppressWarnings("unchecked")
  public static <R extends Record> R with(R record, String name, @Nullable Object value) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    if (Stream.of(components).noneMatch(c -> c.getName().equals(name))) {
      throw new IllegalArgumentException(record.getClass() + " has no " + name);
    }
    Object[] values = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    try {
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        values[i] =
            components[i].getName().equals(name)
                ? value
                : components[i].getAccessor().invoke(record);
      }
      return (R) record.getClass().getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
