package vn.danvankheo.query.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.events.catalogue.EventCatalogue;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.query.audit.entry.AuditEntry;
import vn.danvankheo.query.audit.entry.AuditStore;
import vn.danvankheo.query.history.HistoryJson;
import vn.danvankheo.query.mongo.Keyset;
import vn.danvankheo.query.personal.PersonalOpener;
import vn.danvankheo.query.projecting.ViewStatus;
import vn.danvankheo.query.serving.Conditional;
import vn.danvankheo.query.serving.ListFormat;
import vn.danvankheo.query.serving.Pages;
import vn.danvankheo.query.serving.RecordSchema;
import vn.danvankheo.query.serving.ViewGate;
import vn.danvankheo.query.serving.Views;
import vn.danvankheo.query.views.accounts.AccountStore;
import vn.danvankheo.query.views.models.ModelStore;
import vn.danvankheo.query.views.units.UnitParameter;
import vn.danvankheo.query.views.units.UnitStore;
import vn.danvankheo.web.endpoint.Answer;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.endpoint.RequestHeader;
import vn.danvankheo.web.problem.Language;
import vn.danvankheo.web.query.Parameter;
import vn.danvankheo.web.query.Query;
import vn.danvankheo.web.query.QuerySpec;
import vn.danvankheo.web.query.SortField;
import vn.danvankheo.web.security.Caller;
import vn.danvankheo.web.security.Right;
import vn.danvankheo.web.table.TableWriter;

/** {@code GET /api/audit}: the events of everything, as JSON, lines of JSON, CSV or a workbook. */
public final class AuditEndpoint implements Endpoint {
  private static final int ROWS_AT_ONCE = 200;
  private static final String LINES = "application/x-ndjson";
  private static final List<String> OF_EVERYBODY =
      List.of(
          Views.MODELS, Views.UNITS, Views.PLANS, Views.RATINGS, Views.REPORTS, Views.REPLICATIONS);
  private static final List<String> OF_FEW = List.of(Views.ACCOUNTS, Views.OVERSIGHT);
  private static final List<String> VIEWS =
      java.util.stream.Stream.of(OF_EVERYBODY, OF_FEW).flatMap(List::stream).toList();

  private static final Parameter<String> ACTOR = Parameter.text("actor", 64);
  private static final Parameter<String> TYPE = Parameter.oneOf("type", EventCatalogue.names());
  private static final Parameter<String> AGGREGATE = Parameter.text("aggregate", 128);
  private static final Parameter<Instant> FROM = Parameter.instant("from");
  private static final Parameter<Instant> TO = Parameter.instant("to");
  private static final Parameter<String> PATH = Parameter.text("path", 500);
  private static final Parameter<String> VALUE = Parameter.text("value", 300);
  private static final Parameter<String> WORDS = Parameter.text("q", 200);
  private static final Parameter<String> DECISION = Parameter.text("decision", 100);
  private static final Parameter<String> REQUEST_ID = Parameter.text("requestId", 128);
  private static final Parameter<List<SortField>> SORT = Parameter.sort("position");
  private static final QuerySpec LIST =
      QuerySpec.of(
          ACTOR,
          UnitParameter.UNIT,
          TYPE,
          AGGREGATE,
          FROM,
          TO,
          PATH,
          VALUE,
          WORDS,
          DECISION,
          REQUEST_ID,
          SORT,
          QuerySpec.LIMIT,
          QuerySpec.CURSOR,
          ViewGate.MIN_POSITION);
  private static final List<String> OF_THE_PAGE = List.of("limit", "cursor", "minPosition");

  private final ViewGate gate;
  private final AuditStore entries;
  private final ModelStore models;
  private final UnitStore units;
  private final AccountStore accounts;
  private final PersonalOpener opener;

