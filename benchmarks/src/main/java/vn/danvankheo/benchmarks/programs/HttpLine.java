package vn.danvankheo.benchmarks.programs;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

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
  private InputStream in;
  private OutputStream out;
  private long lastUsed = System.nanoTime();
  private boolean ended;

  /**
   * An answer.
   *
   * @param status the HTTP status
   * @param headers by their names in lower case
   * @param body all of it
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Answer(int status, Map<String, String> headers, byte[] body) {
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
    in = new BufferedInputStream(socket.getInputStream(), ROOM);
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
    in = new BufferedInputStream(socket.getInputStream(), ROOM);
    out = socket.getOutputStream();
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
    String head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + length;
    ByteArrayOutputStream request = new ByteArrayOutputStream(head.length() + body.length + 2);
    request.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
    request.writeBytes("\r\n".getBytes(StandardCharsets.ISO_8859_1));
    request.writeBytes(body);
    request.writeTo(out);
    return read();
  }

  private Answer read() throws IOException {
    int status = Integer.parseInt(line().split(" ")[1]);
    Map<String, String> headers = new HashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    Answer answer = new Answer(status, headers, body(headers));
    ended = "close".equalsIgnoreCase(headers.get("connection"));
    lastUsed = System.nanoTime();
    return answer;
  }

  private byte[] body(Map<String, String> headers) throws IOException {
    if ("chunked".equals(headers.get("transfer-encoding"))) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      for (int size = chunk(); size > 0; size = chunk()) {
        all.writeBytes(exactly(size));
        line();
      }
      line();
      return all.toByteArray();
    }
    return exactly(Integer.parseInt(headers.getOrDefault("content-length", "0")));
  }

  private int chunk() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private byte[] exactly(int size) throws IOException {
    byte[] bytes = in.readNBytes(size);
    if (bytes.length < size) {
      throw new EOFException("The server hung up in the middle of an answer");
    }
    return bytes;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("The server hung up");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
