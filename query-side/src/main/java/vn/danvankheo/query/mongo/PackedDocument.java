package vn.danvankheo.query.mongo;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;

/**
 * Documents within documents, compressed: what is only shown and never searched by. A server that
 * keeps documents in memory, as the embedded one does, needs a tenth of the room for it.
 */
public final class PackedDocument {
  private static final int BUFFER = 4_096;
  private static final ThreadLocal<byte[]> ROOM = ThreadLocal.withInitial(() -> new byte[BUFFER]);

  private PackedDocument() {}

  /**
   * Packs a document.
   *
   * @param document what to pack
   * @return the field that holds it
   */
  public static BsonBinary pack(BsonDocument document) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      deflater.setInput(RawDocument.bytes(document));
      deflater.finish();
      byte[] room = ROOM.get();
      int length = deflater.deflate(room);
      while (!deflater.finished()) {
        room = Arrays.copyOf(room, room.length * 2);
        length += deflater.deflate(room, length, room.length - length);
      }
      ROOM.set(room);
      return new BsonBinary(Arrays.copyOf(room, length));
    } finally {
      deflater.end();
    }
  }

  /**
   * Takes a document out.
   *
   * @param packed what {@link #pack} gave
   * @return the document, field by field as it was
   */
  public static RawBsonDocument unpack(BsonBinary packed) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(packed.getData());
      ByteArrayOutputStream out = new ByteArrayOutputStream(BUFFER);
      byte[] buffer = new byte[BUFFER];
      while (!inflater.finished()) {
        int read = inflater.inflate(buffer);
        if (read == 0 && inflater.needsInput()) {
          throw new IllegalStateException("A packed document ends too early");
        }
        out.write(buffer, 0, read);
      }
      return new RawBsonDocument(out.toByteArray());
    } catch (DataFormatException e) {
      throw new IllegalStateException("A packed document is broken", e);
    } finally {
      inflater.end();
    }
  }
}
