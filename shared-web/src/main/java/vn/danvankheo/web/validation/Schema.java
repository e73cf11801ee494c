package vn.danvankheo.web.validation;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a value of a body must be. The same schema checks values and describes itself. */
public abstract class Schema {
  static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  Schema() {}

  /**
   * Checks a value and cleans it.
   *
   * @param node the value; never null, never JSON's null
   * @param at where it stands
   * @param faults takes everything that is wrong
   * @return the cleaned value; null when something is wrong, or when it is as good as absent
   */
  abstract @Nullable JsonNode clean(JsonNode node, Pointer at, Faults faults);

  /**
   * This schema as JSON Schema 2020-12.
   *
   * @return a tree of its own
   */
  public abstract ObjectNode describe();

  /** Whether an empty value of it means that there is none. */
  boolean isEmpty(JsonNode node) {
    return false;
  }

  static ObjectNode type(String type) {
    return NODES.objectNode().put("type", type);
  }
}
