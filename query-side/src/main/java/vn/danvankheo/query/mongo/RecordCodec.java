package vn.danvankheo.query.mongo;

import com.mongodb.MongoClientSettings;
import java.time.LocalDate;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import vn.danvankheo.events.vocabulary.PersonalText;

/**
 * Records as documents and back: components under their names, nulls left out, days as text, so
 * that they sort and show as they are, instants as dates, decimals exact, personal texts marked.
 *
 * @param <R> the record type
 */
public final class RecordCodec<R extends Record> {
  private static final CodecRegistry REGISTRY =
      CodecRegistries.fromRegistries(
          CodecRegistries.fromCodecs(new DayCodec(), new PersonalTextCodec()),
          MongoClientSettings.getDefaultCodecRegistry());

  private final Codec<R> codec;

  /**
   * Makes a codec.
   *
   * @param type the record's class
   */
  public RecordCodec(Class<R> type) {
    this.codec = REGISTRY.get(type);
  }

  /**
   * Turns a record into a document.
   *
   * @param value the record
   * @return a new document
   */
  public BsonDocument encode(R value) {
    BsonDocument document = new BsonDocument();
    codec.encode(new BsonDocumentWriter(document), value, EncoderContext.builder().build());
    return document;
  }

  /** What a value is within a document. */
  @SuppressWarnings("unchecked")
  static BsonValue value(Object value) {
    BsonDocument document = new BsonDocument();
    BsonDocumentWriter writer = new BsonDocumentWriter(document);
    writer.writeStartDocument();
    writer.writeName("value");
    Codec<Object> codec = (Codec<Object>) REGISTRY.get(value.getClass());
    codec.encode(writer, value, EncoderContext.builder().build());
    writer.writeEndDocument();
    return document.get("value");
  }

  /**
   * Turns a document into the record it was made from.
   *
   * @param document the document; fields that are no components are ignored
   * @return the record
   */
  public R decode(BsonDocument document) {
    return codec.decode(new BsonDocumentReader(document), DecoderContext.builder().build());
  }

  private static final class DayCodec implements Codec<LocalDate> {
    @Override
    public void encode(BsonWriter writer, LocalDate value, EncoderContext context) {
      writer.writeString(value.toString());
    }

    @Override
    public LocalDate decode(BsonReader reader, DecoderContext context) {
      return LocalDate.parse(reader.readString());
    }

    @Override
    public Class<LocalDate> getEncoderClass() {
      return LocalDate.class;
    }
  }

  private static final class PersonalTextCodec implements Codec<PersonalText> {
    @Override
    public void encode(BsonWriter writer, PersonalText value, EncoderContext context) {
      if (value.isSealed()) {
        writer.writeStartDocument();
        writer.writeStartDocument(DocumentJson.SEALED);
        writer.writeString("key", value.key());
        writer.writeString("text", value.ciphertext());
        writer.writeEndDocument();
        writer.writeEndDocument();
      } else if (value.personal()) {
        writer.writeStartDocument();
        writer.writeString(DocumentJson.PERSONAL, value.text());
        writer.writeEndDocument();
      } else {
        writer.writeString(value.text());
      }
    }

    @Override
    public PersonalText decode(BsonReader reader, DecoderContext context) {
      if (reader.getCurrentBsonType() == BsonType.STRING) {
        return PersonalText.open(reader.readString());
      }
      reader.readStartDocument();
      PersonalText text =
          DocumentJson.SEALED.equals(reader.readName())
              ? DocumentJson.sealed(reader)
              : PersonalText.of(reader.readString());
      reader.readEndDocument();
      return text;
    }

    @Override
    public Class<PersonalText> getEncoderClass() {
      return PersonalText.class;
    }
  }
}
