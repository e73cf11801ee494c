package vn.danvankheo.query.history.domain;

import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;
import vn.danvankheo.events.vocabulary.PersonalText;

/** Personal texts in stored values: marked there, and turned into words only when answered. */
public final class Personal {
  private static final String OPEN = "personal";
  private static final String SEALED = "sealed";

  private Personal() {}

  /**
   * Whether a value is a personal text.
   *
   * @param value a stored value
   * @return true when it is marked so, sealed or not
   */
  public static boolean isMarked(JsonNode value) {
    return value.isObject()
        && value.size() == 1
        && (value.path(OPEN).isString() || value.path(SEALED).isObject());
  }

  /**
   * Finds the keys of all sealed texts in a stored value, to be asked of the opener together.
   *
   * @param value any stored value
   * @param keys takes their ids
   */
  public static void collectKeys(JsonNode value, Set<String> keys) {
    if (isMarked(value)) {
      String key = text(value).key();
      if (key != null) {
        keys.add(key);
      }
    } else {
      value.forEach(inner -> collectKeys(inner, keys));
    }
  }

  /**
   * A stored value as it is shown: the only place where personal texts become words.
   *
   * @param value any stored value; stays as it is
   * @param words gives the words of each, as the opener does
   * @return the same with words in place of marks
   */
  public static JsonNode shown(JsonNode value, Function<PersonalText, String> words) {
    if (isMarked(value)) {
      return StringNode.valueOf(words.apply(text(value)));
    }
    if (value.isObject()) {
      ObjectNode shown = JsonNodeFactory.instance.objectNode();
      value
          .properties()
          .forEach(field -> shown.set(field.getKey(), shown(field.getValue(), words)));
      return shown;
    }
    if (value.isArray()) {
      ArrayNode shown = JsonNodeFactory.instance.arrayNode();
      value.forEach(item -> shown.add(shown(item, words)));
      return shown;
    }
    return value;
  }

  private static PersonalText text(JsonNode marked) {
    JsonNode sealed = marked.get(SEALED);
    return sealed == null
        ? PersonalText.of(marked.get(OPEN).stringValue())
        : PersonalText.sealed(sealed.get("key").stringValue(), sealed.get("text").stringValue());
  }
}
