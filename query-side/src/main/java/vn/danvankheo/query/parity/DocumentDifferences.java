package vn.danvankheo.query.parity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.events.serialization.EventJson;
import vn.danvankheo.query.history.domain.Personal;
import vn.danvankheo.query.mongo.PackedDocument;

/**
 * In which fields two documents differ. What is packed, or kept as a text of JSON, is looked into.
 * Values are for the eyes of an administrator, who may not see personal ones.
 */
public final class DocumentDifferences {
  /** What is shown in place of a personal value. */
  static final String HIDDEN = "•••";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int LONGEST = 200;

  /** Search keys, which are made from texts and may have words of names in them. */
  private static final Set<String> KEYS_FROM_TEXTS = Set.of("_words", "_numbers", "_values");

  private final String part;
  private final String id;
  private final List<Difference> found = new ArrayList<>();

  private DocumentDifferences(String part, String id) {
    this.part = part;
    this.id = id;
  }

  /**
   * Tells two documents apart.
   *
   * @param part the further collection that they lie in; empty for the view's own
   * @param id their id
   * @param old the one that is served; of any BSON types, since somebody may have written by hand
   * @param now what belongs there, or is going to
   * @return none when the documents only look different: packed in another way
   */
  public static List<Difference> between(
      String part, String id, BsonDocument old, BsonDocument now) {
    DocumentDifferences differences = new DocumentDifferences(part, id);
    differences.compare("", false, object(old), object(now));
    return differences.found;
  }

  private void compare(
      String path, boolean hidden, @Nullable JsonNode old, @Nullable JsonNode now) {
    if (old != null && old.equals(now)) {
      return;
    }
    boolean personal = isPersonal(old) || isPersonal(now);
    if (!personal && old != null && now != null && old.isObject() && now.isObject()) {
      fields(path, hidden, old, now);
    } else if (old != null && now != null && old.isArray() && now.isArray()) {
      items(path, hidden, old, now);
    } else {
      // What stands in place of a personal value may be a name that somebody wrote in clear.
      boolean hide = hidden || personal;
      found.add(new Difference(part, id, path, shown(hide, old), shown(hide, now)));
    }
  }

  private static boolean isPersonal(@Nullable JsonNode value) {
    return value != null && Personal.isMarked(value);
  }

  private void fields(String path, boolean hidden, JsonNode old, JsonNode now) {
    Set<String> names = new LinkedHashSet<>(old.propertyNames());
    names.addAll(now.propertyNames());
    for (String name : names) {
      boolean within = hidden || KEYS_FROM_TEXTS.contains(name);
      compare(
          path + JsonPointer.empty().appendProperty(name), within, old.get(name), now.get(name));
    }
  }

  private void items(String path, boolean hidden, JsonNode old, JsonNode now) {
    for (int i = 0; i < Math.max(old.size(), now.size()); i++) {
      compare(path + '/' + i, hidden, old.get(i), now.get(i));
    }
  }

  private static @Nullable Object shown(boolean hidden, @Nullable JsonNode value) {
    if (value == null || value.isNull()) {
      return null;
    }
    if (hidden) {
      return HIDDEN;
    }
    JsonNode shown = Personal.shown(value, personal -> HIDDEN);
    if (shown.isBoolean()) {
      return shown.booleanValue();
    }
    if (shown.isNumber()) {
      return shown.numberValue();
    }
    String text = shown.isString() ? shown.stringValue() : shown.toString();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + '…';
  }

  private static ObjectNode object(BsonDocument document) {
    ObjectNode object = NODES.objectNode();
    document.forEach((name, value) -> object.set(name, node(value)));
    return object;
  }

  private static JsonNode node(BsonValue value) {
    return switch (value.getBsonType()) {
      case STRING -> text(value.asString().getValue());
      case DOUBLE -> NODES.numberNode(value.asDouble().getValue());
      case INT32, INT64 -> NODES.numberNode(value.asNumber().longValue());
      case DECIMAL128 -> decimal(value.asDecimal128().getValue());
      case BOOLEAN -> NODES.booleanNode(value.asBoolean().getValue());
      case DATE_TIME ->
          NODES.stringNode(Instant.ofEpochMilli(value.asDateTime().getValue()).toString());
      case NULL -> NODES.nullNode();
      case BINARY -> packed(value.asBinary());
      case ARRAY -> {
        ArrayNode array = NODES.arrayNode();
        value.asArray().forEach(item -> array.add(node(item)));
        yield array;
      }
      case DOCUMENT -> object(value.asDocument());
      default -> NODES.stringNode(value.toString());
    };
  }

  private static JsonNode decimal(Decimal128 value) {
    return value.isFinite()
        ? NODES.numberNode(value.bigDecimalValue())
        : NODES.stringNode(value.toString());
  }

  private static JsonNode packed(BsonBinary binary) {
    try {
      return object(PackedDocument.unpack(binary));
    } catch (RuntimeException broken) {
      // Whatever somebody wrote there by hand differs from what belongs there.
      return NODES.binaryNode(binary.getData());
    }
  }

  private static JsonNode text(String text) {
    if (text.startsWith("{") || text.startsWith("[")) {
      try {
        return EventJson.stored().readTree(text);
      } catch (JacksonException isWords) {
        return NODES.stringNode(text);
      }
    }
    return NODES.stringNode(text);
  }
}
