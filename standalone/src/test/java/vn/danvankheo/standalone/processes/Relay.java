package vn.danvankheo.standalone.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.danvankheo.events.ports.FreePorts;

/** A wire between a program and a server on this machine that a test can cut and mend. */
final class Relay implements AutoCloseable {
  private final int target;
  private final int port = FreePorts.next();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private ServerSocket server;

  private Relay(int target) {
    this.target = target;
    this.server = bind();
  }

  static Relay to(int target) {
    return new Relay(target);
  }

  int port() {
    return port;
  }

  /** From now on nobody answers, and who was talking is cut off. */
  synchronized void cut() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  synchronized void mend() {
    server = bind();
  }

  private ServerSocket bind() {
    try {
      ServerSocket next = new ServerSocket();
      next.setReuseAddress(true);
      next.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
      inBackground(() -> accept(next));
      return next;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(ServerSocket from) {
    try {
      while (true) {
        Socket caller = keep(from, from.accept());
        Socket called = keep(from, new Socket(InetAddress.getByName("127.0.0.1"), target));
        inBackground(() -> pump(caller, called));
        inBackground(() -> pump(called, caller));
      }
    } catch (IOException cut) {
      if (!from.isClosed()) {
        throw new UncheckedIOException(cut);
      }
    }
  }

  /** Who was let in while it was cut must not slip through. */
  private synchronized Socket keep(ServerSocket through, Socket socket) throws IOException {
    if (through.isClosed()) {
      socket.close();
      throw new IOException("Cut off");
    }
    socket.setTcpNoDelay(true);
    open.add(socket);
    return socket;
  }

  private void pump(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException cut) {
      open.remove(to);
    } finally {
      open.remove(from);
    }
  }

  private static void inBackground(Runnable work) {
    Thread thread = new Thread(work, "relay");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    cut();
  }
}
