package vn.danvankheo.query.operations;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.serialization.EventJson;
import vn.danvankheo.query.stream.ServerSentEvents;
import vn.danvankheo.query.stream.ServerSentEvents.Listener;
import vn.danvankheo.web.endpoint.Answer;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.operation.OperationStatus;
import vn.danvankheo.web.problem.Language;

/** Answers with operations, whatever their kind. */
public final class OperationAnswers {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
  private static final int LOOKS_BETWEEN_HEARTBEATS = 30;

  private final ServerSentEvents streams;
  private final Clock clock;

  /**
   * Answers callers.
   *
   * @param streams to those that listen
   * @param clock tells how long the work has taken
   */
  public OperationAnswers(ServerSentEvents streams, Clock clock) {
    this.streams = streams;
    this.clock = clock;
  }

  /**
   * The declared answer of {@link #stream}.
   *
   * @return a stream
   */
  public static Answer streamed() {
    return Answer.of(
        200, "Tiến độ mỗi khi thay đổi, cho đến khi kết thúc (SSE)", "text/event-stream");
  }

  /**
   * An operation's fields as they are answered.
   *
   * @param exchange the request
   * @param status where it stands
   * @return in the order of the contract; {@code result} last
   */
  public Map<String, @Nullable Object> fields(Exchange exchange, OperationStatus status) {
    return status.fields(clock.instant(), Language.of(exchange.request()));
  }

  /**
   * Answers with where an operation stands.
   *
   * @param exchange the request
   * @param status where it stands
   * @throws IOException when the caller is gone
   */
  public void one(Exchange exchange, OperationStatus status) throws IOException {
    exchange.response().setHeader("Cache-Control", "no-store");
    exchange.json(200, EventJson.shown(), fields(exchange, status));
  }

  /**
   * Tells where an operation stands whenever that changes, until it has ended.
   *
   * @param exchange the request
   * @param operation looks where it stands; what it throws at first is answered as a problem
   * @throws IOException when the caller is gone
   */
  public void stream(Exchange exchange, Supplier<OperationStatus> operation) throws IOException {
    OperationStatus first = operation.get();
    streams.serve(exchange, listener -> tell(exchange, listener, first, operation));
  }

  private void tell(
      Exchange exchange,
      Listener listener,
      OperationStatus first,
      Supplier<OperationStatus> operation)
      throws IOException, InterruptedException {
    OperationStatus told = null;
    OperationStatus now = first;
    int quiet = 0;
    while (listener.isOpen()) {
      if (!now.equals(told)) {
        listener.event(
            "operation", null, EventJson.shown().writeValueAsString(fields(exchange, now)));
        listener.flush();
        told = now;
        quiet = 0;
      } else if (++quiet % LOOKS_BETWEEN_HEARTBEATS == 0) {
        listener.heartbeat();
        listener.flush();
      }
      if (now.state().isEnd()) {
        return;
      }
      listener.pause(BETWEEN_LOOKS);
      now = operation.get();
    }
  }
}
