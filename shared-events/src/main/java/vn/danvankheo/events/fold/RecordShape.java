package vn.danvankheo.events.fold;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the records of one class are read and made, looked up once for each class: reflection copies
 * what it answers at every call, and decisions ask often.
 */
public final class RecordShape {
  private static final ClassValue<RecordShape> SHAPES =
      new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
          return new RecordShape(type);
        }
      };

  private final Class<?> type;
  private final List<String> names;
  private final MethodHandle[] accessors;
  private final MethodHandle constructor;

  private RecordShape(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    this.type = type;
    this.names = Stream.of(components).map(RecordComponent::getName).toList();
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    try {
      this.accessors = new MethodHandle[components.length];
      for (int i = 0; i < components.length; i++) {
        accessors[i] =
            lookup
                .unreflect(components[i].getAccessor())
                .asType(MethodType.methodType(Object.class, Record.class));
      }
      Class<?>[] types =
          Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      this.constructor =
          lookup
              .findConstructor(type, MethodType.methodType(void.class, types))
              .asSpreader(Object[].class, components.length)
              .asType(MethodType.methodType(Record.class, Object[].class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type + " cannot be used from outside", e);
    }
  }

  /**
   * The shape of a record's class.
   *
   * @param record any record of a public class
   * @return always the same one for a class
   */
  public static RecordShape of(Record record) {
    return SHAPES.get(record.getClass());
  }

  /**
   * The components' names.
   *
   * @return in their order
   */
  public List<String> names() {
    return names;
  }

  /**
   * The value of a component.
   *
   * @param component its place among the names, from 0
   * @param record a record of the class
   * @return the value, may be null
   */
  public @Nullable Object value(int component, Record record) {
    try {
      return accessors[component].invokeExact(record);
    } catch (Throwable e) {
      throw new IllegalStateException(type + "." + names.get(component) + " cannot be read", e);
    }
  }

  /** A record of the values, in that order. */
  Record make(@Nullable Object[] values) {
    try {
      return (Record) constructor.invokeExact(values);
    } catch (Throwable e) {
      throw new IllegalStateException(type + " cannot be made", e);
    }
  }
}
