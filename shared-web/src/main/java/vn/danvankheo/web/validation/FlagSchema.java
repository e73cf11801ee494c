package vn.danvankheo.web.validation;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** True or false. */
final class FlagSchema extends Schema {
  @Override
  @Nullable JsonNode clean(JsonNode node, Pointer at, Faults faults) {
    if (node.isBoolean()) {
      return node;
    }
    faults.add(at, "NOT_A_FLAG");
    return null;
  }

  @Override
  public ObjectNode describe() {
    return type("boolean");
  }
}
