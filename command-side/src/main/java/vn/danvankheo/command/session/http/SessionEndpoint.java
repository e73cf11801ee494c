package vn.danvankheo.command.session.http;

import static vn.danvankheo.web.validation.Schemas.object;
import static vn.danvankheo.web.validation.Schemas.text;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.command.session.Passwords;
import vn.danvankheo.command.session.Sessions;
import vn.danvankheo.command.session.Tokens;
import vn.danvankheo.events.metadata.Actor;
import vn.danvankheo.events.metadata.EventMetadata;
import vn.danvankheo.web.endpoint.Answer;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.security.Callers;
import vn.danvankheo.web.trace.Trace;
import vn.danvankheo.web.validation.ObjectSchema;

/** Logging in, going on, logging out. */
public final class SessionEndpoint implements Endpoint {
  private static final ObjectSchema LOGIN =
      object()
          .required("userName", text(1, 64))
          .required("password", text(1, Passwords.MAX_LENGTH).untrimmed());
  private static final ObjectSchema REFRESH = object().required("refreshToken", text(1, 200));

  private final Sessions sessions;

  /**
   * An endpoint.
   *
   * @param sessions keeps them
   */
  public SessionEndpoint(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.of("POST", "/api/sessions", "logIn", "Đăng nhập")
            .open()
            .body(LOGIN)
            .answer(Answer.json(200, "Đã đăng nhập", schema()))
            .to(this::logIn),
        Operation.of("POST", "/api/sessions/refresh", "refresh", "Gia hạn phiên đăng nhập")
            .open()
            .body(REFRESH)
            .answer(Answer.json(200, "Đã gia hạn", schema()))
            .to(this::refresh),
        Operation.of("DELETE", "/api/sessions/current", "logOut", "Đăng xuất")
            .answer(Answer.empty(204, "Đã đăng xuất"))
            .to(this::logOut));
  }

  private void logIn(Exchange exchange) throws IOException {
    ObjectNode body = exchange.body();
    answer(
        exchange,
        sessions.logIn(
            body.get("userName").stringValue(),
            body.get("password").stringValue(),
            attempt(exchange)));
  }

  private static EventMetadata attempt(Exchange exchange) {
    Trace trace = Trace.of(exchange.request());
    return new EventMetadata(
        Actor.UNKNOWN,
        null,
        null,
        exchange.request().getRemoteAddr(),
        trace.requestId(),
        trace.traceId(),
        "LogIn");
  }

  private void refresh(Exchange exchange) throws IOException {
    answer(exchange, sessions.refresh(exchange.body().get("refreshToken").stringValue()));
  }

  private void logOut(Exchange exchange) {
    Callers.token(exchange.request())
        .ifPresent(
            token -> {
              if (token.sessionId() != null) {
                sessions.logOut(token.sessionId());
              }
            });
    exchange.response().setStatus(204);
  }

  private static void answer(Exchange exchange, Tokens tokens) throws IOException {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("accessToken", tokens.accessToken());
    body.put("expiresIn", tokens.expiresIn().toSeconds());
    body.put("refreshToken", tokens.refreshToken());
    exchange.response().setHeader("Cache-Control", "no-store");
    exchange.json(200, JsonMapper.shared(), body);
  }

  private static ObjectNode schema() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    ObjectNode fields = schema.putObject("properties");
    fields.putObject("accessToken").put("type", "string");
    fields.putObject("expiresIn").put("type", "integer");
    fields.putObject("refreshToken").put("type", "string");
    schema.putArray("required").add("accessToken").add("expiresIn").add("refreshToken");
    return schema;
  }
}
