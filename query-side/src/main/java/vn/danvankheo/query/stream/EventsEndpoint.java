package vn.danvankheo.query.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.danvankheo.query.reading.Signal;
import vn.danvankheo.web.endpoint.Answer;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.endpoint.RequestHeader;
import vn.danvankheo.web.problem.FieldFault;
import vn.danvankheo.web.problem.ProblemCode;
import vn.danvankheo.web.security.Callers;
import vn.danvankheo.web.security.Right;

/**
 * {@code GET /api/events}: tells of changes when the views have them, so that whoever hears of one
 * can read it. Ends when the caller's token does; the caller comes again with the last position.
 */
public final class EventsEndpoint implements Endpoint, AutoCloseable {
  private static final RequestHeader LAST_EVENT_ID =
      new RequestHeader("Last-Event-ID", false, "Vị trí cuối đã nhận; tiếp tục ngay sau đó");
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final Duration BETWEEN_READS = Duration.ofMillis(200);
  private static final Duration RETRY = Duration.ofSeconds(5);

  private final ChangeLog changes;
  private final Clock clock;
  private final Semaphore places;
  private final Signal stop = new Signal();
  private volatile boolean closed;

  /**
   * Serves changes.
   *
   * @param changes the changes
   * @param clock tells when a token ends
   * @param places how many may listen at a time, from 1; others are told to come again
   */
  public EventsEndpoint(ChangeLog changes, Clock clock, int places) {
    this.changes = changes;
    this.clock = clock;
    this.places = new Semaphore(places);
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.of("GET", "/api/events", "listenToChanges", "Luồng thay đổi (SSE)")
            .right(Right.READ)
            .header(LAST_EVENT_ID)
            .answer(Answer.of(200, "Mỗi thay đổi một sự kiện; id là vị trí", "text/event-stream"))
            .to(this::answer));
  }

  /** Lets all listeners go, so that the process can stop. */
  @Override
  public void close() {
    closed = true;
    stop.raise();
    changes.wake();
  }

  private void answer(Exchange exchange) throws IOException {
    long from = lastEventId(exchange.header("Last-Event-ID"));
    if (closed || !places.tryAcquire()) {
      throw ProblemCode.NOT_YET_VISIBLE.retryAfter(RETRY).exception();
    }
    try {
      tell(exchange, from);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      places.release();
    }
  }

  private long lastEventId(@Nullable String header) {
    if (header == null || header.isBlank()) {
      return changes.visible();
    }
    if (!header.trim().matches("[0-9]{1,18}")) {
      throw ProblemCode.INVALID_PARAMETERS
          .problem(List.of(new FieldFault("/Last-Event-ID", "NOT_AN_INTEGER")))
          .exception();
    }
    return Long.parseLong(header.trim());
  }

  private void tell(Exchange exchange, long start) throws IOException, InterruptedException {
    Instant end = Callers.token(exchange.request()).orElseThrow().expires();
    List<Change> rows = changes.after(start);
    OutputStream out = begin(exchange);
    long from = start;
    while (!closed && clock.instant().isBefore(end)) {
      for (Change change : rows) {
        from = change.position();
        if (change.isFor(exchange.caller())) {
          out.write(text(change));
        }
      }
      if (rows.isEmpty()) {
        await(from, out);
      }
      exchange.response().flushBuffer();
      stop.awaitBeyond(0, BETWEEN_READS);
      rows = changes.after(from);
    }
  }

  private static OutputStream begin(Exchange exchange) throws IOException {
    exchange.response().setStatus(200);
    exchange.response().setContentType("text/event-stream;charset=UTF-8");
    exchange.response().setHeader("Cache-Control", "no-store");
    exchange.response().setHeader("X-Accel-Buffering", "no");
    OutputStream out = exchange.response().getOutputStream();
    out.write("retry: 2000\n\n".getBytes(StandardCharsets.UTF_8));
    exchange.response().flushBuffer();
    return out;
  }

  /** Waits for the views to advance; a comment now and then finds out who has gone. */
  private void await(long from, OutputStream out) throws IOException, InterruptedException {
    if (!changes.awaitBeyond(from, HEARTBEAT)) {
      out.write(":\n\n".getBytes(StandardCharsets.UTF_8));
    }
  }

  private static byte[] text(Change change) {
    String data = JsonMapper.shared().writeValueAsString(change);
    return ("id: " + change.position() + "\nevent: change\ndata: " + data + "\n\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
