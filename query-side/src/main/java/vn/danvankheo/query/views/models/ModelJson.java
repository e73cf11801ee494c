package vn.danvankheo.query.views.models;

import java.io.ByteArrayOutputStream;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.events.model.ModelForm;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.query.mongo.DocumentJson;
import vn.danvankheo.query.serving.RecordSchema;

/** Models as they are answered. */
final class ModelJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Function<String, @Nullable String> unitName;
  private final Function<PersonalText, String> words;

  /**
   * Writes models with their units' names.
   *
   * @param unitName finds a unit's name
   * @param words gives the words of personal texts
   */
  ModelJson(Function<String, @Nullable String> unitName, Function<PersonalText, String> words) {
    this.unitName = unitName;
    this.words = words;
  }

  /** The whole model. */
  byte[] whole(RawBsonDocument model) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(8_192);
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      out.writeStartObject();
      DocumentJson.writeFields(model, words, out);
      writeUnitName(model, out);
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }

  /** A model as it stood, as the view would have it. */
  static RawBsonDocument document(ModelState model) {
    return new RawBsonDocument(ModelDocument.of(model), new BsonDocumentCodec());
  }

  /** An item of a list: counts in place of lists. */
  void item(RawBsonDocument model, JsonGenerator out) {
    out.writeStartObject();
    DocumentJson.writeFields(model, words, out);
    out.writeName("terms");
    DocumentJson.writeValue(model.get("_terms"), out);
    BsonDocument counts = model.getDocument("_counts");
    counts.forEach(
        (name, count) -> {
          out.writeName(name);
          DocumentJson.writeValue(count, out);
        });
    writeUnitName(model, out);
    out.writeEndObject();
  }

  private void writeUnitName(RawBsonDocument model, JsonGenerator out) {
    String name = unitName.apply(model.getString("unitCode").getValue());
    if (name != null) {
      out.writeStringProperty("unitName", name);
    }
  }

  /** What the whole model is answered as. */
  static ObjectNode schema() {
    ObjectNode schema = RecordSchema.of(ModelState.class);
    ObjectNode properties = (ObjectNode) schema.get("properties");
    properties.remove("form");
    properties.setAll((ObjectNode) RecordSchema.of(ModelForm.class).get("properties"));
    properties.set("status", RecordSchema.type("string"));
    properties.set("unitName", RecordSchema.type("string"));
    return schema;
  }
}
