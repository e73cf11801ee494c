package vn.danvankheo.query.replay;

import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.events.metadata.EventMetadata;
import vn.danvankheo.events.serialization.EventJson;
import vn.danvankheo.query.operations.OperationAnswers;
import vn.danvankheo.query.oversight.OversightLog;
import vn.danvankheo.query.replay.ReplayStore.Wanted;
import vn.danvankheo.query.serving.Pages;
import vn.danvankheo.query.serving.RecordSchema;
import vn.danvankheo.query.views.reports.ReportStore;
import vn.danvankheo.web.endpoint.Answer;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.endpoint.RepeatKey;
import vn.danvankheo.web.endpoint.RequestHeader;
import vn.danvankheo.web.operation.OperationState;
import vn.danvankheo.web.operation.OperationStatus;
import vn.danvankheo.web.problem.FieldFault;
import vn.danvankheo.web.problem.Problem;
import vn.danvankheo.web.problem.ProblemCode;
import vn.danvankheo.web.problem.ProblemException;
import vn.danvankheo.web.query.QuerySpec;
import vn.danvankheo.web.security.Right;
import vn.danvankheo.web.validation.ObjectSchema;
import vn.danvankheo.web.validation.Schemas;

/** {@code /api/admin/replays}: what was made from the events is made from them again. */
public final class ReplaysEndpoint implements Endpoint {
  private static final String PATH = "/api/admin/replays";
  private static final long FASTEST = 1_000_000;

  private static final ObjectSchema BODY =
      Schemas.object()
          .required("target", Schemas.oneOf(List.of("views", "report")))
          .optional("reportId", Schemas.text(1, 64))
          .optional("view", Schemas.text(1, 20))
          .optional("modelId", Schemas.text(1, 64))
          .optional("rateLimit", Schemas.integer(1, FASTEST))
          .required("reason", Schemas.text(1, 2_000).lines());

  private static final ObjectSchema RATE =
      Schemas.object()
          .optional("rateLimit", Schemas.integer(1, FASTEST))
          .optional("reason", Schemas.text(1, 2_000).lines());

  private static final ObjectSchema WHY =
      Schemas.object().optional("reason", Schemas.text(1, 2_000).lines());

  private static final ObjectSchema REASON =
      Schemas.object().required("reason", Schemas.text(1, 2_000).lines());

  private final ReplayStore jobs;
  private final ViewReplayOrders orders;
  private final Set<String> views;
  private final FormerViews former;
  private final Clock clock;
  private final ReportReplays replays;
  private final ReportStore reports;
  private final OperationAnswers operations;

