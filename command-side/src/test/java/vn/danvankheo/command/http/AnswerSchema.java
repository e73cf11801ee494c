package vn.danvankheo.command.http;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Holds real answers against the documented JSON Schema, as far as documents here use it. */
final class AnswerSchema {
  private AnswerSchema() {}

  static List<String> faults(JsonNode schema, JsonNode value) {
    List<String> faults = new ArrayList<>();
    check(schema, value, "", faults);
    return faults;
  }

  private static void check(JsonNode schema, JsonNode value, String at, List<String> faults) {
    if (!isOfType(schema.path("type").asString(), value)) {
      faults.add(at + " is no " + schema.path("type").asString());
      return;
    }
    for (JsonNode required : schema.path("required")) {
      if (!value.has(required.asString())) {
        faults.add(at + "/" + required.asString() + " is missing");
      }
    }
    if (value.isObject()) {
      value
          .properties()
          .forEach(
              field -> {
                JsonNode declared = schema.path("properties").path(field.getKey());
                if (declared.isMissingNode()) {
                  faults.add(at + "/" + field.getKey() + " is not documented");
                } else {
                  check(declared, field.getValue(), at + "/" + field.getKey(), faults);
                }
              });
    }
    if (value.isArray() && schema.has("items")) {
      value.forEach(item -> check(schema.get("items"), item, at + "/-", faults));
    }
  }

  private static boolean isOfType(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isString();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      default -> true;
    };
  }
}
