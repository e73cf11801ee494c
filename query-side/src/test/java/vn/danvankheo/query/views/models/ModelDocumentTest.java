package vn.danvankheo.query.views.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.danvankheo.events.StoredEvent;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.serialization.EventJson;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.query.mongo.DocumentJson;
import vn.danvankheo.query.testing.ModelEvents;
import vn.danvankheo.query.testing.Streams;

class ModelDocumentTest {
  private static final List<ModelEvent> LIFE =
      ModelEvents.life("DVK-2024-0001", ModelEvents.TITLE, "VP", 2024);

  @Test
  void theStateComesBackAtEveryStep() {
    ModelsProjection projection = new ModelsProjection();
    ModelState state = null;
    for (StoredEvent event : Streams.stored("m-1", LIFE)) {
      state = projection.fold(state, event);
      ModelState again = projection.state(projection.document(state));
      assertThat(projection.document(again)).isEqualTo(projection.document(state));
      assertThat(again.terms()).isEqualTo(state.terms());
      assertThat(again.form().title()).isEqualTo(state.form().title());
      assertThat(again.form().subjectName()).isEqualTo(state.form().subjectName());
      assertThat(again.form().contactPhone()).isEqualTo(state.form().contactPhone());
      assertThat(again.form().contactPhone().personal()).isTrue();
      assertThat(again.updatedAt()).isEqualTo(state.updatedAt().truncatedTo(ChronoUnit.MILLIS));
    }
  }

  @Test
  void isShownAsTheStateIs() {
    ModelsProjection projection = new ModelsProjection();
    ModelState state = null;
    for (StoredEvent event : Streams.stored("m-1", LIFE)) {
      state = projection.fold(state, event);
    }
    StringWriter text = new StringWriter();
    BsonDocument document = projection.document(state);
    try (JsonGenerator out = JsonMapper.shared().createGenerator(text)) {
      out.writeStartObject();
      DocumentJson.writeFields(
          new RawBsonDocument(document, new BsonDocumentCodec()), PersonalText::text, out);
      out.writeEndObject();
    }
    JsonNode shown = JsonMapper.shared().readTree(text.toString());
    JsonNode plain = JsonMapper.shared().readTree(EventJson.shown().writeValueAsString(state));
    assertThat(shown.get("terms")).isEqualTo(plain.get("terms"));
    plain
        .get("form")
        .properties()
        .forEach(field -> assertThat(shown.get(field.getKey())).isEqualTo(field.getValue()));
    assertThat(shown.get("createdAt").stringValue()).isEqualTo("2024-03-01T01:00:01.123Z");
    assertThat(shown.propertyNames()).noneMatch(name -> name.startsWith("_"));
  }
}
