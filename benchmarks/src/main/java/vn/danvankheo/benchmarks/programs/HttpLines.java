package vn.danvankheo.benchmarks.programs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Lines to one server, one for each thread. */
public final class HttpLines implements AutoCloseable {
  private final List<HttpLine> lines = new ArrayList<>();

  /**
   * Connects.
   *
   * @param port of the loopback
   * @param number how many lines
   * @throws IOException when nobody listens
   */
  public HttpLines(int port, int number) throws IOException {
    for (int i = 0; i < number; i++) {
      lines.add(new HttpLine(port));
    }
  }

  /**
   * A thread's line.
   *
   * @param number its number, from 0
   * @return always the same
   */
  public HttpLine of(int number) {
    return lines.get(number);
  }

  @Override
  public void close() throws IOException {
    for (HttpLine line : lines) {
      line.close();
    }
  }
}
