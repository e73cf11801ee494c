package vn.danvankheo.command.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.command.domain.Command;
import vn.danvankheo.command.execution.Answer;
import vn.danvankheo.command.execution.CommandExecutor;
import vn.danvankheo.command.execution.CommandResult;
import vn.danvankheo.events.serialization.EventJson;
import vn.danvankheo.web.conditional.EntityTag;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.problem.FieldFault;
import vn.danvankheo.web.problem.ProblemCode;

/** Carries commands out and tells what they came to. */
public final class Commands {
  private static final JsonMapper JSON = EventJson.shown();

  private final CommandExecutor executor;
  private final UnaryOperator<List<String>> attachments;

  /**
   * Hands commands to an executor.
   *
   * @param executor decides and appends
   * @param attachments which of some ids belong to papers that are kept
   */
  public Commands(CommandExecutor executor, UnaryOperator<List<String>> attachments) {
    this.executor = executor;
    this.attachments = attachments;
  }

  /**
   * Refuses papers that were never handed in.
   *
   * @param body a cleaned body
   * @throws vn.danvankheo.web.problem.ProblemException 422 with every one of them
   */
  void checkAttachments(ObjectNode body) {
    List<String> named = new ArrayList<>();
    body.path("attachments").forEach(id -> named.add(id.asString()));
    if (named.isEmpty()) {
      return;
    }
    Set<String> known = Set.copyOf(attachments.apply(named));
    List<FieldFault> faults =
        IntStream.range(0, named.size())
            .filter(i -> !known.contains(named.get(i)))
            .mapToObj(i -> new FieldFault("/attachments/" + i, "ATTACHMENT_UNKNOWN"))
            .toList();
    if (!faults.isEmpty()) {
      throw ProblemCode.INVALID_FIELDS.problem(faults).exception();
    }
  }

  /**
   * The executor, for what is more than one command.
   *
   * @return the same for all
   */
  public CommandExecutor executor() {
    return executor;
  }

  /**
   * Starts to declare a command.
   *
   * @param method the HTTP method
   * @param path the path
   * @param command its record
   * @return to be completed
   */
  public <C extends Command> CommandOperation<C> on(String method, String path, Class<C> command) {
    return new CommandOperation<>(this, method, path, command);
  }

  /**
   * Takes what was emptied out of a merge patch.
   *
   * @param body a cleaned patch
   * @return names of fields that were null
   */
  public static Set<String> takeCleared(ObjectNode body) {
    Set<String> cleared = new HashSet<>();
    body.properties()
        .forEach(
            field -> {
              if (field.getValue().isNull()) {
                cleared.add(field.getKey());
              }
            });
    body.remove(cleared);
    return cleared;
  }

  /**
   * A body as the command it stands for.
   *
   * @param body cleaned, its fields those of the record
   * @param command the record
   * @return the command
   * @param <C> its type
   */
  public static <C> C read(ObjectNode body, Class<C> command) {
    return EventJson.stored().treeToValue(body, command);
  }

  /**
   * Answers with what became of an aggregate that existed before.
   *
   * @param exchange the request
   * @param answer what became of it
   * @param id its id as the interface names it
   * @throws IOException when the caller is gone
   */
  public static void changed(Exchange exchange, Answer<CommandResult> answer, String id)
      throws IOException {
    write(exchange, 200, answer, id);
  }

  /** Answers with what was created. */
  static void created(
      Exchange exchange, Answer<CommandResult> answer, String id, Function<String, String> location)
      throws IOException {
    exchange
        .response()
        .setHeader("Location", location.apply(UriUtils.encodePathSegment(id, UTF_8)));
    write(exchange, 201, answer, id);
  }

  private static void write(Exchange exchange, int status, Answer<CommandResult> answer, String id)
      throws IOException {
    CommandResult result = answer.result();
    HttpServletResponse response = exchange.response();
    response.setHeader("ETag", EntityTag.of(result.version()));
    replayed(exchange, answer);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", id);
    body.put("version", result.version());
    body.put("position", result.position());
    body.put("eventIds", result.eventIds());
    exchange.json(status, JSON, body);
  }

  /**
   * Tells when an answer is one remembered.
   *
   * @param exchange where it goes
   * @param answer the answer
   */
  public static void replayed(Exchange exchange, Answer<?> answer) {
    if (answer.replayed()) {
      exchange.response().setHeader("Idempotent-Replayed", "true");
    }
  }
}
