package vn.danvankheo.query.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.query.reading.Signal;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.problem.ProblemCode;
import vn.danvankheo.web.security.Callers;

/**
 * Server-sent events to callers that keep listening: a limited number of them, each until its token
 * ends or the process stops.
 */
public final class ServerSentEvents implements AutoCloseable {
  private static final Duration RETRY = Duration.ofSeconds(5);

  private final Clock clock;
  private final Semaphore places;
  private final Signal stop = new Signal();
  private volatile boolean closed;

  /**
   * Serves nobody yet.
   *
   * @param clock tells when a token ends
   * @param places how many may listen at a time, from 1; others are told to come again
   */
  public ServerSentEvents(Clock clock, int places) {
    this.clock = clock;
    this.places = new Semaphore(places);
  }

  /** Tells one caller what there is to tell. */
  @FunctionalInterface
  public interface Teller {
    /**
     * Tells it all; returns when that was all, or the listener is no longer open.
     *
     * @param listener the caller
     * @throws IOException when the caller is gone
     * @throws InterruptedException when the thread is to end
     */
    void tell(Listener listener) throws IOException, InterruptedException;
  }

  /**
   * Answers with a stream of events.
   *
   * @param exchange the request
   * @param teller what to tell
   * @throws IOException when the caller is gone
   * @throws vn.danvankheo.web.problem.ProblemException 503 when there is no place left
   */
  public void serve(Exchange exchange, Teller teller) throws IOException {
    if (closed || !places.tryAcquire()) {
      throw ProblemCode.NOT_YET_VISIBLE.retryAfter(RETRY).exception();
    }
    try {
      teller.tell(new Listener(exchange));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      places.release();
    }
  }

  /** Lets all listeners go, so that the process can stop. */
  @Override
  public void close() {
    closed = true;
    stop.raise();
  }

  /** One caller that listens. */
  public final class Listener {
    private final Exchange exchange;
    private final Instant end;
    private final OutputStream out;

    private Listener(Exchange exchange) throws IOException {
      this.exchange = exchange;
      this.end = Callers.token(exchange.request()).orElseThrow().expires();
      exchange.response().setStatus(200);
      exchange.response().setContentType("text/event-stream;charset=UTF-8");
      exchange.response().setHeader("Cache-Control", "no-store");
      exchange.response().setHeader("X-Accel-Buffering", "no");
      this.out = exchange.response().getOutputStream();
      write("retry: 2000\n\n");
      flush();
    }

    /**
     * Whether there is any use in telling more.
     *
     * @return false once the token has ended or the process is to stop
     */
    public boolean isOpen() {
      return !closed && clock.instant().isBefore(end);
    }

    /**
     * Writes an event, to be sent by {@link #flush}.
     *
     * @param name what kind it is
     * @param id what the caller may come again with; null when there is nothing to go on behind
     * @param data JSON on one line
     * @throws IOException when the caller is gone
     */
    public void event(String name, @Nullable String id, String data) throws IOException {
      write((id == null ? "" : "id: " + id + "\n") + "event: " + name + "\ndata: " + data + "\n\n");
    }

    /**
     * Writes nothing that means anything, which finds out whether the caller is still there.
     *
     * @throws IOException when the caller is gone
     */
    public void heartbeat() throws IOException {
      write(":\n\n");
    }

    /**
     * Sends what was written.
     *
     * @throws IOException when the caller is gone
     */
    public void flush() throws IOException {
      exchange.response().flushBuffer();
    }

    /**
     * Waits, but not when the process is to stop.
     *
     * @param time how long
     * @throws InterruptedException when the thread is to end
     */
    public void pause(Duration time) throws InterruptedException {
      stop.awaitBeyond(0, time);
    }

    private void write(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
