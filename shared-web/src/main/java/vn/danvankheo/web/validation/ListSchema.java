package vn.danvankheo.web.validation;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.events.text.VietnameseText;

/** A list of so many items. */
public final class ListSchema extends Schema {
  private final Schema item;
  private final int min;
  private final int max;
  private final @Nullable String key;

  ListSchema(Schema item, int min, int max, @Nullable String key) {
    this.item = item;
    this.min = min;
    this.max = max;
    this.key = key;
  }

  /**
   * The same, without two items alike: their folded texts differ, so that spelling and case do not
   * count.
   *
   * @param field the field of each item that must differ; empty for the items themselves
   * @return a schema
   */
  public ListSchema unique(String field) {
    return new ListSchema(item, min, max, field);
  }

  @Override
  @Nullable JsonNode clean(JsonNode node, Pointer at, Faults faults) {
    if (!node.isArray()) {
      faults.add(at, "NOT_A_LIST");
      return null;
    }
    if (node.size() < min) {
      faults.add(at, "TOO_FEW", Map.of("min", min));
    }
    if (node.size() > max) {
      faults.add(at, "TOO_MANY", Map.of("max", max));
      return null;
    }
    ArrayNode cleaned = NODES.arrayNode(node.size());
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < node.size(); i++) {
      JsonNode value = cleanItem(node.get(i), at.item(i), faults);
      if (value != null) {
        cleaned.add(value);
        checkUnique(value, at.item(i), seen, faults);
      }
    }
    return cleaned.size() == node.size() && cleaned.size() >= min ? cleaned : null;
  }

  private @Nullable JsonNode cleanItem(JsonNode value, Pointer at, Faults faults) {
    if (value.isNull()) {
      faults.add(at, "REQUIRED");
      return null;
    }
    return item.clean(value, at, faults);
  }

  private void checkUnique(JsonNode value, Pointer at, Set<String> seen, Faults faults) {
    if (key == null) {
      return;
    }
    JsonNode compared = key.isEmpty() ? value : value.path(key);
    if (!seen.add(VietnameseText.fold(compared.asString()))) {
      faults.add(key.isEmpty() ? at : at.field(key), "DUPLICATE");
    }
  }

  @Override
  boolean isEmpty(JsonNode node) {
    return node.isArray() && node.isEmpty();
  }

  @Override
  public ObjectNode describe() {
    ObjectNode schema = type("array");
    schema.set("items", item.describe());
    if (min > 0) {
      schema.put("minItems", min);
    }
    return schema.put("maxItems", max);
  }
}
