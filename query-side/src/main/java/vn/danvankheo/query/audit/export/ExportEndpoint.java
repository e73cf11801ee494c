package vn.danvankheo.query.audit.export;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import vn.danvankheo.events.catalogue.EventCatalogue;
import vn.danvankheo.events.metadata.EventMetadata;
import vn.danvankheo.events.oversight.AuditExported;
import vn.danvankheo.query.audit.ledger.LedgerStore;
import vn.danvankheo.query.audit.ledger.StoredCheckpoint;
import vn.danvankheo.query.oversight.OversightLog;
import vn.danvankheo.query.views.units.UnitParameter;
import vn.danvankheo.web.endpoint.Answer;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.problem.FieldFault;
import vn.danvankheo.web.problem.ProblemCode;
import vn.danvankheo.web.query.Parameter;
import vn.danvankheo.web.query.Query;
import vn.danvankheo.web.query.QuerySpec;
import vn.danvankheo.web.security.Right;

/** {@code GET /api/audit/export}: events with all that it takes to check them elsewhere. */
public final class ExportEndpoint implements Endpoint {
  private static final String ZIP = "application/zip";
  private static final long MOST = 999_999_999_999_999_999L;
  private static final Parameter<String> AGGREGATE = Parameter.text("aggregate", 200);
  private static final Parameter<Instant> FROM = Parameter.instant("from");
  private static final Parameter<Instant> TO = Parameter.instant("to");
  private static final Parameter<String> ACTOR = Parameter.text("actor", 100);
  private static final Parameter<String> TYPE =
      Parameter.oneOf("type", EventCatalogue.names()).many();
  private static final Parameter<String> REQUEST_ID = Parameter.text("requestId", 128);
  private static final Parameter<String> EVENT_ID = Parameter.text("eventId", 36).many();
  private static final Parameter<Long> TREE_SIZE = Parameter.integer("treeSize", 1, MOST);
  private static final Parameter<Long> EARLIER = Parameter.integer("earlier", 1, MOST).many();
  private static final Parameter<Boolean> ATTACHMENTS = Parameter.flag("attachments");
  private static final Parameter<Boolean> PERSONAL = Parameter.flag("personal");
  private static final Parameter<String> REASON = Parameter.text("reason", 2000);
  private static final Parameter<String> BASIS = Parameter.text("basis", 500);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int AT_ONCE = 2;

  private final Bundler bundler;
  private final ExportStore events;
  private final LedgerStore ledger;
  private final OversightLog oversight;
  private final Semaphore places = new Semaphore(AT_ONCE);

  /**
   * Serves bundles.
   *
   * @param bundler makes them
   * @param events knows how far the log is
   * @param ledger knows how far it is proven
   * @param oversight records who got what
   */
  public ExportEndpoint(
      Bundler bundler, ExportStore events, LedgerStore ledger, OversightLog oversight) {
    this.bundler = bundler;
    this.events = events;
    this.ledger = ledger;
    this.oversight = oversight;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.of("GET", "/api/audit/export", "exportAudit", "Xuất gói sự kiện kèm chứng minh")
            .right(Right.EXPORT_AUDIT)
            .query(
                QuerySpec.of(
                    AGGREGATE,
                    UnitParameter.UNIT,
                    FROM,
                    TO,
                    ACTOR,
                    TYPE,
                    REQUEST_ID,
                    EVENT_ID,
                    TREE_SIZE,
                    EARLIER,
                    ATTACHMENTS,
                    PERSONAL,
                    REASON,
                    BASIS))
            .answer(Answer.of(200, "Gói để kiểm tra ngoại tuyến (docs/verify.md)", ZIP))
            .to(this::export));
  }

  private void export(Exchange exchange) throws IOException {
    if (!places.tryAcquire()) {
      throw ProblemCode.TOO_MANY_REQUESTS.retryAfter(PATIENCE).exception();
    }
    try {
      answer(exchange);
    } finally {
      places.release();
    }
  }

  private void answer(Exchange exchange) throws IOException {
    Query query = exchange.query();
    boolean personal = query.get(PERSONAL).orElse(false);
    if (personal && !exchange.caller().may(Right.READ_PERSONAL)) {
      throw ProblemCode.FORBIDDEN.problem().exception();
    }
    Selection selection =
        new Selection(
            query.get(AGGREGATE),
            unit(query),
            query.get(FROM),
            query.get(TO),
            query.get(ACTOR),
            query.all(TYPE),
            query.get(REQUEST_ID),
            query.all(EVENT_ID).stream().map(ExportEndpoint::eventId).toList());
    StoredCheckpoint tree =
        query.get(TREE_SIZE).isPresent()
            ? signed(query.get(TREE_SIZE).get(), MOST)
            : caughtUp(events.head());
    List<StoredCheckpoint> earlier = new ArrayList<>();
    query.all(EARLIER).forEach(size -> earlier.add(signed(size, tree.size())));
    exchange.response().setContentType(ZIP);
    exchange.response().setHeader("Cache-Control", "private, no-store");
    exchange
        .response()
        .setHeader(
            "Content-Disposition", "attachment; filename=\"danvankheo-" + tree.size() + ".zip\"");
    if (exchange.request().getMethod().equals("HEAD")) {
      return;
    }
    boolean withPapers = query.get(ATTACHMENTS).orElse(true);
    Bundle bundle = bundler.prepare(selection, tree, withPapers, personal, earlier);
    EventMetadata metadata =
        OversightLog.metadata(
            exchange,
            Right.EXPORT_AUDIT,
            query.get(REASON).orElse(null),
            query.get(BASIS).orElse(null),
            "ExportAudit");
    oversight.record(
        new AuditExported(selection.words(), bundle.events(), bundle.digest(), personal), metadata);
    exchange.response().setStatus(200);
    bundle.writeTo(exchange.response().getOutputStream());
  }

  /** By the log: the views need not be there. */
  private Optional<String> unit(Query query) throws IOException {
    Optional<String> code = query.get(UnitParameter.UNIT);
    if (code.isPresent()
        && events.units(events.head()).stream()
            .noneMatch(row -> row.aggregateId().equals("unit:" + code.get()))) {
      throw UnitParameter.unknown(UnitParameter.UNIT);
    }
    return code;
  }

  private static UUID eventId(String text) {
    if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
      FieldFault fault = new FieldFault("/eventId", "INVALID_FORMAT", Map.of("format", "UUID"));
      throw ProblemCode.INVALID_PARAMETERS.problem(List.of(fault)).exception();
    }
    return UUID.fromString(text);
  }

  private StoredCheckpoint signed(long size, long most) {
    return Optional.of(size)
        .filter(wanted -> wanted <= most)
        .flatMap(ledger::checkpoint)
        .orElseThrow(() -> ProblemCode.NOT_FOUND.problem().exception());
  }

  /** Waits until the tree has all that was in the log when the request came. */
  private StoredCheckpoint caughtUp(long head) {
    return ledger
        .covering(head, PATIENCE)
        .orElseThrow(() -> ProblemCode.NOT_YET_VISIBLE.retryAfter(PATIENCE).exception());
  }
}
