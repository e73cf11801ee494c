package vn.danvankheo.events.ports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Ports for servers of tests that must be told one. */
public final class FreePorts {
  private static final int PORTS = 2_000;
  private static final int FIRST_PORT =
      12_000 + PORTS * (Integer.getInteger("surefire.forkNumber", 0) % 8);
  private static final AtomicInteger NEXT = new AtomicInteger(new Random().nextInt(PORTS));

  private FreePorts() {}

  /**
   * A port that is free and stays so: below those that systems give to whoever connects or asks for
   * any, and no other test process looks among the same.
   *
   * @return another one for each call
   */
  public static int next() {
    while (true) {
      int port = FIRST_PORT + NEXT.getAndIncrement() % PORTS;
      try (ServerSocket socket = new ServerSocket(port)) {
        return socket.getLocalPort();
      } catch (BindException taken) {
        // The next one, then.
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
