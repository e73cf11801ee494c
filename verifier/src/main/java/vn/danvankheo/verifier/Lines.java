package vn.danvankheo.verifier;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of a text of any length, one in memory at a time. */
final class Lines implements Closeable {
  /** No event comes near to it; who sends a longer line wants something else. */
  static final int MAX_LINE = 32 << 20;

  private final InputStream in;
  private final byte[] piece = new byte[1 << 16];
  private int from;
  private int to;

  Lines(InputStream in) {
    this.in = in;
  }

  /** The next line without its end; null behind the last. */
  @Nullable String next() throws IOException {
    ByteArrayOutputStream line = null;
    while (true) {
      if (from == to) {
        from = 0;
        to = Math.max(0, in.read(piece));
        if (to == 0) {
          if (line != null) {
            throw new IllegalArgumentException("The last line has no end");
          }
          return null;
        }
      }
      line = line == null ? new ByteArrayOutputStream() : line;
      int end = from;
      while (end < to && piece[end] != '\n') {
        end++;
      }
      line.write(piece, from, end - from);
      if (line.size() > MAX_LINE) {
        throw new IllegalArgumentException("A line of more than " + MAX_LINE + " bytes");
      }
      from = end;
      if (end < to) {
        from++;
        return utf8(line.toByteArray());
      }
    }
  }

  /** Text that is UTF-8 throughout. */
  static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("Not UTF-8", e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