  /**
   * Serves the audit from the views.
   *
   * @param gate lets requests to the views
   * @param entries the entries
   * @param models the models, for how they are called
   * @param units the tree of units
   * @param accounts who the acting persons are
   * @param opener opens names
   */
  public AuditEndpoint(
      ViewGate gate,
      AuditStore entries,
      ModelStore models,
      UnitStore units,
      AccountStore accounts,
      PersonalOpener opener) {
    this.opener = opener;
    this.gate = gate;
    this.entries = entries;
    this.models = models;
    this.units = units;
    this.accounts = accounts;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.of("GET", "/api/audit", "searchAudit", "Tìm trong nhật ký mọi sự kiện")
            .right(Right.READ_AUDIT)
            .query(LIST)
            .header(ViewGate.PREFER)
            .header(RequestHeader.IF_NONE_MATCH)
            .answer(
                Answer.json(
                        200,
                        "Sự kiện mới nhất trước; NDJSON, CSV hoặc XLSX theo Accept",
                        RecordSchema.page(schema()),
                        "ETag",
                        ViewGate.POSITION)
                    .or(LINES)
                    .or(ListFormat.tables()))
            .to(this::answer));
  }

  private void answer(Exchange exchange) throws IOException {
    boolean lines = LINES.equals(exchange.header("Accept"));
    ListFormat format = lines ? ListFormat.JSON : ListFormat.of(exchange);
    Language language = Language.of(exchange.request());
    gate.enter(exchange, VIEWS);
    List<AuditStore.Part> parts = parts(exchange.caller());
    String tag = gate.tag(VIEWS, parts.size() + "," + lines + format + language);
    exchange.response().addHeader("Vary", "Accept, Accept-Language");
    if (Conditional.known(exchange, tag, Conditional.REVALIDATE)) {
      return;
    }
    BsonDocument filter = filter(exchange.query());
    Keyset order = order(exchange.query());
    HistoryJson json = new HistoryJson(language, units, accounts, opener);
    if (lines) {
      lines(exchange, parts, filter, order, json);
    } else if (format == ListFormat.JSON) {
      page(exchange, parts, filter, order, json);
    } else {
      try (TableWriter table = format.table(exchange, "nhat-ky", AuditTable.columns(language))) {
        each(
            parts,
            filter,
            order,
            json,
            (entry, item) -> table.row(AuditTable.row(entry.event(), item)));
      }
    }
  }

  /** Everything about some entries is looked up together. */
  private ArrayNode items(List<AuditEntry> some, HistoryJson json) {
    ArrayNode items = json.items(some);
    new ModelNames(models, gate.collection(Views.MODELS)).addTo(items, some);
    return items;
  }

  /** Accounts and who looked over them are the administrators' and auditors' alone. */
  private List<AuditStore.Part> parts(Caller caller) {
    List<String> views = new ArrayList<>(OF_EVERYBODY);
    if (caller.roles().contains(Role.ADMIN) || caller.roles().contains(Role.AUDITOR)) {
      views.addAll(OF_FEW);
    }
    return views.stream().map(this::part).toList();
  }

  private AuditStore.Part part(String view) {
    ViewStatus status = gate.status(view);
    // Events of a document that waits come later, before what others gave meanwhile.
    long settled = status.parked() > 0 ? 0 : status.position();
    return new AuditStore.Part(
        Objects.requireNonNull(status.collection(AuditEntry.PART)), settled, status.mended());
  }

  private BsonDocument filter(Query query) {
    AuditFilter filter =
        new AuditFilter()
            .is("actor", query.get(ACTOR))
            .is("type", query.get(TYPE))
            .is("aggregateId", query.get(AGGREGATE))
            .is("requestId", query.get(REQUEST_ID))
            .recorded(query.get(FROM), query.get(TO))
            .changed(query.get(PATH).map(AuditEndpoint::pointer), query.get(VALUE))
            .number(query.get(DECISION))
            .words(query.get(WORDS));
    UnitParameter.under(query, units, units.tree(), gate.today()).ifPresent(filter::ofUnits);
    return filter.build();
  }

  /** People leave the first slash out. */
  private static String pointer(String path) {
    return path.startsWith("/") ? path : "/" + path;
  }

  private static Keyset order(Query query) {
    boolean newestFirst = query.get(SORT).map(sort -> sort.get(0).descending()).orElse(true);
    String list =
        LIST.parameters().stream()
            .filter(p -> !OF_THE_PAGE.contains(p.name()))
            .map(p -> p.name() + "=" + query.all(p))
            .collect(Collectors.joining("&"));
    return AuditStore.order(newestFirst, list);
  }

  private void page(
      Exchange exchange,
      List<AuditStore.Part> parts,
      BsonDocument filter,
      Keyset order,
      HistoryJson json)
      throws IOException {
    Optional<List<BsonValue>> behind = Pages.behind(exchange.query(), order);
    AuditStore.Page page = entries.page(parts, filter, order, behind, exchange.query().limit());
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.set("items", items(page.entries(), json));
    answer.put("nextCursor", page.last() == null ? null : order.cursor(page.last()));
    answer.put("total", page.total());
    exchange.json(200, JsonMapper.shared(), answer);
  }

  private void lines(
      Exchange exchange,
      List<AuditStore.Part> parts,
      BsonDocument filter,
      Keyset order,
      HistoryJson json)
      throws IOException {
    exchange.response().setStatus(200);
    exchange.response().setContentType(LINES);
    OutputStream out = exchange.response().getOutputStream();
    each(
        parts,
        filter,
        order,
        json,
        (entry, item) -> {
          out.write(JsonMapper.shared().writeValueAsBytes(item));
          out.write('\n');
        });
    out.flush();
  }

  /** Writes an entry, and the item it is answered as, to a caller who may be gone. */
  @FunctionalInterface
  private interface Row {
    void write(AuditEntry entry, ObjectNode item) throws IOException;
  }

  private void each(
      List<AuditStore.Part> parts, BsonDocument filter, Keyset order, HistoryJson json, Row row)
      throws IOException {
    List<AuditEntry> some = new ArrayList<>(ROWS_AT_ONCE);
    try {
      entries.each(
          parts,
          filter,
          order,
          entry -> {
            some.add(entry);
            if (some.size() == ROWS_AT_ONCE) {
              write(some, json, row);
            }
          });
      write(some, json, row);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void write(List<AuditEntry> some, HistoryJson json, Row row) {
    ArrayNode items = items(some, json);
    try {
      for (int i = 0; i < some.size(); i++) {
        row.write(some.get(i), (ObjectNode) items.get(i));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    some.clear();
  }

  private static ObjectNode schema() {
    ObjectNode schema = HistoryJson.schema();
    ((ObjectNode) schema.get("properties")).set("model", ModelNames.schema());
    return schema;
  }
}
