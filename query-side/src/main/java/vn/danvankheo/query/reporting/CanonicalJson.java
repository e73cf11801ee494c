package vn.danvankheo.query.reporting;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import vn.danvankheo.events.digest.Sha256;
import vn.danvankheo.events.fold.RecordShape;
import vn.danvankheo.events.serialization.EventJson;

/**
 * JSON by RFC 8785, so that anybody's library finds the same digest: names sorted by UTF-16 units,
 * no blanks, the shortest escapes. Numbers are integers or short decimals, written plainly, which
 * is how that rule writes them too.
 */
final class CanonicalJson {
  /** How much is written before the digest takes it. */
  private static final int PORTION = 8_192;

  private CanonicalJson() {}

  /**
   * The SHA-256 of a record as it is shown. The lists in it are written row by row: those of a
   * province have half a million, too many to hold once more.
   *
   * @param content the record
   * @return with its algorithm, such as {@code sha256:4c46…}
   */
  static String digest(Record content) {
    MessageDigest digest = Sha256.begin();
    RecordShape shape = RecordShape.of(content);
    Map<String, Object> sorted = new TreeMap<>();
    for (int i = 0; i < shape.names().size(); i++) {
      Object value = shape.value(i, content);
      if (value != null) {
        sorted.put(shape.names().get(i), value);
      }
    }
    StringBuilder json = new StringBuilder(2 * PORTION).append('{');
    String comma = "";
    for (Map.Entry<String, Object> field : sorted.entrySet()) {
      appendText(json.append(comma), field.getKey());
      json.append(':');
      if (field.getValue() instanceof List<?> rows) {
        appendRows(json, rows, digest);
      } else {
        append(json, EventJson.shown().valueToTree(field.getValue()));
      }
      comma = ",";
    }
    take(json.append('}'), digest);
    return "sha256:" + HexFormat.of().formatHex(digest.digest());
  }

  private static void appendRows(StringBuilder json, List<?> rows, MessageDigest digest) {
    json.append('[');
    String comma = "";
    for (Object row : rows) {
      append(json.append(comma), EventJson.shown().valueToTree(row));
      comma = ",";
      if (json.length() >= PORTION) {
        take(json, digest);
      }
    }
    json.append(']');
  }

  private static void take(StringBuilder json, MessageDigest digest) {
    digest.update(json.toString().getBytes(StandardCharsets.UTF_8));
    json.setLength(0);
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
