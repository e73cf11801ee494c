package vn.danvankheo.query.stream;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.danvankheo.query.stream.ServerSentEvents.Listener;
import vn.danvankheo.web.endpoint.Answer;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.endpoint.RequestHeader;
import vn.danvankheo.web.problem.FieldFault;
import vn.danvankheo.web.problem.ProblemCode;
import vn.danvankheo.web.security.Caller;
import vn.danvankheo.web.security.Right;

/**
 * {@code GET /api/events}: tells of changes when the views have them, so that whoever hears of one
 * can read it. Ends when the caller's token does; the caller comes again with the last position.
 */
public final class EventsEndpoint implements Endpoint {
  private static final RequestHeader LAST_EVENT_ID =
      new RequestHeader("Last-Event-ID", false, "Vị trí cuối đã nhận; tiếp tục ngay sau đó");
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final Duration BETWEEN_READS = Duration.ofMillis(200);

  private final ChangeLog changes;
  private final ServerSentEvents streams;

  /**
   * Serves changes.
   *
   * @param changes the changes
   * @param streams to those that listen
   */
  public EventsEndpoint(ChangeLog changes, ServerSentEvents streams) {
    this.changes = changes;
    this.streams = streams;
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

  private void answer(Exchange exchange) throws IOException {
    long from = lastEventId(exchange.header("Last-Event-ID"));
    List<Change> first = changes.after(from);
    streams.serve(exchange, listener -> tell(listener, exchange.caller(), from, first));
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

  private void tell(Listener listener, Caller caller, long start, List<Change> first)
      throws IOException, InterruptedException {
    long from = start;
    List<Change> rows = first;
    while (listener.isOpen()) {
      for (Change change : rows) {
        from = change.position();
        if (change.isFor(caller)) {
          listener.event(
              "change",
              Long.toString(change.position()),
              JsonMapper.shared().writeValueAsString(change));
        }
      }
      if (rows.isEmpty() && !changes.awaitBeyond(from, HEARTBEAT)) {
        listener.heartbeat();
      }
      listener.flush();
      listener.pause(BETWEEN_READS);
      rows = changes.after(from);
    }
  }
}
