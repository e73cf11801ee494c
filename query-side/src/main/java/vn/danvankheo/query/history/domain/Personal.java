package vn.danvankheo.query.history.domain;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Personal texts in stored values: marked there, and turned into words only when answered. */
public final class Personal {
  private static final String OPEN = "personal";
  private static final String SEALED = "sealed";

  private Personal() {}

  /**
   * Whether a value is a personal text.
   *
   * @param value a stored value
   * @return true when it is marked so
   */
  public static boolean isMarked(JsonNode value) {
    return value.isObject()
        && value.size() == 1
        && (value.path(OPEN).isString() || value.path(SEALED).isObject());
  }

  /**
   * A stored value as it is shown: the only place where personal texts become words.
   *
   * @param value any stored value; stays as it is
   * @return the same with words in place of marks
   */
  public static JsonNode shown(JsonNode value) {
    if (isMarked(value)) {
      return value.path(OPEN);
    }
    if (value.isObject()) {
      ObjectNode shown = JsonNodeFactory.instance.objectNode();
      value.properties().forEach(field -> shown.set(field.getKey(), shown(field.getValue())));
      return shown;
    }
    if (value.isArray()) {
      ArrayNode shown = JsonNodeFactory.instance.arrayNode();
      value.forEach(item -> shown.add(shown(item)));
      return shown;
    }
    return value;
  }
}