  /**
   * Serves replays.
   *
   * @param jobs keeps them
   * @param orders what those of views are told
   * @param views the names of all views
   * @param former what was in use before
   * @param replays works on them
   * @param reports what was issued
   * @param operations answers with them
   * @param clock tells when
   */
  public ReplaysEndpoint(
      ReplayStore jobs,
      ViewReplayOrders orders,
      Collection<String> views,
      FormerViews former,
      ReportReplays replays,
      ReportStore reports,
      OperationAnswers operations,
      Clock clock) {
    this.jobs = jobs;
    this.orders = orders;
    this.views = Set.copyOf(views);
    this.former = former;
    this.clock = clock;
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
        told("pause", "pauseReplay", "Tạm dừng lập lại dữ liệu tra cứu", schema)
            .body(WHY)
            .to(exchange -> tell(exchange, exchange.body(), "PauseReplay", orders::pause)),
        told("resume", "resumeReplay", "Tiếp tục lập lại dữ liệu tra cứu", schema)
            .body(WHY)
            .to(exchange -> tell(exchange, exchange.body(), "ResumeReplay", orders::resume)),
        told("cancel", "cancelReplay", "Hủy lập lại dữ liệu tra cứu", schema)
            .body(WHY)
            .to(exchange -> tell(exchange, exchange.body(), "CancelReplay", orders::cancel)),
        told("swap", "swapReplay", "Đưa dữ liệu lập lại vào dùng, hoặc dữ liệu trước đó", schema)
            .body(REASON)
            .to(this::swap),
        told("drop", "dropFormerViews", "Bỏ hẳn dữ liệu tra cứu trước lần lập lại", schema)
            .body(REASON)
            .to(this::drop),
        told("rate", "limitReplay", "Giới hạn tốc độ lập lại (sự kiện mỗi giây)", schema)
            .body(RATE)
            .to(this::limit),
        Operation.of("GET", PATH, "listReplays", "Các lần lập lại, mới nhất trước")
            .right(Right.VERIFY)
            .query(QuerySpec.of(QuerySpec.LIMIT, QuerySpec.CURSOR))
            .answer(Answer.json(200, "Tiến độ và kết quả của từng lần", RecordSchema.page(schema)))
            .to(this::list),
        Operation.of("GET", PATH + "/{id}", "getReplay", "Tiến độ và kết quả lập lại")
            .right(Right.VERIFY)
            .answer(Answer.json(200, "Tiến độ và kết quả", schema))
            .to(exchange -> operations.one(exchange, find(exchange))),
        Operation.of("GET", PATH + "/{id}/stream", "streamReplay", "Tiến độ lập lại (SSE)")
            .right(Right.VERIFY)
            .answer(OperationAnswers.streamed())
            .to(exchange -> operations.stream(exchange, () -> find(exchange))));
  }

  private static Operation.Builder told(
      String what, String name, String summary, ObjectNode schema) {
    return Operation.of("POST", PATH + "/{id}/" + what, name, summary)
        .right(Right.REPLAY)
        .answer(Answer.json(200, "Tiến độ", schema));
  }

  private void start(Exchange exchange) throws IOException {
    String key = RepeatKey.of(exchange);
    ObjectNode body = exchange.body();
    boolean ofViews = body.get("target").stringValue().equals(ViewReplays.TARGET);
    String subject = ofViews ? view(body) : report(body);
    EventMetadata metadata =
        OversightLog.metadata(
            exchange,
            Right.REPLAY,
            body.get("reason").stringValue(),
            null,
            ofViews ? "ReplayViews" : "ReplayReport");
    Long rateLimit = body.has("rateLimit") ? body.get("rateLimit").longValue() : null;
    String target = body.has("modelId") ? DocumentReplays.TARGET : body.get("target").stringValue();
    OperationStatus status =
        create(exchange, new Wanted(target, subject, key, body.toString(), rateLimit), metadata);
    exchange.response().setHeader("Location", PATH + "/" + status.id());
    exchange.json(202, EventJson.shown(), operations.fields(exchange, status));
  }

  private void list(Exchange exchange) throws IOException {
    Map<String, @Nullable Object> page =
        Pages.numbered(
            exchange.query(),
            "replays",
            jobs::page,
            ReplayStore.Listed::no,
            row -> operations.fields(exchange, row.status()),
            jobs.total());
    exchange.response().setHeader("Cache-Control", "no-store");
    exchange.json(200, EventJson.shown(), page);
  }

  private String report(ObjectNode body) {
    refuse(body, "view", "modelId", "rateLimit");
    String reportId = body.path("reportId").asString("");
    if (reports.find(reportId).isEmpty()) {
      throw fault("/reportId", reportId.isEmpty() ? "REQUIRED" : "REPORT_UNKNOWN");
    }
    return reportId;
  }

  /** A view's name, with that of a document when only that is meant; empty for all. */
  private String view(ObjectNode body) {
    refuse(body, "reportId");
    String view = body.path("view").asString("");
    if (!view.isEmpty() && !views.contains(view)) {
      String allowed = String.join(", ", new TreeSet<>(views));
      throw refusal(new FieldFault("/view", "VIEW_UNKNOWN", Map.of("views", allowed)));
    }
    if (body.has("modelId")) {
      refuse(body, "rateLimit");
      if (view.isEmpty()) {
        throw fault("/view", "REQUIRED");
      }
      return DocumentReplays.subject(view, body.get("modelId").stringValue());
    }
    return view;
  }

  private static void refuse(ObjectNode body, String... fields) {
    for (String field : fields) {
      if (body.has(field)) {
        throw fault("/" + field, "UNKNOWN_FIELD");
      }
    }
  }

  private static ProblemException fault(String pointer, String code) {
    return refusal(new FieldFault(pointer, code));
  }

  private static ProblemException refusal(FieldFault fault) {
    return ProblemCode.INVALID_FIELDS.problem(List.of(fault)).exception();
  }

  private void limit(Exchange exchange) throws IOException {
    ObjectNode body = exchange.body();
    Long rateLimit = body.has("rateLimit") ? body.get("rateLimit").longValue() : null;
    tell(exchange, body, "LimitReplay", (id, word) -> orders.limit(id, word, rateLimit));
  }

  /** Lets data in that differs; on a replay that has ended, puts back what was in use before. */
  private void swap(Exchange exchange) throws IOException {
    OperationStatus before = find(exchange);
    EventMetadata metadata =
        OversightLog.metadata(
            exchange, Right.REPLAY, exchange.body().get("reason").stringValue(), null, "SwapViews");
    boolean ended = before.state() == OperationState.SUCCEEDED;
    UUID id = UUID.fromString(before.id());
    boolean told =
        ended
            ? former.areKept(before) && orders.takeBack(id, metadata)
            : orders.accept(id, metadata);
    if (!told) {
      throw Problem.of(409, ended ? "REPLAY_NO_WAY_BACK" : "REPLAY_AWAITS_NOTHING").exception();
    }
    operations.one(exchange, find(exchange));
  }

  /** What was in use before goes for good; asked again after a failure, what is left of it. */
  private void drop(Exchange exchange) throws IOException {
    OperationStatus before = find(exchange);
    ViewReplayOrders.Word word = word(exchange, exchange.body(), "DropFormerViews");
    if (!former.areKept(before) || !orders.dropFormer(UUID.fromString(before.id()), word)) {
      throw Problem.of(409, "REPLAY_NO_WAY_BACK").exception();
    }
    former.drop(before);
    operations.one(exchange, find(exchange));
  }

  private ViewReplayOrders.Word word(Exchange exchange, ObjectNode body, String command) {
    String reason = body.has("reason") ? body.get("reason").stringValue() : null;
    return new ViewReplayOrders.Word(
        OversightLog.metadata(exchange, Right.REPLAY, reason, null, command), clock.instant());
  }

  private void tell(
      Exchange exchange,
      ObjectNode body,
      String command,
      BiPredicate<UUID, ViewReplayOrders.Word> what)
      throws IOException {
    OperationStatus before = find(exchange);
    if (!what.test(UUID.fromString(before.id()), word(exchange, body, command))) {
      throw Problem.of(409, "REPLAY_NOT_RUNNING").exception();
    }
    operations.one(exchange, find(exchange));
  }

  private OperationStatus create(Exchange exchange, Wanted wanted, EventMetadata metadata) {
    Optional<OperationStatus> created = jobs.create(wanted, metadata);
    if (created.isPresent()) {
      replays.wake();
      orders.call();
      return created.get();
    }
    Optional<OperationStatus> known = jobs.known(wanted, metadata.actor().userName());
    if (known.isPresent()) {
      exchange.response().setHeader("Idempotent-Replayed", "true");
      return known.get();
    }
    Optional<UUID> active = jobs.inTheWayOf(wanted.subject());
    if (active.isPresent()) {
      String id = active.get().toString();
      throw Problem.of(409, "REPLAY_RUNNING").with(Map.of("id", id)).exception();
    }
    // What was in its way has ended meanwhile.
    return create(exchange, wanted, metadata);
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
