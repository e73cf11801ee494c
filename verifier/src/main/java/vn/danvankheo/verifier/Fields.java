package vn.danvankheo.verifier;

import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of a JSON object that has to be just so. What is wrong is an illegal argument. */
final class Fields {
  private final Map<?, ?> object;

  /**
   * Takes an object.
   *
   * @param json a value
   * @param names the fields it must have; no others
   */
  Fields(@Nullable Object json, Set<String> names) {
    this(json);
    if (!object.keySet().equals(names)) {
      throw new IllegalArgumentException("Not the fields " + names);
    }
  }

  private Fields(@Nullable Object json) {
    if (!(json instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException("Not an object");
    }
    this.object = map;
  }

  /** Takes an object that may have any fields. */
  static Fields any(@Nullable Object json) {
    return new Fields(json);
  }

  Set<?> names() {
    return object.keySet();
  }

  @Nullable Object get(String name) {
    return object.get(name);
  }

  String text(String name) {
    if (object.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException(name + " is no text");
  }

  /** A whole number from 0. */
  long number(String name) {
    if (object.get(name) instanceof BigDecimal number && number.signum() >= 0) {
      return exact(number, name);
    }
    throw new IllegalArgumentException(name + " is no number from 0");
  }

  private static long exact(BigDecimal number, String name) {
    try {
      return number.longValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(name + " is no whole number", e);
    }
  }

  boolean flag(String name) {
    if (object.get(name) instanceof Boolean flag) {
      return flag;
    }
    throw new IllegalArgumentException(name + " is neither true nor false");
  }

  List<?> list(String name) {
    if (object.get(name) instanceof List<?> list) {
      return list;
    }
    throw new IllegalArgumentException(name + " is no list");
  }

  byte[] bytes(String name) {
    return Base64.getDecoder().decode(text(name));
  }
}
