package vn.danvankheo.standalone.embedded;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Documents as bytes, a fifth of what they take as objects: a field is its name's number, its kind
 * and its value; frequent texts are numbers too. All that is longer than a number says how long it
 * is, so that what nobody asks for is passed over. Bytes never change, and any thread reads them.
 */
final class DocumentBytes {
  private static final int SEVEN_BITS = 0x7f;
  private static final int MORE = 0x80;

  private final Words words;

  DocumentBytes(Words words) {
    this.words = words;
  }

  private enum Kind {
    NULL,
    TRUE,
    FALSE,
    INTEGER,
    LONG,
    DOUBLE,
    TIME,
    WORD,
    TEXT,
    BYTES,
    LIST,
    DOCUMENT,
    /** As the library puts it on the line. */
    RARE;

    static final Kind[] ALL = values();
  }

  /** Writes a document. */
  byte[] bytes(Document document) {
    Output out = new Output();
    fields(document, out);
    return out.toByteArray();
  }

  /** Reads all of a document, or those of its fields whose names are wanted. */
  Document document(byte[] bytes, Predicate<String> wanted) {
    return fields(ByteBuffer.wrap(bytes), bytes.length, wanted);
  }

  private void fields(Document document, Output out) {
    document.forEach(
        (name, value) -> {
          out.number(words.ofName(name));
          value(value, out);
        });
  }

  private void value(@Nullable Object value, Output out) {
    if (value == null) {
      out.kind(Kind.NULL);
    } else if (value instanceof Boolean is) {
      out.kind(is ? Kind.TRUE : Kind.FALSE);
    } else if (value instanceof String text) {
      text(text, out);
    } else if (value instanceof Integer number) {
      out.kind(Kind.INTEGER);
      out.number(number);
    } else if (value instanceof Long number) {
      out.kind(Kind.LONG);
      out.eight(number);
    } else if (value instanceof Double number) {
      out.kind(Kind.DOUBLE);
      out.eight(Double.doubleToRawLongBits(number));
    } else if (value instanceof Instant at) {
      out.kind(Kind.TIME);
      out.eight(at.toEpochMilli());
    } else if (value instanceof BinData data) {
      out.counted(Kind.BYTES, data.getData());
    } else if (value instanceof Collection<?> items) {
      Output inner = new Output();
      items.forEach(item -> value(item, inner));
      out.counted(Kind.LIST, inner.toByteArray());
    } else if (value instanceof Document document) {
      out.counted(Kind.DOCUMENT, bytes(document));
    } else {
      out.counted(Kind.RARE, rare(value));
    }
  }

  private void text(String text, Output out) {
    int number = words.number(text);
    if (number == Words.NONE) {
      out.counted(Kind.TEXT, text.getBytes(StandardCharsets.UTF_8));
    } else {
      out.kind(Kind.WORD);
      out.number(number);
    }
  }

  private Document fields(ByteBuffer in, int end, Predicate<String> wanted) {
    Document document = new Document();
    while (in.position() < end) {
      String name = words.word(number(in));
      Kind kind = Kind.ALL[in.get()];
      if (wanted.test(name)) {
        document.put(name, value(kind, in));
      } else {
        pass(kind, in);
      }
    }
    return document;
  }

  private @Nullable Object value(Kind kind, ByteBuffer in) {
    return switch (kind) {
      case NULL -> null;
      case TRUE -> true;
      case FALSE -> false;
      case INTEGER -> number(in);
      case LONG -> in.getLong();
      case DOUBLE -> Double.longBitsToDouble(in.getLong());
      case TIME -> Instant.ofEpochMilli(in.getLong());
      case WORD -> words.word(number(in));
      case TEXT -> {
        int length = number(in);
        String text = new String(in.array(), in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        yield text;
      }
      case BYTES -> new BinData(bytes(in));
      case LIST -> items(in);
      case DOCUMENT -> {
        int length = number(in);
        yield fields(in, in.position() + length, name -> true);
      }
      case RARE -> BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes(in))).get("");
    };
  }

  private List<@Nullable Object> items(ByteBuffer in) {
    int length = number(in);
    int end = in.position() + length;
    List<@Nullable Object> items = new ArrayList<>();
    while (in.position() < end) {
      items.add(value(Kind.ALL[in.get()], in));
    }
    return items;
  }

  private static void pass(Kind kind, ByteBuffer in) {
    int length =
        switch (kind) {
          case NULL, TRUE, FALSE -> 0;
          case LONG, DOUBLE, TIME -> Long.BYTES;
          case INTEGER, WORD -> {
            number(in);
            yield 0;
          }
          case TEXT, BYTES, LIST, DOCUMENT, RARE -> number(in);
        };
    in.position(in.position() + length);
  }

  private static byte[] bytes(ByteBuffer in) {
    byte[] bytes = new byte[number(in)];
    in.get(bytes);
    return bytes;
  }

  private static byte[] rare(Object value) {
    ByteBuf buffer = Unpooled.buffer();
    BsonEncoder.encodeDocument(Map.of("", value), buffer);
    return ByteBufUtil.getBytes(buffer);
  }

  /** Seven bits a byte, the lowest first: small ones take one byte, negative ones five. */
  private static int number(ByteBuffer in) {
    int number = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      number |= (next & SEVEN_BITS) << shift;
      if (next >= 0) {
        return number;
      }
    }
  }

  private static final class Output extends ByteArrayOutputStream {
    void kind(Kind kind) {
      write(kind.ordinal());
    }

    void number(int number) {
      int rest = number;
      while (rest < 0 || rest > SEVEN_BITS) {
        write(rest & SEVEN_BITS | MORE);
        rest >>>= 7;
      }
      write(rest);
    }

    void eight(long number) {
      for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
        write((int) (number >>> shift));
      }
    }

    void counted(Kind kind, byte[] bytes) {
      kind(kind);
      number(bytes.length);
      writeBytes(bytes);
    }
  }
}
