package vn.danvankheo.query.parity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * Digests of view documents: of the same fields with the same values the same, whatever the order
 * of the fields and the width of whole numbers. Packed fields count by their bytes. Used by one
 * thread at a time.
 */
public final class DocumentDigest {
  private static final int FIRST_SIZE = 8_192;

  private final MessageDigest sha256;
  private byte[] bytes = new byte[FIRST_SIZE];
  private int length;

  /** Prepares to digest any number of documents. */
  public DocumentDigest() {
    try {
      this.sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Digests a document.
   *
   * @param part the further collection that it lies in; empty for the view's own
   * @param document the document with all its fields, technical ones too
   * @return 32 bytes
   */
  public byte[] of(String part, BsonDocument document) {
    length = 0;
    text(part);
    fields(document);
    sha256.update(bytes, 0, length);
    return sha256.digest();
  }

  private void fields(BsonDocument document) {
    String[] names = document.keySet().toArray(new String[0]);
    Arrays.sort(names);
    number(names.length);
    for (String name : names) {
      text(name);
      value(document.get(name));
    }
  }

  private void value(BsonValue value) {
    switch (value.getBsonType()) {
      case STRING -> {
        tag('s');
        text(value.asString().getValue());
      }
      case INT32, INT64 -> {
        tag('n');
        number(value.asNumber().longValue());
      }
      case DECIMAL128 -> {
        tag('d');
        text(value.asDecimal128().getValue().toString());
      }
      case BOOLEAN -> tag(value.asBoolean().getValue() ? 't' : 'f');
      case DATE_TIME -> {
        tag('i');
        number(value.asDateTime().getValue());
      }
      case NULL -> tag('0');
      case BINARY -> {
        tag('b');
        piece(value.asBinary().getData());
      }
      case ARRAY -> {
        tag('a');
        number(value.asArray().size());
        value.asArray().forEach(this::value);
      }
      case DOCUMENT -> {
        tag('o');
        fields(value.asDocument());
      }
      default -> {
        // No projection writes such a value, but somebody may by hand.
        tag('x');
        text(value.toString());
      }
    }
  }

  private void tag(char tag) {
    room(1);
    bytes[length++] = (byte) tag;
  }

  private void text(String text) {
    piece(text.getBytes(StandardCharsets.UTF_8));
  }

  private void piece(byte[] piece) {
    number(piece.length);
    room(piece.length);
    System.arraycopy(piece, 0, bytes, length, piece.length);
    length += piece.length;
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
