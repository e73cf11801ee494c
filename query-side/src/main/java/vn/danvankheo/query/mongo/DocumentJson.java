package vn.danvankheo.query.mongo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.bson.BsonBinaryReader;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import tools.jackson.core.JsonGenerator;

/**
 * Writes view documents as the JSON that is answered, without making objects of them: {@code _id}
 * is {@code id}, other fields with a leading underscore are technical and left out, personal texts
 * are plain, instants have milliseconds.
 */
public final class DocumentJson {
  /** The one field of a document that stands for a personal text. */
  public static final String PERSONAL = "personal";

  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private DocumentJson() {}

  /**
   * Writes a document.
   *
   * @param document as it came from the store
   * @param out where to
   */
  public static void write(RawBsonDocument document, JsonGenerator out) {
    out.writeStartObject();
    writeFields(document, out);
    out.writeEndObject();
  }

  /**
   * Writes a document's fields into an object that is open already.
   *
   * @param document as it came from the store
   * @param out where to
   */
  public static void writeFields(RawBsonDocument document, JsonGenerator out) {
    try (BsonReader reader = new BsonBinaryReader(document.getByteBuffer().asNIO())) {
      reader.readStartDocument();
      fields(reader, out);
      reader.readEndDocument();
    }
  }

  /**
   * Writes any value of a document.
   *
   * @param value the value
   * @param out where to
   */
  public static void writeValue(BsonValue value, JsonGenerator out) {
    try (BsonReader reader = new BsonDocumentReader(new BsonDocument("value", value))) {
      reader.readStartDocument();
      reader.readBsonType();
      reader.skipName();
      value(reader, out);
    }
  }

  private static void fields(BsonReader reader, JsonGenerator out) {
    while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
      field(reader.readName(), reader, out);
    }
  }

  private static void field(String name, BsonReader reader, JsonGenerator out) {
    if (name.startsWith("_") && !"_id".equals(name)) {
      reader.skipValue();
    } else {
      out.writeName("_id".equals(name) ? "id" : name);
      value(reader, out);
    }
  }

  private static void value(BsonReader reader, JsonGenerator out) {
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
      case ARRAY -> array(reader, out);
      case DOCUMENT -> object(reader, out);
      default -> throw new IllegalStateException("No view has a " + reader.getCurrentBsonType());
    }
  }

  private static void array(BsonReader reader, JsonGenerator out) {
    out.writeStartArray();
    reader.readStartArray();
    while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
      value(reader, out);
    }
    reader.readEndArray();
    out.writeEndArray();
  }

  private static void object(BsonReader reader, JsonGenerator out) {
    reader.readStartDocument();
    if (reader.readBsonType() == BsonType.END_OF_DOCUMENT) {
      out.writeStartObject();
      out.writeEndObject();
    } else {
      firstOf(reader, out);
    }
    reader.readEndDocument();
  }

  private static void firstOf(BsonReader reader, JsonGenerator out) {
    String name = reader.readName();
    if (PERSONAL.equals(name)) {
      out.writeString(reader.readString());
      reader.readBsonType();
      return;
    }
    out.writeStartObject();
    field(name, reader, out);
    fields(reader, out);
    out.writeEndObject();
  }
}
