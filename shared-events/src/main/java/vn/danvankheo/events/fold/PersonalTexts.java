package vn.danvankheo.events.fold;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.vocabulary.PersonalText;

/** The personal texts inside of any record, wherever they stand. */
public final class PersonalTexts {
  private static final ClassValue<Boolean> HOLDERS =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return holds(type, new HashSet<>());
        }
      };

  private PersonalTexts() {}

  /** What becomes of one text. */
  @FunctionalInterface
  public interface Change {
    /**
     * Gives the text that takes its place.
     *
     * @param path where it stands, names of components and places in lists from 0, such as {@code
     *     /recipients/0/name}
     * @param text the text
     * @return the same or another
     */
    PersonalText apply(String path, PersonalText text);
  }

  /**
   * Replaces texts.
   *
   * @param record any record of plain values
   * @param change what becomes of each personal text in it
   * @return the same record when nothing became another
   * @param <R> the record's type
   */
  @SuppressWarnings("unchecked") // a record is rebuilt as what it was
  public static <R extends Record> R change(R record, Change change) {
    return HOLDERS.get(record.getClass()) ? (R) changed(record, "", change) : record;
  }

  /**
   * Looks at all texts.
   *
   * @param record any record of plain values
   * @param consumer takes each
   */
  public static void each(Record record, Consumer<PersonalText> consumer) {
    change(
        record,
        (path, text) -> {
          consumer.accept(text);
          return text;
        });
  }

  private static @Nullable Object changed(@Nullable Object value, String path, Change change) {
    if (value instanceof PersonalText text) {
      return change.apply(path, text);
    }
    if (value instanceof List<?> items) {
      return list(items, path, change);
    }
    return value instanceof Record record && HOLDERS.get(record.getClass())
        ? record(record, path, change)
        : value;
  }

  private static Record record(Record record, String path, Change change) {
    RecordShape shape = RecordShape.of(record);
    @Nullable Object[] values = new Object[shape.names().size()];
    boolean other = false;
    for (int i = 0; i < values.length; i++) {
      Object before = shape.value(i, record);
      values[i] =
          before instanceof PersonalText || before instanceof List || before instanceof Record
              ? changed(before, path + '/' + shape.names().get(i), change)
              : before;
      other |= values[i] != before;
    }
    return other ? shape.make(values) : record;
  }

  private static List<?> list(List<?> items, String path, Change change) {
    if (items.isEmpty() || !HOLDERS.get(items.get(0).getClass())) {
      return items;
    }
    List<@Nullable Object> after = new ArrayList<>(items.size());
    boolean other = false;
    for (int i = 0; i < items.size(); i++) {
      Object one = changed(items.get(i), path + '/' + i, change);
      after.add(one);
      other |= one != items.get(i);
    }
    return other ? List.copyOf(after) : items;
  }

  private static boolean holds(Class<?> type, Set<Class<?>> seen) {
    if (type == PersonalText.class) {
      return true;
    }
    if (!type.isRecord() || !seen.add(type)) {
      return false;
    }
    for (RecordComponent component : type.getRecordComponents()) {
      if (holds(element(component.getGenericType()), seen)) {
        return true;
      }
    }
    return false;
  }

  private static Class<?> element(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type first = generic.getActualTypeArguments()[0];
      return first instanceof Class<?> item ? item : Object.class;
    }
    return type instanceof Class<?> plain ? plain : Object.class;
  }
}
