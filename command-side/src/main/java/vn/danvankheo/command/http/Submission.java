package vn.danvankheo.command.http;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.command.execution.CommandRequest;
import vn.danvankheo.command.execution.Expectation;
import vn.danvankheo.command.execution.IdempotencyKey;
import vn.danvankheo.events.digest.Sha256;
import vn.danvankheo.events.metadata.Actor;
import vn.danvankheo.events.metadata.EventMetadata;
import vn.danvankheo.web.conditional.ExpectedVersion;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.endpoint.RepeatKey;
import vn.danvankheo.web.problem.ProblemCode;
import vn.danvankheo.web.security.Right;
import vn.danvankheo.web.trace.Trace;

/**
 * A command as it came in: its headers read, its body checked and cleaned.
 *
 * @param exchange the request
 * @param body the body without the reason
 * @param reason why, in the caller's words
 * @param key by what it is known when it comes again
 * @param expectation what the caller believes of the aggregate
 */
public record Submission(
    Exchange exchange,
    ObjectNode body,
    @Nullable String reason,
    @Nullable IdempotencyKey key,
    Expectation expectation) {
  /** Never digested, not even for telling two requests apart. */
  private static final Set<String> SECRETS = Set.of("password", "oldPassword", "newPassword");

  /**
   * Reads a command that creates, or that is about several aggregates.
   *
   * @param exchange the request
   * @param expectation what it means for its aggregates
   * @return what came in
   * @throws IOException when the caller is gone
   */
  public static Submission unconditional(Exchange exchange, Expectation expectation)
      throws IOException {
    return read(exchange, expectation, "");
  }

  /**
   * Reads a command about something that exists.
   *
   * @param exchange the request
   * @return what came in
   * @throws IOException when the caller is gone
   */
  public static Submission conditional(Exchange exchange) throws IOException {
    ExpectedVersion expected = ExpectedVersion.of(exchange.header("If-Match"));
    Expectation expectation =
        expected.version().isPresent()
            ? Expectation.version(expected.version().getAsLong())
            : Expectation.any();
    return read(exchange, expectation, expected.toString());
  }

  private static Submission read(Exchange exchange, Expectation expectation, String condition)
      throws IOException {
    String key = RepeatKey.of(exchange);
    ObjectNode body = exchange.body();
    IdempotencyKey idempotency =
        key == null ? null : new IdempotencyKey(key, fingerprint(exchange, condition, body));
    JsonNode reason = body.remove("reason");
    return new Submission(
        exchange,
        body,
        reason == null || reason.isNull() ? null : reason.stringValue(),
        idempotency,
        expectation);
  }

  /**
   * Who acts and why, to be stored beside the events.
   *
   * @param right the right it takes
   * @param command the command's name
   * @return the request to carry out
   * @throws vn.danvankheo.web.problem.ProblemException 403 when the caller lacks the right
   */
  public CommandRequest request(Right right, String command) {
    Actor actor = exchange.as(right);
    Trace trace = Trace.of(exchange.request());
    return new CommandRequest(
        new EventMetadata(
            actor,
            reason,
            Basis.of(body),
            exchange.request().getRemoteAddr(),
            trace.requestId(),
            trace.traceId(),
            command),
        key);
  }

  /** By the cleaned body, so that blanks and the order of fields do not count. */
  private static String fingerprint(Exchange exchange, String condition, ObjectNode body) {
    ObjectNode said = body.deepCopy();
    said.remove(SECRETS);
    String all =
        String.join(
            "\n",
            exchange.request().getMethod(),
            exchange.request().getRequestURI(),
            condition,
            said.toString());
    return Sha256.hex(all);
  }

  /**
   * Puts variables of the path into the body.
   *
   * @param names the body's field for each variable; those of a whole number are told by {@code #}
   * @return this, for going on
   */
  public Submission withPath(Map<String, String> names) {
    names.forEach(
        (variable, field) -> {
          String value = exchange.path(variable);
          if (field.startsWith("#")) {
            body.put(field.substring(1), number(value));
          } else {
            body.put(field, value);
          }
        });
    return this;
  }

  private static int number(String value) {
    if (!value.matches("[1-9][0-9]{0,8}")) {
      throw ProblemCode.NOT_FOUND.problem().exception();
    }
    return Integer.parseInt(value);
  }
}
