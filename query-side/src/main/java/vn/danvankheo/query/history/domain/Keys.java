package vn.danvankheo.query.history.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.danvankheo.events.vocabulary.PersonalText;

/** How the items of lists are told from each other, and JSON Pointers are written with that. */
final class Keys {
  /** The lists of things, and the field that names an item of them. */
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("terms", "year"),
          Map.entry("objectives", "indicator"),
          Map.entry("progressReports", "period"),
          Map.entry("results", "indicator"),
          Map.entry("inspections", "no"),
          Map.entry("scores", "criterion"),
          Map.entry("findings", "no"),
          Map.entry("recognitions", "level"),
          Map.entry("exemplars", "level"),
          Map.entry("commendations", "no"),
          Map.entry("recipients", "name"),
          Map.entry("replicas", "id"),
          Map.entry("legalBases", "code"),
          Map.entry("focusTasks", "code"),
          Map.entry("criteria", "code"),
          Map.entry("ratings", "rating"),
          Map.entry("entitledIssuers", "form"),
          Map.entry("texts", "section"),
          Map.entry("names", "from"),
          Map.entry("places", "from"));

  /** Lists of things without a key, told by their place from 1. */
  private static final List<String> BY_PLACE =
      List.of("team", "representatives", "returns", "rejections", "reminders");

  private Keys() {}

  /** Whether what follows a name in a path is an item's key. */
  static boolean isList(String name) {
    return FIELDS.containsKey(name) || BY_PLACE.contains(name);
  }

  static String child(String path, String key) {
    return path + '/' + key.replace("~", "~0").replace("/", "~1");
  }

  /** The steps of a path. */
  static List<String> steps(String path) {
    List<String> steps = new ArrayList<>();
    for (String step : path.substring(Math.min(1, path.length())).split("/", -1)) {
      steps.add(step.replace("~1", "/").replace("~0", "~"));
    }
    return steps;
  }

  static boolean isPlainList(JsonNode node) {
    return node.isArray() && node.valueStream().noneMatch(JsonNode::isContainer);
  }

  /**
   * Takes a thing, or a list of things, apart under the names that it is compared by. They depend
   * on it alone, so that a path means the same in every version.
   */
  static Map<String, JsonNode> parts(String name, @Nullable JsonNode node) {
    Map<String, JsonNode> parts = new LinkedHashMap<>();
    if (node != null && node.isObject()) {
      node.properties().forEach(field -> parts.put(field.getKey(), field.getValue()));
    } else if (node != null) {
      for (JsonNode item : node) {
        put(key(name, field -> text(item.get(field))), item, parts);
      }
    }
    return parts;
  }

  /** A list of things taken apart in the same way before they are made JSON. */
  static Map<String, Object> items(String name, List<?> things) {
    Map<String, Object> items = new LinkedHashMap<>();
    for (Object thing : things) {
      put(key(name, field -> text(Shapes.field((Record) thing, field))), thing, items);
    }
    return items;
  }

  /** An item without a key has its place in the list, from 1. */
  private static <T> void put(Optional<String> key, T item, Map<String, T> items) {
    String wanted = key.orElse(Integer.toString(items.size() + 1));
    String free = wanted;
    for (int again = 2; items.containsKey(free); again++) {
      free = wanted + " (" + again + ")";
    }
    items.put(free, item);
  }

  private static Optional<String> key(String name, Function<String, @Nullable String> item) {
    String field = FIELDS.get(name);
    String key = field == null ? null : item.apply(field);
    if (key == null || item.apply("correctedBy") == null) {
      return Optional.ofNullable(key);
    }
    return Optional.of(key + " (" + item.apply("no") + ")");
  }

  private static @Nullable String text(@Nullable JsonNode value) {
    return value == null || !value.isValueNode() ? null : value.asString();
  }

  /** The same of what is not JSON yet. A personal text is no key: paths are in the open. */
  private static @Nullable String text(@Nullable Object value) {
    if (value instanceof PersonalText text) {
      return text.personal() || text.isSealed() ? null : text.text();
    }
    return value == null || value instanceof Record || value instanceof Collection
        ? null
        : value.toString();
  }
}
