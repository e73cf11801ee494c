package vn.danvankheo.web.validation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One of some codes. */
final class ChoiceSchema extends Schema {
  private final List<String> allowed;

  ChoiceSchema(List<String> allowed) {
    this.allowed = List.copyOf(allowed);
  }

  @Override
  @Nullable JsonNode clean(JsonNode node, Pointer at, Faults faults) {
    if (node.isString() && allowed.contains(node.stringValue())) {
      return node;
    }
    faults.add(at, "NOT_ALLOWED", Map.of("allowed", String.join(", ", allowed)));
    return null;
  }

  @Override
  public ObjectNode describe() {
    ObjectNode schema = type("string");
    ArrayNode values = schema.putArray("enum");
    allowed.forEach(values::add);
    return schema;
  }
}
