package vn.danvankheo.web.validation;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One of an enum's values. */
final class ChoiceSchema extends Schema {
  private final Set<String> allowed = new LinkedHashSet<>();

  ChoiceSchema(Class<? extends Enum<?>> values) {
    Arrays.stream(values.getEnumConstants()).map(Enum::name).forEach(allowed::add);
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
