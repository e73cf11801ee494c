package vn.danvankheo.query.history.domain;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The difference of two documents by RFC 6902. */
public final class JsonPatch {
  private final ArrayNode operations = JsonNodeFactory.instance.arrayNode();

  private JsonPatch() {}

  /**
   * Tells two documents apart.
   *
   * @param before the old one
   * @param after the new one
   * @return operations that, applied in their order to the old, give the new
   */
  public static ArrayNode between(JsonNode before, JsonNode after) {
    JsonPatch patch = new JsonPatch();
    patch.compare("", before, after);
    return patch.operations;
  }

  private void compare(String path, JsonNode before, JsonNode after) {
    if (before.equals(after)) {
      return;
    }
    if (before.isObject() && after.isObject()) {
      objects(path, before, after);
    } else if (before.isArray() && after.isArray()) {
      arrays(path, before, after);
    } else {
      operation("replace", path).set("value", after);
    }
  }

  private void objects(String path, JsonNode before, JsonNode after) {
    for (String name : before.propertyNames()) {
      if (after.has(name)) {
        compare(Keys.child(path, name), before.get(name), after.get(name));
      } else {
        operation("remove", Keys.child(path, name));
      }
    }
    for (String name : after.propertyNames()) {
      if (!before.has(name)) {
        operation("add", Keys.child(path, name)).set("value", after.get(name));
      }
    }
  }

  /** From the end, so that the places of those before stay true. */
  private void arrays(String path, JsonNode before, JsonNode after) {
    for (int i = before.size() - 1; i >= after.size(); i--) {
      operation("remove", path + '/' + i);
    }
    for (int i = 0; i < after.size(); i++) {
      if (i < before.size()) {
        compare(path + '/' + i, before.get(i), after.get(i));
      } else {
        operation("add", path + "/-").set("value", after.get(i));
      }
    }
  }

  private ObjectNode operation(String name, String path) {
    return operations.addObject().put("op", name).put("path", path);
  }
}
