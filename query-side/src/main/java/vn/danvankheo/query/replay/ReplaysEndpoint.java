package vn.danvankheo.query.replay;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.events.metadata.EventMetadata;
import vn.danvankheo.events.serialization.EventJson;
import vn.danvankheo.query.operations.OperationAnswers;
import vn.danvankheo.query.oversight.OversightLog;
import vn.danvankheo.query.replay.ReplayStore.Wanted;
import vn.danvankheo.query.views.reports.ReportStore;
import vn.danvankheo.web.endpoint.Answer;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.endpoint.RepeatKey;
import vn.danvankheo.web.endpoint.RequestHeader;
import vn.danvankheo.web.operation.OperationStatus;
import vn.danvankheo.web.problem.FieldFault;
import vn.danvankheo.web.problem.ProblemCode;
import vn.danvankheo.web.security.Right;
import vn.danvankheo.web.validation.ObjectSchema;
import vn.danvankheo.web.validation.Schemas;

/** {@code /api/admin/replays}: what was made from the events is made from them again. */
public final class ReplaysEndpoint implements Endpoint {
  private static final String PATH = "/api/admin/replays";

  private static final ObjectSchema BODY =
      Schemas.object()
          .required("target", Schemas.text(1, 20).like("report", "report"))
          .optional("reportId", Schemas.text(1, 64))
          .required("reason", Schemas.text(1, 2_000).lines());

  private final ReplayStore jobs;
  private final ReportReplays replays;
  private final ReportStore reports;
  private final OperationAnswers operations;

  /**
   * Serves replays.
   *
   * @param jobs keeps them
   * @param replays works on them
   * @param reports what was issued
   * @param operations answers with them
   */
  public ReplaysEndpoint(
      ReplayStore jobs, ReportReplays replays, ReportStore reports, OperationAnswers operations) {
    this.jobs = jobs;
    this.replays = replays;
    this.reports = reports;
    this.operations = operations;
  }

  @Override
  public List<Operation> operations() {
    ObjectNode schema = OperationStatus.schema(OperationStatus.Kind.REPLAY);
    return List.of(
        Operation.of("POST", PATH, "startReplay", "Lập lại từ sự kiện")
            .right(Right.REPLAY)
            .header(RequestHeader.IDEMPOTENCY_KEY)
            .body(BODY)
            .answer(Answer.json(202, "Đã nhận; theo dõi ở Location", schema, "Location"))
            .to(this::start),
        Operation.of("GET", PATH + "/{id}", "getReplay", "Tiến độ và kết quả lập lại")
            .right(Right.VERIFY)
            .answer(Answer.json(200, "Tiến độ và kết quả", schema))
            .to(exchange -> operations.one(exchange, find(exchange))),
        Operation.of("GET", PATH + "/{id}/stream", "streamReplay", "Tiến độ lập lại (SSE)")
            .right(Right.VERIFY)
            .answer(OperationAnswers.streamed())
            .to(exchange -> operations.stream(exchange, () -> find(exchange))));
  }

  private void start(Exchange exchange) throws IOException {
    String key = RepeatKey.of(exchange);
    ObjectNode body = exchange.body();
    String reportId = body.path("reportId").asString("");
    if (reports.find(reportId).isEmpty()) {
      String code = reportId.isEmpty() ? "REQUIRED" : "REPORT_UNKNOWN";
      throw ProblemCode.INVALID_FIELDS
          .problem(List.of(new FieldFault("/reportId", code)))
          .exception();
    }
    EventMetadata metadata =
        OversightLog.metadata(
            exchange, Right.REPLAY, body.get("reason").stringValue(), null, "ReplayReport");
    OperationStatus status =
        create(
            exchange, new Wanted(ReportReplays.TARGET, reportId, key, body.toString()), metadata);
    exchange.response().setHeader("Location", PATH + "/" + status.id());
    exchange.json(202, EventJson.shown(), operations.fields(exchange, status));
  }

  private OperationStatus create(Exchange exchange, Wanted wanted, EventMetadata metadata) {
    Optional<OperationStatus> created = jobs.create(wanted, metadata);
    if (created.isPresent()) {
      replays.wake();
      return created.get();
    }
    OperationStatus known =
        jobs.known(wanted, metadata.actor().userName())
            .orElseThrow(() -> ProblemCode.IDEMPOTENCY_KEY_REUSED.problem().exception());
    exchange.response().setHeader("Idempotent-Replayed", "true");
    return known;
  }

  private OperationStatus find(Exchange exchange) {
    try {
      return jobs.find(UUID.fromString(exchange.path("id")))
          .orElseThrow(() -> ProblemCode.NOT_FOUND.problem().exception());
    } catch (IllegalArgumentException isNoId) {
      throw ProblemCode.NOT_FOUND.problem().exception();
    }
  }
}
