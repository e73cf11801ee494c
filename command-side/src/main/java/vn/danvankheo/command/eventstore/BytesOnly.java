package vn.danvankheo.command.eventstore;

import org.axonframework.serialization.CannotConvertBetweenTypesException;
import org.axonframework.serialization.Converter;

/** Stored content is always bytes: nothing to convert, and anything else is a mistake. */
enum BytesOnly implements Converter {
  INSTANCE;

  @Override
  public boolean canConvert(Class<?> source, Class<?> target) {
    return source.equals(target);
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <T> T convert(Object original, Class<?> source, Class<T> target) {
    if (!source.equals(target)) {
      throw new CannotConvertBetweenTypesException(source + " to " + target);
    }
    return (T) original;
  }
}
