package vn.danvankheo.query.reporting;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * JSON by RFC 8785, so that anybody's library finds the same digest: names sorted by UTF-16 units,
 * no blanks, the shortest escapes. Numbers are integers or short decimals, written plainly, which
 * is how that rule writes them too.
 */
final class CanonicalJson {
  private CanonicalJson() {}

  static byte[] bytes(JsonNode tree) {
    StringBuilder json = new StringBuilder(65_536);
    append(json, tree);
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void append(StringBuilder json, JsonNode node) {
    if (node.isObject()) {
      Map<String, JsonNode> sorted = new TreeMap<>();
      node.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
      json.append('{');
      String comma = "";
      for (Map.Entry<String, JsonNode> field : sorted.entrySet()) {
        json.append(comma);
        appendText(json, field.getKey());
        append(json.append(':'), field.getValue());
        comma = ",";
      }
      json.append('}');
    } else if (node.isArray()) {
      json.append('[');
      String comma = "";
      for (JsonNode item : node) {
        append(json.append(comma), item);
        comma = ",";
      }
      json.append(']');
    } else if (node.isString()) {
      appendText(json, node.stringValue());
    } else if (node.isIntegralNumber()) {
      json.append(node.bigIntegerValue());
    } else if (node.isNumber()) {
      json.append(plain(node));
    } else {
      json.append(node);
    }
  }

  private static String plain(JsonNode number) {
    BigDecimal stripped = number.decimalValue().stripTrailingZeros();
    return stripped.toPlainString();
  }

  private static void appendText(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\b' -> json.append("\\b");
        case '\t' -> json.append("\\t");
        case '\n' -> json.append("\\n");
        case '\f' -> json.append("\\f");
        case '\r' -> json.append("\\r");
        default -> {
          if (c < ' ') {
            json.append("\\u00").append(Character.forDigit(c >> 4, 16));
            json.append(Character.forDigit(c & 15, 16));
          } else {
            json.append(c);
          }
        }
      }
    }
    json.append('"');
  }
}
