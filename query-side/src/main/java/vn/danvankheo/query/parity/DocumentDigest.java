package vn.danvankheo.query.parity;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonType;
import org.bson.types.Decimal128;
import vn.danvankheo.events.digest.Sha256;
import vn.danvankheo.query.mongo.RawDocument;

/**
 * Digests of view documents: of the same fields with the same values the same, whatever the order
 * of the fields and the width of whole numbers. Packed fields count by their bytes. It walks over a
 * document's bytes, which there are anyway when it is written or read. Used by one thread at a
 * time.
 */
public final class DocumentDigest {
  private static final int FIRST_SIZE = 8_192;
  private static final int OBJECT_ID = 12;
  private static final int DECIMAL = 16;

  private final MessageDigest sha256 = Sha256.begin();
  private byte[] bytes = new byte[FIRST_SIZE];
  private int length;
  private ByteBuffer source = ByteBuffer.allocate(0);

  /** Where a field lies: its name, and its value, which ends before the next field. */
  private record Field(BsonType type, int name, int value, int end) {}

  /** Prepares to digest any number of documents. */
  public DocumentDigest() {}

  /**
   * Digests a document.
   *
   * @param part the further collection that it lies in; empty for the view's own
   * @param document the document with all its fields, technical ones too
   * @return 32 bytes
   */
  public byte[] of(String part, BsonDocument document) {
    ByteBuffer raw = RawDocument.of(document).getByteBuffer().asNIO();
    source = ByteBuffer.wrap(raw.array()).order(ByteOrder.LITTLE_ENDIAN);
    length = 0;
    text(part);
    document(raw.position());
    sha256.update(bytes, 0, length);
    return sha256.digest();
  }

  private void document(int at) {
    List<Field> fields = fields(at);
    fields.sort(this::byName);
    number(fields.size());
    for (Field field : fields) {
      piece(field.name(), field.value() - 1);
      value(field);
    }
  }

  private List<Field> fields(int at) {
    List<Field> fields = new ArrayList<>();
    int next = at + Integer.BYTES;
    while (source.get(next) != 0) {
      BsonType type = BsonType.findByValue(source.get(next) & 0xff);
      int value = behindText(next + 1);
      int end = end(type, value);
      fields.add(new Field(type, next + 1, value, end));
      next = end;
    }
    return fields;
  }

  private int byName(Field one, Field other) {
    byte[] all = source.array();
    return Arrays.compareUnsigned(
        all, one.name(), one.value() - 1, all, other.name(), other.value() - 1);
  }

  /** Behind the zero that ends a text. */
  private int behindText(int at) {
    int end = at;
    while (source.get(end) != 0) {
      end++;
    }
    return end + 1;
  }

  private int end(BsonType type, int at) {
    return switch (type) {
      case NULL, UNDEFINED, MIN_KEY, MAX_KEY -> at;
      case BOOLEAN -> at + 1;
      case INT32 -> at + Integer.BYTES;
      case DOUBLE, DATE_TIME, TIMESTAMP, INT64 -> at + Long.BYTES;
      case OBJECT_ID -> at + OBJECT_ID;
      case DECIMAL128 -> at + DECIMAL;
      case DOCUMENT, ARRAY, JAVASCRIPT_WITH_SCOPE -> at + source.getInt(at);
      case STRING, JAVASCRIPT, SYMBOL -> at + Integer.BYTES + source.getInt(at);
      case BINARY -> at + Integer.BYTES + 1 + source.getInt(at);
      case DB_POINTER -> at + Integer.BYTES + source.getInt(at) + OBJECT_ID;
      case REGULAR_EXPRESSION -> behindText(behindText(at));
      case END_OF_DOCUMENT -> throw new IllegalArgumentException("A document ends in a field");
    };
  }

  private void value(Field field) {
    int at = field.value();
    switch (field.type()) {
      case STRING -> {
        tag('s');
        piece(at + Integer.BYTES, field.end() - 1);
      }
      case INT32 -> {
        tag('n');
        number(source.getInt(at));
      }
      case INT64 -> {
        tag('n');
        number(source.getLong(at));
      }
      case DECIMAL128 -> {
        tag('d');
        long low = source.getLong(at);
        text(Decimal128.fromIEEE754BIDEncoding(source.getLong(at + Long.BYTES), low).toString());
      }
      case BOOLEAN -> tag(source.get(at) == 0 ? 'f' : 't');
      case DATE_TIME -> {
        tag('i');
        number(source.getLong(at));
      }
      case NULL -> tag('0');
      case BINARY -> {
        tag('b');
        piece(at + Integer.BYTES + 1, field.end());
      }
      case ARRAY -> {
        tag('a');
        List<Field> items = fields(at);
        number(items.size());
        items.forEach(this::value);
      }
      case DOCUMENT -> {
        tag('o');
        document(at);
      }
      default -> {
        // No projection writes such a value, but somebody may by hand.
        tag('x');
        number(field.type().getValue());
        piece(at, field.end());
      }
    }
  }

  private void tag(char tag) {
    room(1);
    bytes[length++] = (byte) tag;
  }

  private void text(String text) {
    byte[] piece = text.getBytes(StandardCharsets.UTF_8);
    number(piece.length);
    room(piece.length);
    System.arraycopy(piece, 0, bytes, length, piece.length);
    length += piece.length;
  }

  private void piece(int from, int to) {
    number(to - from);
    room(to - from);
    System.arraycopy(source.array(), from, bytes, length, to - from);
    length += to - from;
  }

  private void number(long number) {
    room(Long.BYTES);
    for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      bytes[length++] = (byte) (number >>> shift);
    }
  }

  private void room(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
