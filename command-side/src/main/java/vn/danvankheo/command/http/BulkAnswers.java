package vn.danvankheo.command.http;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.command.execution.BulkRefused;
import vn.danvankheo.command.execution.BulkResult;
import vn.danvankheo.command.execution.RowOutcome;
import vn.danvankheo.events.serialization.EventJson;
import vn.danvankheo.web.endpoint.Answer;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.problem.FieldFault;
import vn.danvankheo.web.problem.Language;
import vn.danvankheo.web.problem.Problem;
import vn.danvankheo.web.problem.ProblemCode;
import vn.danvankheo.web.problem.ProblemWriter;
import vn.danvankheo.web.problem.Words;

/** Tells what became of each of several commands. */
public final class BulkAnswers {
  /** The usual answer. */
  public static final Answer OUTCOMES =
      Answer.json(200, "Kết quả của từng mô hình", schema(), "Idempotent-Replayed");

  private BulkAnswers() {}

  /**
   * Answers with every outcome.
   *
   * @param exchange where the answer goes
   * @param result what they came to
   * @throws IOException when the caller is gone
   */
  public static void write(Exchange exchange, BulkResult result) throws IOException {
    Language language = Language.of(exchange.request());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("position", result.position());
    body.put("outcomes", result.rows().stream().map(row -> row(row, language)).toList());
    exchange.json(200, EventJson.shown(), body);
  }

  /**
   * The problem when all was refused because of some.
   *
   * @param exchange the request
   * @param refused what was refused
   * @return 422 when only fields are wrong, else 409; every outcome is told
   */
  public static Problem problem(Exchange exchange, BulkRefused refused) {
    Language language = Language.of(exchange.request());
    List<Problem> problems =
        refused.rows().stream()
            .filter(row -> row.refusal() != null)
            .map(row -> CommandProblems.problemOf(row.refusal()))
            .toList();
    boolean onlyFields = problems.stream().allMatch(problem -> problem.status() == 422);
    boolean onlyForbidden = problems.stream().allMatch(problem -> problem.status() == 403);
    Problem whole =
        onlyFields
            ? ProblemCode.INVALID_FIELDS.problem(faults(problems))
            : Problem.of(onlyForbidden ? 403 : 409, "BULK_REFUSED")
                .with(Map.of("refused", problems.size(), "total", refused.rows().size()));
    return whole.member(
        "outcomes", refused.rows().stream().map(row -> row(row, language)).toList());
  }

  private static List<FieldFault> faults(List<Problem> problems) {
    return problems.stream().flatMap(problem -> problem.faults().stream()).distinct().toList();
  }

  private static Map<String, Object> row(RowOutcome row, Language language) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("id", row.aggregateId());
    if (row.result() != null) {
      told.put("status", 200);
      told.put("version", row.result().version());
      told.put("eventIds", row.result().eventIds());
    }
    if (row.refusal() != null) {
      Problem problem = CommandProblems.problemOf(row.refusal());
      told.put("status", problem.status());
      told.put("code", problem.code());
      told.put("title", Words.title(problem.code(), language));
      String detail = Words.detail(problem, language);
      if (detail != null) {
        told.put("detail", detail);
      }
      if (!problem.faults().isEmpty()) {
        told.put(
            "errors", problem.faults().stream().map(f -> ProblemWriter.row(f, language)).toList());
      }
    }
    return told;
  }

  private static ObjectNode schema() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    ObjectNode fields = schema.putObject("properties");
    fields.putObject("position").put("type", "integer");
    ObjectNode row = fields.putObject("outcomes").put("type", "array").putObject("items");
    row.put("type", "object");
    ObjectNode told = row.putObject("properties");
    told.putObject("id").put("type", "string");
    told.putObject("status").put("type", "integer");
    told.putObject("version").put("type", "integer");
    told.putObject("eventIds").put("type", "array").putObject("items").put("type", "string");
    told.putObject("code").put("type", "string");
    told.putObject("title").put("type", "string");
    told.putObject("detail").put("type", "string");
    told.putObject("errors").put("type", "array").putObject("items").put("type", "object");
    row.putArray("required").add("id").add("status");
    schema.putArray("required").add("position").add("outcomes");
    return schema;
  }
}
