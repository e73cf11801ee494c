package vn.danvankheo.events.serialization;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;
import vn.danvankheo.events.DomainEvent;
import vn.danvankheo.events.catalogue.EventCatalogue;
import vn.danvankheo.events.catalogue.EventType;
import vn.danvankheo.events.metadata.EventMetadata;
import vn.danvankheo.events.upcasting.UpcasterChain;
import vn.danvankheo.events.vocabulary.PersonalText;

/**
 * Events as JSON in UTF-8: components in their declared order, nulls left out, decimals plain,
 * dates and instants by ISO 8601. Reading is strict, so that a changed shape is noticed.
 */
public final class EventJson {
  private static final JsonMapper STORED = mapper(new PersonalAsObject());
  private static final JsonMapper SHOWN = mapper(new PersonalAsText());
  private static final UpcasterChain UPCASTERS = UpcasterChain.standard();

  private EventJson() {}

  /**
   * The mapper of what is stored; personal texts keep their mark.
   *
   * @return an immutable mapper
   */
  public static JsonMapper stored() {
    return STORED;
  }

  /**
   * The mapper of what is shown; personal texts are plain strings and must have been opened before.
   *
   * @return an immutable mapper that must only write
   */
  public static JsonMapper shown() {
    return SHOWN;
  }

  /**
   * Writes an event.
   *
   * @param event the event
   * @return its bytes in the newest revision
   */
  public static byte[] write(DomainEvent event) {
    return STORED.writeValueAsBytes(event);
  }

  /**
   * Writes what is stored beside an event.
   *
   * @param metadata who, why and through which request
   * @return its bytes
   */
  public static byte[] write(EventMetadata metadata) {
    return STORED.writeValueAsBytes(metadata);
  }

  /**
   * Reads a stored event and lifts it to its newest revision.
   *
   * @param type the stored name
   * @param revision the stored revision
   * @param payload the stored bytes
   * @return the event
   * @throws IllegalArgumentException when there is no such event, or the revision is a later
   *     release's
   * @throws JacksonException when the bytes are not that event
   */
  public static DomainEvent read(String type, int revision, byte[] payload) {
    EventType known = EventCatalogue.byName(type);
    if (revision == known.revision()) {
      return STORED.readValue(payload, known.eventClass());
    }
    if (revision > known.revision()) {
      throw new IllegalArgumentException(
          type + " " + revision + " was written by a later release than this one");
    }
    ObjectNode tree = (ObjectNode) STORED.readTree(payload);
    return STORED.treeToValue(
        UPCASTERS.upcast(type, revision, known.revision(), tree), known.eventClass());
  }

  private static JsonMapper mapper(StdSerializer<PersonalText> personal) {
    return JsonMapper.builder()
        .addModule(
            new SimpleModule("personal")
                .addSerializer(PersonalText.class, personal)
                .addDeserializer(PersonalText.class, new PersonalFromEither()))
        .changeDefaultPropertyInclusion(
            include -> include.withValueInclusion(JsonInclude.Include.NON_NULL))
        .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(tools.jackson.databind.MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
  }

  private static final class PersonalAsObject extends StdSerializer<PersonalText> {
    PersonalAsObject() {
      super(PersonalText.class);
    }

    @Override
    public void serialize(PersonalText value, JsonGenerator out, SerializationContext context) {
      if (value.isSealed()) {
        out.writeStartObject();
        out.writeObjectPropertyStart("sealed");
        out.writeStringProperty("key", value.key());
        out.writeStringProperty("text", value.ciphertext());
        out.writeEndObject();
        out.writeEndObject();
      } else if (value.personal()) {
        out.writeStartObject();
        out.writeStringProperty("personal", value.text());
        out.writeEndObject();
      } else {
        out.writeString(value.text());
      }
    }
  }

  private static final class PersonalAsText extends StdSerializer<PersonalText> {
    PersonalAsText() {
      super(PersonalText.class);
    }

    @Override
    public void serialize(PersonalText value, JsonGenerator out, SerializationContext context) {
      out.writeString(value.text());
    }
  }

  private static final class PersonalFromEither extends StdDeserializer<PersonalText> {
    PersonalFromEither() {
      super(PersonalText.class);
    }

    @Override
    public PersonalText deserialize(JsonParser in, DeserializationContext context) {
      JsonNode node = context.readTree(in);
      if (node.isString()) {
        return PersonalText.open(node.stringValue());
      }
      JsonNode sealed = node.get("sealed");
      return sealed == null
          ? PersonalText.of(node.get("personal").stringValue())
          : PersonalText.sealed(sealed.get("key").stringValue(), sealed.get("text").stringValue());
    }
  }
}
