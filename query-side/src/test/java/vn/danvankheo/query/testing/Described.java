package vn.danvankheo.query.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Whether an answer is what the OpenAPI document says of it: no less, and nothing unsaid. */
public final class Described {
  private final JsonNode document;

  /** By a served document. */
  public Described(JsonNode document) {
    this.document = document;
  }

  /** Fails with everything in which an answer is not as described. */
  public void check(String path, int status, JsonNode answer) {
    JsonNode schema =
        document
            .path("paths")
            .path(path)
            .path("get")
            .path("responses")
            .path(String.valueOf(status))
            .path("content")
            .path("application/json")
            .path("schema");
    assertThat(schema.isObject()).as("a schema of " + path).isTrue();
    List<String> faults = new ArrayList<>();
    check(schema, answer, "", faults);
    assertThat(faults).as(path).isEmpty();
  }

  private static void check(JsonNode schema, JsonNode value, String at, List<String> faults) {
    if (!types(schema).isEmpty() && types(schema).stream().noneMatch(type -> is(type, value))) {
      faults.add(at + " is no " + schema.get("type"));
    }
    if (schema.has("const") && !schema.get("const").equals(value)) {
      faults.add(at + " is not " + schema.get("const"));
    }
    if (schema.has("enum") && schema.get("enum").valueStream().noneMatch(value::equals)) {
      faults.add(at + " is none of " + schema.get("enum"));
    }
    schema
        .path("required")
        .forEach(
            name -> {
              if (!value.has(name.stringValue())) {
                faults.add(at + " has no " + name);
              }
            });
    if (value.isObject() && schema.has("properties")) {
      value
          .properties()
          .forEach(
              member -> {
                JsonNode described = schema.get("properties").get(member.getKey());
                if (described == null) {
                  faults.add(at + "/" + member.getKey() + " is not described");
                } else {
                  check(described, member.getValue(), at + "/" + member.getKey(), faults);
                }
              });
    }
    if (value.isArray() && schema.has("items")) {
      value.forEach(item -> check(schema.get("items"), item, at + "/-", faults));
    }
  }

  private static List<String> types(JsonNode schema) {
    JsonNode type = schema.path("type");
    return type.isArray()
        ? type.valueStream().map(JsonNode::stringValue).toList()
        : type.isString() ? List.of(type.stringValue()) : List.of();
  }

  private static boolean is(String type, JsonNode value) {
    return switch (type) {
      case "string" -> value.isString();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "array" -> value.isArray();
      case "object" -> value.isObject();
      case "null" -> value.isNull();
      default -> false;
    };
  }
}
