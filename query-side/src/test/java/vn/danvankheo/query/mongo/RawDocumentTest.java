package vn.danvankheo.query.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonSerializationException;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.junit.jupiter.api.Test;

class RawDocumentTest {
  @Property(tries = 200)
  void writesTheBytesThatTheDriverWrites(
      @ForAll Map<String, String> texts, @ForAll byte[] bytes, @ForAll long number) {
    BsonDocument document = new BsonDocument("number", new BsonInt64(number));
    BsonArray list = new BsonArray();
    texts.forEach(
        (name, text) -> {
          list.add(new BsonString(unicode(text)));
          document.put(unicode(name).replace("\0", ""), new BsonString(unicode(text)));
        });
    document.put("list", new BsonArray(List.of(list, new BsonBinary(bytes))));
    document.put("within", document.clone());
    assertThat(RawDocument.of(document).getByteBuffer().asNIO())
        .isEqualTo(new RawBsonDocument(document, new BsonDocumentCodec()).getByteBuffer().asNIO());
  }

  @Test
  void refusesANameThatWouldEndEarly() {
    assertThatThrownBy(() -> RawDocument.of(new BsonDocument("a\0b", new BsonInt64(1))))
        .isInstanceOf(BsonSerializationException.class);
  }

  /** Half of a surrogate pair is no text. */
  private static String unicode(String text) {
    return text.replaceAll("[\\ud800-\\udfff]", "");
  }
}
