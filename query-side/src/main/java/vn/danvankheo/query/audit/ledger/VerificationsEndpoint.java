package vn.danvankheo.query.audit.ledger;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.events.metadata.EventMetadata;
import vn.danvankheo.events.serialization.EventJson;
import vn.danvankheo.proof.Checkpoint;
import vn.danvankheo.proof.SignedNote;
import vn.danvankheo.query.operations.OperationAnswers;
import vn.danvankheo.query.oversight.OversightLog;
import vn.danvankheo.web.endpoint.Answer;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.operation.OperationStatus;
import vn.danvankheo.web.problem.FieldFault;
import vn.danvankheo.web.problem.Language;
import vn.danvankheo.web.problem.ProblemCode;
import vn.danvankheo.web.security.Right;
import vn.danvankheo.web.validation.Faults;
import vn.danvankheo.web.validation.ObjectSchema;
import vn.danvankheo.web.validation.Pointer;
import vn.danvankheo.web.validation.Schemas;

/** {@code /api/admin/verifications}: checks the log against its ledger. */
public final class VerificationsEndpoint implements Endpoint {
  private static final String PATH = "/api/admin/verifications";
  private static final long MOST = 999_999_999_999_999_999L;
  private static final ObjectSchema BODY =
      Schemas.object()
          .optional("from", Schemas.integer(1, MOST))
          .optional("to", Schemas.integer(1, MOST))
          .optional("checkpoint", Schemas.text(1, 20_000).lines())
          .optional("reason", Schemas.text(1, 2_000))
          .rule(VerificationsEndpoint::checkRange);

  private final VerificationStore jobs;
  private final LedgerWatch watch;
  private final OperationAnswers operations;

  /**
   * Serves verifications.
   *
   * @param jobs keeps them
   * @param watch works on them
   * @param operations answers with them
   */
  public VerificationsEndpoint(
      VerificationStore jobs, LedgerWatch watch, OperationAnswers operations) {
    this.jobs = jobs;
    this.watch = watch;
    this.operations = operations;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.of("POST", PATH, "startVerification", "Kiểm tra nhật ký với sổ cái")
            .right(Right.VERIFY)
            .body(BODY)
            .answer(Answer.json(202, "Đã nhận; theo dõi ở Location", schema(), "Location"))
            .to(this::start),
        Operation.of("GET", PATH + "/{id}", "getVerification", "Kết quả kiểm tra sổ cái")
            .right(Right.VERIFY)
            .answer(Answer.json(200, "Tiến độ và những điều phát hiện", schema()))
            .to(exchange -> operations.one(exchange, find(exchange))),
        Operation.of(
                "GET", PATH + "/{id}/stream", "streamVerification", "Tiến độ kiểm tra sổ cái (SSE)")
            .right(Right.VERIFY)
            .answer(OperationAnswers.streamed())
            .to(exchange -> operations.stream(exchange, () -> find(exchange))));
  }

  private static void checkRange(ObjectNode body, Pointer at, Faults faults) {
    long from = body.path("from").asLong(1);
    if (body.has("to") && body.get("to").asLong() < from) {
      faults.add(at.field("to"), "END_BEFORE_START", Map.of("startsOn", from));
    }
  }

  private static ObjectNode schema() {
    ObjectNode schema = OperationStatus.schema(OperationStatus.Kind.VERIFICATION);
    ObjectNode result = schema.withObject("/properties/result").putObject("properties");
    result.putObject("events").put("type", "integer");
    result.putObject("found").put("type", "integer");
    ObjectNode findings = result.putObject("findings").put("type", "array");
    ObjectNode finding = findings.putObject("items").put("type", "object").putObject("properties");
    finding.putObject("kind").put("type", "string");
    finding.putObject("position").putArray("type").add("integer").add("null");
    finding.putObject("eventId").putArray("type").add("string").add("null");
    finding.putObject("aggregateId").putArray("type").add("string").add("null");
    finding.putObject("detail").put("type", "string");
    return schema;
  }

  private void start(Exchange exchange) throws IOException {
    ObjectNode body = exchange.body();
    Optional<SignedNote> checkpoint =
        body.has("checkpoint") ? Optional.of(checkpoint(body)) : Optional.empty();
    JsonNode reason = body.path("reason");
    EventMetadata metadata =
        OversightLog.metadata(
            exchange,
            Right.VERIFY,
            reason.isString() ? reason.asString() : null,
            null,
            "VerifyLedger");
    OperationStatus status =
        jobs.create(
            body.path("from").asLong(1),
            body.path("to").asLong(Long.MAX_VALUE),
            metadata,
            exchange.caller().userName(),
            checkpoint);
    watch.wake();
    exchange.response().setHeader("Location", PATH + "/" + status.id());
    exchange.json(202, EventJson.shown(), operations.fields(exchange, status));
  }

  /** As it was served, but for the end of its last line, which texts in JSON lose. */
  private static SignedNote checkpoint(ObjectNode body) {
    try {
      SignedNote note = SignedNote.parse(body.get("checkpoint").asString() + "\n");
      Checkpoint.parse(note.text());
      return note;
    } catch (IllegalArgumentException isNone) {
      FieldFault fault =
          new FieldFault("/checkpoint", "INVALID_FORMAT", Map.of("format", "C2SP tlog-checkpoint"));
      throw ProblemCode.INVALID_FIELDS.problem(List.of(fault)).exception();
    }
  }

  private OperationStatus find(Exchange exchange) {
    try {
      return jobs.find(UUID.fromString(exchange.path("id")), Language.of(exchange.request()))
          .orElseThrow(() -> ProblemCode.NOT_FOUND.problem().exception());
    } catch (IllegalArgumentException isNoId) {
      throw ProblemCode.NOT_FOUND.problem().exception();
    }
  }
}
