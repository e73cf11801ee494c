package vn.danvankheo.benchmarks.programs;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a local HTTP server that is kept open as long as the server likes, for one
 * thread. It knows just enough of the protocol, so that little of the processors' time goes to the
 * client.
 */
public final class HttpLine implements AutoCloseable {
  /** No body. */
  public static final byte[] NOTHING = {};

  private static final int ROOM = 16_384;

  /** Less than servers wait before they hang up. */
  private static final long LONGEST_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final int port;
  private Socket socket;
  private final byte[] buffer = new byte[ROOM];
  private int from;
  private int to;
  private InputStream in;
  private OutputStream out;
  private long lastUsed = System.nanoTime();
  private boolean ended;

  /**
   * An answer.
   *
   * @param status the HTTP status
   * @param head the lines before the body, as they came
   * @param body all of it
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Answer(int status, String head, byte[] body) {
    /**
     * A header.
     *
     * @param name as the server writes it
     * @return its value; null when there is none
     */
    public @Nullable String header(String name) {
      int at = head.indexOf("\r\n" + name + ": ");
      int from = at + name.length() + 4;
      return at < 0 ? null : head.substring(from, head.indexOf('\r', from));
    }

    /**
     * Makes sure that it is a good one.
     *
     * @return this
     * @throws IOException when it tells of a problem, with its words
     */
    public Answer orRefuse() throws IOException {
      if (status >= 400) {
        throw new IOException(status + " " + new String(body, StandardCharsets.UTF_8));
      }
      return this;
    }
  }

  /**
   * Connects.
   *
   * @param port of the loopback
   * @throws IOException when nobody listens
   */
  public HttpLine(int port) throws IOException {
    this.port = port;
    socket = connected(port);
    in = socket.getInputStream();
    out = socket.getOutputStream();
  }

  private static Socket connected(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    return socket;
  }

  private void connectAnew() throws IOException {
    socket.close();
    socket = connected(port);
    in = socket.getInputStream();
    out = socket.getOutputStream();
    from = 0;
    to = 0;
    ended = false;
  }

  /**
   * Sends a request and waits for its answer.
   *
   * @param method the HTTP method
   * @param path path and query, encoded
   * @param headers lines, each ended by CR and LF
   * @param body its bytes; empty for none
   * @return the answer
   * @throws IOException when the connection is lost
   */
  public Answer send(String method, String path, String headers, byte[] body) throws IOException {
    if (ended || System.nanoTime() - lastUsed > LONGEST_PAUSE_NANOS) {
      connectAnew();
    }
    String length = body.length == 0 ? "" : "Content-Length: " + body.length + "\r\n";
    byte[] head =
        (method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + length + "\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] request = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, request, head.length, body.length);
    out.write(request);
    return read();
  }

  private Answer read() throws IOException {
    String head = head();
    Answer bare = new Answer(Integer.parseInt(head.substring(9, 12)), head, NOTHING);
    Answer answer = new Answer(bare.status(), head, body(bare));
    ended = "close".equalsIgnoreCase(bare.header("Connection"));
    lastUsed = System.nanoTime();
    return answer;
  }

  /** All lines up to the empty one, with which it ends. */
  private String head() throws IOException {
    int scanned = from;
    while (true) {
      for (; scanned + 3 < to; scanned++) {
        if (buffer[scanned] == '\r' && buffer[scanned + 2] == '\r' && buffer[scanned + 3] == '\n') {
          String head = new String(buffer, from, scanned + 2 - from, StandardCharsets.ISO_8859_1);
          from = scanned + 4;
          return head;
        }
      }
      scanned -= from;
      more();
    }
  }

  private byte[] body(Answer bare) throws IOException {
    if ("chunked".equals(bare.header("Transfer-Encoding"))) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      for (int size = chunk(); size > 0; size = chunk()) {
        all.writeBytes(exactly(size));
        line();
      }
      line();
      return all.toByteArray();
    }
    String length = bare.header("Content-Length");
    return length == null ? NOTHING : exactly(Integer.parseInt(length));
  }

  private int chunk() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private byte[] exactly(int size) throws IOException {
    byte[] bytes = new byte[size];
    int done = 0;
    while (done < size) {
      if (from == to) {
        more();
      }
      int some = Math.min(size - done, to - from);
      System.arraycopy(buffer, from, bytes, done, some);
      from += some;
      done += some;
    }
    return bytes;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    while (true) {
      if (from == to) {
        more();
      }
      char next = (char) buffer[from++];
      if (next == '\n') {
        return line.toString();
      }
      if (next != '\r') {
        line.append(next);
      }
    }
  }

  /** Reads what has come; what was not used yet goes to the buffer's beginning. */
  private void more() throws IOException {
    System.arraycopy(buffer, from, buffer, 0, to - from);
    to -= from;
    from = 0;
    int some = in.read(buffer, to, buffer.length - to);
    if (some <= 0) {
      throw new EOFException("The server hung up, or says too much at once");
    }
    to += some;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
