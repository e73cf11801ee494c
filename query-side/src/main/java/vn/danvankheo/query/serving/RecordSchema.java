package vn.danvankheo.query.serving;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.events.vocabulary.PersonalText;

/** The JSON Schema of what records are answered as. */
public final class RecordSchema {
  private RecordSchema() {}

  /**
   * Describes a record.
   *
   * @param type the record's class
   * @return a tree of its own
   */
  public static ObjectNode of(Class<? extends Record> type) {
    ObjectNode schema = type("object");
    ObjectNode properties = schema.putObject("properties");
    for (RecordComponent component : type.getRecordComponents()) {
      properties.set(component.getName(), of(component.getGenericType()));
    }
    return schema;
  }

  /**
   * Describes a page of a list.
   *
   * @param item what its items are
   * @return a tree of its own
   */
  public static ObjectNode page(ObjectNode item) {
    ObjectNode schema = type("object");
    ObjectNode properties = schema.putObject("properties");
    properties.set("items", listOf(item));
    properties.putObject("nextCursor").putArray("type").add("string").add("null");
    properties.set("total", type("integer"));
    schema.putArray("required").add("items").add("nextCursor").add("total");
    return schema;
  }

  /**
   * Describes a list.
   *
   * @param item what its items are
   * @return a tree of its own
   */
  public static ObjectNode listOf(ObjectNode item) {
    ObjectNode list = type("array");
    list.set("items", item);
    return list;
  }

  /**
   * A schema of a plain type.
   *
   * @param type as JSON Schema calls it
   * @return a tree of its own
   */
  public static ObjectNode type(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type);
  }

  private static ObjectNode of(Type type) {
    if (type instanceof ParameterizedType list) {
      if (Collection.class.isAssignableFrom((Class<?>) list.getRawType())) {
        return listOf(of(list.getActualTypeArguments()[0]));
      }
      return type("object");
    }
    return ofClass((Class<?>) type);
  }

  private static ObjectNode ofClass(Class<?> type) {
    if (type.isRecord() && type != PersonalText.class) {
      return of(type.asSubclass(Record.class));
    }
    if (type.isEnum()) {
      ObjectNode choice = type("string");
      for (Object value : type.getEnumConstants()) {
        choice.withArrayProperty("enum").add(((Enum<?>) value).name());
      }
      return choice;
    }
    if (type == LocalDate.class) {
      return type("string").put("format", "date");
    }
    if (type == Instant.class) {
      return type("string").put("format", "date-time");
    }
    if (type == boolean.class || type == Boolean.class) {
      return type("boolean");
    }
    if (type == BigDecimal.class) {
      return type("number");
    }
    return type(type.isPrimitive() || Number.class.isAssignableFrom(type) ? "integer" : "string");
  }
}
