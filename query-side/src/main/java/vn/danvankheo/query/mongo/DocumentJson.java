package vn.danvankheo.query.mongo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.function.Function;
import org.bson.BsonBinaryReader;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import tools.jackson.core.JsonGenerator;
import vn.danvankheo.events.vocabulary.PersonalText;

/**
 * Writes view documents as the JSON that is answered, without making objects of them: {@code _id}
 * is {@code id}, other fields with a leading underscore are technical and left out, personal texts
 * are plain, instants have milliseconds. Sealed texts are opened by whoever asks for it.
 */
public final class DocumentJson {
  /** The one field of a document that stands for a personal text. */
  static final String PERSONAL = "personal";

  /** The one field of a document that stands for a sealed personal text. */
  static final String SEALED = "sealed";

  private static final Function<PersonalText, String> OPEN = PersonalText::text;

  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private DocumentJson() {}

  /**
   * Writes a document's fields into an object that is open already.
   *
   * @param document as it came from the store
   * @param words gives the words of its personal texts
   * @param out where to
   */
  public static void writeFields(
      RawBsonDocument document, Function<PersonalText, String> words, JsonGenerator out) {
    try (BsonReader reader = new BsonBinaryReader(document.getByteBuffer().asNIO())) {
      reader.readStartDocument();
      fields(reader, words, out);
      reader.readEndDocument();
    }
  }

  /**
   * Finds the keys of all sealed texts in a document.
   *
   * @param document as it came from the store
   * @param keys takes their ids
   */
  public static void collectKeys(RawBsonDocument document, Set<String> keys) {
    try (BsonReader reader = new BsonBinaryReader(document.getByteBuffer().asNIO())) {
      collect(reader, keys);
    }
  }

  private static void collect(BsonReader reader, Set<String> keys) {
    reader.readStartDocument();
    while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
      boolean sealed = SEALED.equals(reader.readName());
      if (sealed && reader.getCurrentBsonType() == BsonType.DOCUMENT) {
        keys.add(sealed(reader).key());
      } else {
        collectFromValue(reader, keys);
      }
    }
    reader.readEndDocument();
  }

  private static void collectFromValue(BsonReader reader, Set<String> keys) {
    if (reader.getCurrentBsonType() == BsonType.DOCUMENT) {
      collect(reader, keys);
    } else if (reader.getCurrentBsonType() == BsonType.ARRAY) {
      reader.readStartArray();
      while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
        collectFromValue(reader, keys);
      }
      reader.readEndArray();
    } else {
      reader.skipValue();
    }
  }

  /**
   * A personal text from the document that stands for it.
   *
   * @param document the value of a field
   * @return the text, sealed or not
   */
  public static PersonalText personal(BsonDocument document) {
    if (document.containsKey(SEALED)) {
      BsonDocument sealed = document.getDocument(SEALED);
      return PersonalText.sealed(
          sealed.getString("key").getValue(), sealed.getString("text").getValue());
    }
    return PersonalText.of(document.getString(PERSONAL).getValue());
  }

  /** Reads what stands under {@link #SEALED}. */
  static PersonalText sealed(BsonReader reader) {
    reader.readStartDocument();
    PersonalText text = PersonalText.sealed(reader.readString("key"), reader.readString("text"));
    reader.readEndDocument();
    return text;
  }

  /**
   * Writes any value of a document that has no sealed text.
   *
   * @param value the value
   * @param out where to
   */
  public static void writeValue(BsonValue value, JsonGenerator out) {
    try (BsonReader reader = new BsonDocumentReader(new BsonDocument("value", value))) {
      reader.readStartDocument();
      reader.readBsonType();
      reader.skipName();
      value(reader, OPEN, out);
    }
  }

  private static void fields(
      BsonReader reader, Function<PersonalText, String> words, JsonGenerator out) {
    while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
      field(reader.readName(), reader, words, out);
    }
  }

  private static void field(
      String name, BsonReader reader, Function<PersonalText, String> words, JsonGenerator out) {
    if (name.startsWith("_") && !"_id".equals(name)) {
      reader.skipValue();
    } else {
      out.writeName("_id".equals(name) ? "id" : name);
      value(reader, words, out);
    }
  }

  private static void value(
      BsonReader reader, Function<PersonalText, String> words, JsonGenerator out) {
    switch (reader.getCurrentBsonType()) {
      case STRING -> out.writeString(reader.readString());
      case INT32 -> out.writeNumber(reader.readInt32());
      case INT64 -> out.writeNumber(reader.readInt64());
      case DECIMAL128 -> out.writeNumber(reader.readDecimal128().bigDecimalValue());
      case BOOLEAN -> out.writeBoolean(reader.readBoolean());
      case DATE_TIME ->
          out.writeString(INSTANT.format(Instant.ofEpochMilli(reader.readDateTime())));
      case NULL -> {
        reader.readNull();
        out.writeNull();
      }
      case ARRAY -> array(reader, words, out);
      case DOCUMENT -> object(reader, words, out);
      default -> throw new IllegalStateException("No view has a " + reader.getCurrentBsonType());
    }
  }

  private static void array(
      BsonReader reader, Function<PersonalText, String> words, JsonGenerator out) {
    out.writeStartArray();
    reader.readStartArray();
    while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
      value(reader, words, out);
    }
    reader.readEndArray();
    out.writeEndArray();
  }

  private static void object(
      BsonReader reader, Function<PersonalText, String> words, JsonGenerator out) {
    reader.readStartDocument();
    if (reader.readBsonType() == BsonType.END_OF_DOCUMENT) {
      out.writeStartObject();
      out.writeEndObject();
    } else {
      firstOf(reader, words, out);
    }
    reader.readEndDocument();
  }

  private static void firstOf(
      BsonReader reader, Function<PersonalText, String> words, JsonGenerator out) {
    String name = reader.readName();
    if (PERSONAL.equals(name) || SEALED.equals(name)) {
      PersonalText text =
          SEALED.equals(name) ? sealed(reader) : PersonalText.of(reader.readString());
      out.writeString(words.apply(text));
      reader.readBsonType();
      return;
    }
    out.writeStartObject();
    field(name, reader, words, out);
    fields(reader, words, out);
    out.writeEndObject();
  }
}
