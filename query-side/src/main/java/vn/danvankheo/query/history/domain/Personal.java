package vn.danvankheo.query.history.domain;

import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import tools.jackson.core.JsonPointer;
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
    eachSealed(value, (pointer, text) -> keys.add(text.key()));
  }

  /**
   * Finds all sealed texts in a stored value.
   *
   * @param value any stored value
   * @param sink takes where each is, as a JSON pointer, and the text
   */
  public static void eachSealed(JsonNode value, BiConsumer<JsonPointer, PersonalText> sink) {
    eachSealed(JsonPointer.empty(), value, sink);
  }

  private static void eachSealed(
      JsonPointer at, JsonNode value, BiConsumer<JsonPointer, PersonalText> sink) {
    if (isMarked(value)) {
      PersonalText text = text(value);
      if (text.isSealed()) {
        sink.accept(at, text);
      }
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        eachSealed(at.appendIndex(i), value.get(i), sink);
      }
    } else {
      value
          .properties()
          .forEach(field -> eachSealed(at.appendProperty(field.getKey()), field.getValue(), sink));
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
