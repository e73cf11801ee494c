package vn.danvankheo.command.http;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.command.domain.Command;
import vn.danvankheo.command.execution.Answer;
import vn.danvankheo.command.execution.CommandRequest;
import vn.danvankheo.command.execution.CommandResult;
import vn.danvankheo.command.execution.Expectation;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.endpoint.RequestHeader;
import vn.danvankheo.web.security.Right;
import vn.danvankheo.web.validation.ObjectSchema;
import vn.danvankheo.web.validation.Schemas;

/**
 * A command on its way to being an operation: by default the body's fields and the path's variables
 * are those of the command's record.
 *
 * @param <C> the command's record
 */
public final class CommandOperation<C extends Command> {
  private final Commands commands;
  private final String method;
  private final String path;
  private final Class<C> command;
  private final Map<String, String> variables = new LinkedHashMap<>();
  private String summary = "";
  private ObjectSchema schema = Schemas.object();
  private Function<ObjectNode, C> reading;
  private Function<Submission, Right> right = submission -> Right.READ;
  private Right documented = Right.READ;

  CommandOperation(Commands commands, String method, String path, Class<C> command) {
    this.commands = commands;
    this.method = method;
    this.path = path;
    this.command = command;
    this.reading = body -> Commands.read(body, command);
  }

  /**
   * Says what it is, in Vietnamese.
   *
   * @param words a few of them
   * @return this
   */
  public CommandOperation<C> summary(String words) {
    summary = words;
    return this;
  }

  /**
   * Asks for a right.
   *
   * @param needed the right
   * @return this
   */
  public CommandOperation<C> right(Right needed) {
    return right(needed, submission -> needed);
  }

  /**
   * Asks for a right that hangs on what is submitted.
   *
   * @param widest the right that whoever may use it at all has
   * @param needed the right for one submission
   * @return this
   */
  public CommandOperation<C> right(Right widest, Function<Submission, Right> needed) {
    documented = widest;
    right = needed;
    return this;
  }

  /**
   * Takes a body.
   *
   * @param taken what it must be
   * @return this
   */
  public CommandOperation<C> body(ObjectSchema taken) {
    schema = taken;
    return this;
  }

  /**
   * Gives a variable of the path to the record.
   *
   * @param variable as in the path
   * @param field the record's component; told by {@code #} before it when it is a whole number
   * @return this
   */
  public CommandOperation<C> variable(String variable, String field) {
    variables.put(variable, field);
    return this;
  }

  /**
   * Reads the command in a way of its own.
   *
   * @param own from the cleaned body, with the path's variables in it
   * @return this
   */
  public CommandOperation<C> reading(Function<ObjectNode, C> own) {
    reading = own;
    return this;
  }

  /**
   * Completes a command about something that exists.
   *
   * @param variable of the path, which is the id the answer tells
   * @return the operation
   */
  public Operation changes(String variable) {
    return changes(
        variable,
        (submission, request, wish) ->
            commands.executor().execute(request, wish, submission.expectation()));
  }

  /**
   * Completes a command about something that exists, with more to do.
   *
   * @param variable of the path, which is the id the answer tells
   * @param execution how it is carried out
   * @return the operation
   */
  public Operation changes(String variable, Execution<C> execution) {
    return declare()
        .header(RequestHeader.IF_MATCH)
        .header(RequestHeader.IDEMPOTENCY_KEY)
        .answer(CommandAnswers.CHANGED)
        .to(
            exchange -> {
              Submission submission = Submission.conditional(exchange).withPath(variables);
              Answer<CommandResult> answer = carryOut(submission, execution);
              Commands.changed(exchange, answer, exchange.path(variable));
            });
  }

  /**
   * Completes a command about something that exists, which creates something else.
   *
   * @param execution how it is carried out
   * @param id the new thing's id from its stream's
   * @param location where it is from its id
   * @return the operation
   */
  public Operation createsFrom(
      Execution<C> execution, Function<String, String> id, Function<String, String> location) {
    return declare()
        .header(RequestHeader.IF_MATCH)
        .header(RequestHeader.IDEMPOTENCY_KEY)
        .answer(CommandAnswers.CREATED)
        .to(
            exchange -> {
              Submission submission = Submission.conditional(exchange).withPath(variables);
              Answer<CommandResult> answer = carryOut(submission, execution);
              String created = id.apply(answer.result().aggregateId());
              Commands.created(exchange, answer, created, location);
            });
  }

  /**
   * Completes a command that creates.
   *
   * @param execution how it is carried out
   * @param id the new thing's id from its stream's
   * @param location where it is from its id
   * @return the operation
   */
  public Operation creates(
      Execution<C> execution, Function<String, String> id, Function<String, String> location) {
    return declare()
        .header(RequestHeader.IDEMPOTENCY_KEY)
        .answer(CommandAnswers.CREATED)
        .to(
            exchange -> {
              Submission submission =
                  Submission.unconditional(exchange, Expectation.created()).withPath(variables);
              Answer<CommandResult> answer = carryOut(submission, execution);
              String created = id.apply(answer.result().aggregateId());
              Commands.created(exchange, answer, created, location);
            });
  }

  private Operation.Builder declare() {
    return Operation.of(method, path, name(), summary)
        .right(documented)
        .body(
            schema,
            method.equals("PATCH")
                ? new String[] {"application/merge-patch+json", "application/json"}
                : new String[] {"application/json"});
  }

  private Answer<CommandResult> carryOut(Submission submission, Execution<C> execution) {
    CommandRequest request = submission.request(right.apply(submission), command.getSimpleName());
    commands.checkAttachments(submission.body());
    return execution.carryOut(submission, request, reading.apply(submission.body()));
  }

  private String name() {
    String simple = command.getSimpleName();
    return simple.substring(0, 1).toLowerCase(Locale.ROOT) + simple.substring(1);
  }

  /**
   * How a command is carried out.
   *
   * @param <C> the command's record
   */
  @FunctionalInterface
  public interface Execution<C> {
    /**
     * Carries it out.
     *
     * @param submission what came in
     * @param request who and why
     * @param command the wish
     * @return what it came to
     */
    Answer<CommandResult> carryOut(Submission submission, CommandRequest request, C command);
  }
}
