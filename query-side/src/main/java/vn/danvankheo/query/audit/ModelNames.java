package vn.danvankheo.query.audit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.events.StoredEvent;
import vn.danvankheo.query.audit.entry.AuditEntry;
import vn.danvankheo.query.serving.RecordSchema;
import vn.danvankheo.query.views.models.ModelStore;

/** Which models events are about, in words, as they are called today. */
final class ModelNames {
  private static final List<String> NAMES = List.of("code", "title");

  private final ModelStore models;
  private final String collection;

  /** Looks models up in the view's collection. */
  ModelNames(ModelStore models, String collection) {
    this.models = models;
    this.collection = collection;
  }

  /**
   * Puts code and title into the item of each entry; null into that of one about something else.
   * The models of all are looked up together.
   */
  void addTo(ArrayNode items, List<AuditEntry> entries) {
    Map<String, RawBsonDocument> found =
        models.named(
            collection,
            entries.stream()
                .map(entry -> modelId(entry.event()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    for (int i = 0; i < entries.size(); i++) {
      RawBsonDocument model = found.get(modelId(entries.get(i).event()));
      ((ObjectNode) items.get(i)).set("model", named(model));
    }
  }

  /** A takeover is its source's. */
  private static @Nullable String modelId(StoredEvent event) {
    String id = event.recorded().aggregateId();
    return switch (event.aggregateType()) {
      case "model" -> id;
      case "replication" -> id.split(":", -1)[1];
      default -> null;
    };
  }

  private static JsonNode named(@Nullable RawBsonDocument model) {
    if (model == null) {
      return JsonNodeFactory.instance.nullNode();
    }
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    NAMES.forEach(name -> node.put(name, model.getString(name).getValue()));
    return node;
  }

  /** What is put into an item. */
  static ObjectNode schema() {
    ObjectNode schema = RecordSchema.type("object");
    schema.putArray("type").add("object").add("null");
    ObjectNode properties = schema.putObject("properties");
    NAMES.forEach(name -> properties.set(name, RecordSchema.type("string")));
    return schema;
  }
}
