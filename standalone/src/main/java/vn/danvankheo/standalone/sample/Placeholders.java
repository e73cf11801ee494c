package vn.danvankheo.standalone.sample;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fills in what the files cannot know: {@code {name}} stands for an id or a secret, {@code
 * today+15} for a day.
 */
final class Placeholders {
  private static final Pattern NAME = Pattern.compile("\\{([a-z0-9-]+)}");
  private static final Pattern DAY = Pattern.compile("today([+-]\\d+)");

  private final LocalDate today;
  private final Map<String, String> values = new HashMap<>();

  Placeholders(LocalDate today) {
    this.today = today;
  }

  void put(String name, String value) {
    values.put(name, value);
  }

  String inPath(String path) {
    return NAME.matcher(path).replaceAll(match -> Matcher.quoteReplacement(value(match.group(1))));
  }

  JsonNode inBody(JsonNode body) {
    if (body instanceof ObjectNode object) {
      ObjectNode filled = JsonNodeFactory.instance.objectNode();
      object.properties().forEach(field -> filled.set(field.getKey(), inBody(field.getValue())));
      return filled;
    }
    if (body instanceof ArrayNode array) {
      ArrayNode filled = JsonNodeFactory.instance.arrayNode();
      array.forEach(item -> filled.add(inBody(item)));
      return filled;
    }
    return body.isString() ? JsonNodeFactory.instance.stringNode(text(body.asString())) : body;
  }

  /** Whether the body differs from one day to the next. */
  static boolean dependOnDay(JsonNode body) {
    return body.isString()
        ? DAY.matcher(body.asString()).matches()
        : body.valueStream().anyMatch(Placeholders::dependOnDay);
  }

  private String text(String text) {
    Matcher day = DAY.matcher(text);
    if (day.matches()) {
      return today.plusDays(Long.parseLong(day.group(1))).toString();
    }
    Matcher name = NAME.matcher(text);
    return name.matches() ? value(name.group(1)) : text;
  }

  private String value(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("The sample data use {" + name + "} before it is known");
    }
    return value;
  }
}
