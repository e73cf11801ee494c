package vn.danvankheo.command.model.http;

import static vn.danvankheo.web.validation.Schemas.list;
import static vn.danvankheo.web.validation.Schemas.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.command.domain.Command;
import vn.danvankheo.command.execution.Answer;
import vn.danvankheo.command.execution.BulkRefused;
import vn.danvankheo.command.execution.BulkResult;
import vn.danvankheo.command.execution.CommandRequest;
import vn.danvankheo.command.execution.Expectation;
import vn.danvankheo.command.execution.Intent;
import vn.danvankheo.command.http.BulkAnswers;
import vn.danvankheo.command.http.Commands;
import vn.danvankheo.command.http.Submission;
import vn.danvankheo.command.model.domain.CommendModel;
import vn.danvankheo.command.model.domain.RecognizeModel;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.endpoint.RequestHeader;
import vn.danvankheo.web.security.Right;
import vn.danvankheo.web.validation.ObjectSchema;

/** One decision about many models: all or none by default, an outcome for each. */
public final class BulkEndpoint implements Endpoint {
  private static final int MOST = 500;

  private final Commands commands;

  /**
   * An endpoint.
   *
   * @param commands carries them out
   */
  public BulkEndpoint(Commands commands) {
    this.commands = commands;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        bulk(
            "/api/commendations",
            "commendModels",
            "Khen thưởng nhiều mô hình bằng một quyết định",
            Right.COMMEND_MODEL,
            HonourEndpoint.COMMENDATION,
            CommendModel.class),
        bulk(
            "/api/recognitions",
            "recognizeModels",
            "Công nhận nhiều mô hình bằng một quyết định",
            Right.RECOGNIZE_MODEL,
            HonourEndpoint.DECIDED_AT_LEVEL,
            RecognizeModel.class));
  }

  private <C extends Command> Operation bulk(
      String path, String name, String summary, Right right, ObjectSchema one, Class<C> command) {
    ObjectSchema schema =
        one.required("models", list(text(1, 64), 1, MOST).unique("")).flag("atomic", true);
    return Operation.of("POST", path, name, summary)
        .right(right)
        .body(schema)
        .header(RequestHeader.IDEMPOTENCY_KEY)
        .answer(BulkAnswers.OUTCOMES)
        .to(exchange -> carryOut(exchange, right, command));
  }

  private <C extends Command> void carryOut(Exchange exchange, Right right, Class<C> command)
      throws IOException {
    Submission submission = Submission.unconditional(exchange, Expectation.any());
    CommandRequest request = submission.request(right, command.getSimpleName());
    ObjectNode body = submission.body();
    JsonNode models = body.remove("models");
    boolean atomic = body.remove("atomic").booleanValue();
    List<Intent> intents = new ArrayList<>();
    for (JsonNode id : models) {
      body.set("id", id);
      intents.add(new Intent(Commands.read(body, command), Expectation.any()));
    }
    try {
      Answer<BulkResult> answer = commands.executor().executeAll(request, intents, atomic);
      Commands.replayed(exchange, answer);
      BulkAnswers.write(exchange, answer.result());
    } catch (BulkRefused refused) {
      throw BulkAnswers.problem(exchange, refused).exception();
    }
  }
}
