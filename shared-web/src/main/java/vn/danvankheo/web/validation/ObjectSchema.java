package vn.danvankheo.web.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.web.problem.ProblemCode;

/**
 * An object of declared fields; any other is a fault. An optional field that is null or empty is as
 * good as absent; in a {@linkplain #patch() merge patch} it is cleared.
 */
public final class ObjectSchema extends Schema {
  private final Map<String, Property> properties;
  private final List<Rule> rules;
  private final boolean patch;

  ObjectSchema() {
    this(Map.of(), List.of(), false);
  }

  private ObjectSchema(Map<String, Property> properties, List<Rule> rules, boolean patch) {
    this.properties = properties;
    this.rules = rules;
    this.patch = patch;
  }

  /**
   * With a field that must be there.
   *
   * @param name its name
   * @param schema what it must be
   * @return a larger schema
   */
  public ObjectSchema required(String name, Schema schema) {
    return with(name, new Property(schema, true, false, null));
  }

  /**
   * With a field that may be there.
   *
   * @param name its name
   * @param schema what it must be
   * @return a larger schema
   */
  public ObjectSchema optional(String name, Schema schema) {
    return with(name, new Property(schema, false, false, null));
  }

  /**
   * With a field that may be there; null clears it and stays in the cleaned object.
   *
   * @param name its name
   * @param schema what it must be
   * @return a larger schema
   */
  public ObjectSchema clearable(String name, Schema schema) {
    return with(name, new Property(schema, false, true, null));
  }

  /**
   * With a list that is empty when it is not there.
   *
   * @param name its name
   * @param schema what it must be
   * @return a larger schema
   */
  public ObjectSchema orEmpty(String name, ListSchema schema) {
    return with(name, new Property(schema, false, false, NODES.arrayNode()));
  }

  /**
   * With a flag that has a value when it is not there.
   *
   * @param name its name
   * @param whenAbsent its value then
   * @return a larger schema
   */
  public ObjectSchema flag(String name, boolean whenAbsent) {
    return with(name, new Property(new FlagSchema(), false, false, NODES.booleanNode(whenAbsent)));
  }

  /**
   * With a rule about several fields.
   *
   * @param rule sees only the fields that are right by themselves
   * @return a stricter schema
   */
  public ObjectSchema rule(Rule rule) {
    List<Rule> more = new ArrayList<>(rules);
    more.add(rule);
    return new ObjectSchema(properties, more, patch);
  }

  /**
   * The same as a JSON merge patch: every field may be missing; null clears one that need not be
   * there. What is cleared stays in the cleaned object as JSON's null.
   *
   * @return a schema
   */
  public ObjectSchema patch() {
    return new ObjectSchema(properties, rules, true);
  }

  /**
   * Checks a whole body.
   *
   * @param body any JSON value
   * @return the cleaned body: declared fields alone, texts in NFC and trimmed
   * @throws vn.danvankheo.web.problem.ProblemException 422 with every fault
   */
  public ObjectNode check(JsonNode body) {
    Faults faults = new Faults();
    JsonNode cleaned = clean(body, Pointer.ROOT, faults);
    if (cleaned == null || faults.count() > 0) {
      throw ProblemCode.INVALID_FIELDS.problem(faults.list()).exception();
    }
    return (ObjectNode) cleaned;
  }

  @Override
  @Nullable JsonNode clean(JsonNode node, Pointer at, Faults faults) {
    if (!node.isObject()) {
      faults.add(at, "NOT_AN_OBJECT");
      return null;
    }
    int before = faults.count();
    ObjectNode cleaned = NODES.objectNode();
    for (Map.Entry<String, Property> declared : properties.entrySet()) {
      String name = declared.getKey();
      JsonNode value = cleanField(declared.getValue(), node.get(name), at.field(name), faults);
      if (value != null) {
        cleaned.set(name, value);
      }
    }
    for (String name : node.propertyNames()) {
      if (!properties.containsKey(name)) {
        faults.add(at.field(name), "UNKNOWN_FIELD");
      }
    }
    rules.forEach(rule -> rule.check(cleaned, at, faults));
    return faults.count() == before ? cleaned : null;
  }

  private @Nullable JsonNode cleanField(
      Property property, @Nullable JsonNode value, Pointer at, Faults faults) {
    if (value == null) {
      if (property.required && !patch) {
        faults.add(at, "REQUIRED");
      }
      return patch ? null : property.absent;
    }
    boolean nothing = value.isNull() || (!property.required && property.schema.isEmpty(value));
    if (!nothing) {
      return property.schema.clean(value, at, faults);
    }
    if (property.required) {
      faults.add(at, "REQUIRED");
      return null;
    }
    return isClearable(property) ? NODES.nullNode() : property.absent;
  }

  private boolean isClearable(Property property) {
    return property.clearable || (patch && !property.required);
  }

  @Override
  public ObjectNode describe() {
    ObjectNode schema = type("object");
    ObjectNode fields = schema.putObject("properties");
    ArrayNode required = NODES.arrayNode();
    properties.forEach(
        (name, property) -> {
          ObjectNode field = property.schema.describe();
          if (isClearable(property)) {
            allowNull(field);
          }
          fields.set(name, field);
          if (property.required && !patch) {
            required.add(name);
          }
        });
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    return schema.put("additionalProperties", false);
  }

  private static void allowNull(ObjectNode field) {
    String type = field.get("type").stringValue();
    field.putArray("type").add(type).add("null");
    if (field.get("enum") instanceof ArrayNode values) {
      values.addNull();
    }
  }

  private ObjectSchema with(String name, Property property) {
    Map<String, Property> more = new LinkedHashMap<>(properties);
    more.put(name, property);
    return new ObjectSchema(more, rules, patch);
  }

  /** A rule about several fields of one object. */
  @FunctionalInterface
  public interface Rule {
    /**
     * Checks.
     *
     * @param cleaned the fields that are right by themselves; others are missing
     * @param at where the object stands
     * @param faults takes what is wrong
     */
    void check(ObjectNode cleaned, Pointer at, Faults faults);
  }

  private record Property(
      Schema schema, boolean required, boolean clearable, @Nullable JsonNode absent) {}
}
