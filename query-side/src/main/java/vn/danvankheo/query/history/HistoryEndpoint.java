package vn.danvankheo.query.history;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.query.audit.entry.AuditEntry;
import vn.danvankheo.query.mongo.Keyset;
import vn.danvankheo.query.personal.PersonalOpener;
import vn.danvankheo.query.reading.EventStreams.Place;
import vn.danvankheo.query.reading.Stretch;
import vn.danvankheo.query.serving.Conditional;
import vn.danvankheo.query.serving.Pages;
import vn.danvankheo.query.serving.RecordSchema;
import vn.danvankheo.query.serving.ViewGate;
import vn.danvankheo.query.serving.Views;
import vn.danvankheo.query.views.accounts.AccountStore;
import vn.danvankheo.query.views.units.UnitStore;
import vn.danvankheo.web.conditional.EntityTag;
import vn.danvankheo.web.endpoint.Answer;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.endpoint.RequestHeader;
import vn.danvankheo.web.problem.Language;
import vn.danvankheo.web.problem.ProblemCode;
import vn.danvankheo.web.query.Parameter;
import vn.danvankheo.web.query.Query;
import vn.danvankheo.web.query.QuerySpec;
import vn.danvankheo.web.query.SortField;
import vn.danvankheo.web.security.Right;

/** {@code GET /api/models/{id}/history}, {@code …/history/{version}}: every event of a model. */
public final class HistoryEndpoint implements Endpoint {
  /** What words are taken from. */
  static final List<String> VIEWS = List.of(Views.UNITS, Views.ACCOUNTS);

  private static final List<String> ALL = List.of(Views.MODELS, Views.UNITS, Views.ACCOUNTS);
  private static final Parameter<Instant> FROM = Parameter.instant("from");
  private static final Parameter<Instant> TO = Parameter.instant("to");
  private static final Parameter<List<SortField>> SORT = Parameter.sort("version");

  private final ViewGate gate;
  private final ModelEntries entries;
  private final UnitStore units;
  private final AccountStore accounts;
  private final PersonalOpener opener;

  /**
   * Serves histories.
   *
   * @param gate lets requests to the views
   * @param entries models' events with what they changed
   * @param units the tree of units
   * @param accounts who the acting persons are
   * @param opener opens names
   */
  public HistoryEndpoint(
      ViewGate gate,
      ModelEntries entries,
      UnitStore units,
      AccountStore accounts,
      PersonalOpener opener) {
    this.opener = opener;
    this.gate = gate;
    this.entries = entries;
    this.units = units;
    this.accounts = accounts;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.of(
                "GET", "/api/models/{id}/history", "listModelHistory", "Mọi sự kiện của mô hình")
            .right(Right.READ)
            .query(
                QuerySpec.of(
                    FROM, TO, SORT, QuerySpec.LIMIT, QuerySpec.CURSOR, ViewGate.MIN_POSITION))
            .header(ViewGate.PREFER)
            .header(RequestHeader.IF_NONE_MATCH)
            .answer(
                Answer.json(
                    200,
                    "Ai, làm gì, khi nào, vì sao, căn cứ nào, thay đổi gì",
                    RecordSchema.page(HistoryJson.schema()),
                    "ETag",
                    ViewGate.POSITION))
            .to(this::list),
        Operation.of(
                "GET",
                "/api/models/{id}/history/{version}",
                "getModelHistoryItem",
                "Một sự kiện của mô hình")
            .right(Right.READ)
            .query(QuerySpec.of(ViewGate.MIN_POSITION))
            .header(ViewGate.PREFER)
            .header(RequestHeader.IF_NONE_MATCH)
            .answer(Answer.json(200, "Sự kiện", HistoryJson.schema(), "ETag", ViewGate.POSITION))
            .to(this::one));
  }

  private void list(Exchange exchange) throws IOException {
    Query query = exchange.query();
    String id = exchange.path("id");
    Stretch stretch =
        new Stretch(
            query.get(FROM).orElse(Stretch.EVER.from()), query.get(TO).orElse(Stretch.EVER.to()));
    String field = descending(query) ? "-version" : "version";
    Keyset order = new Keyset(List.of(field), "history" + id + stretch);
    Optional<List<BsonValue>> behind = Pages.behind(query, order);
    int length = entries.count(id, Stretch.EVER);
    if (length == 0) {
      throw ProblemCode.NOT_FOUND.problem().exception();
    }
    boolean descending = descending(query);
    long start = descending ? Long.MAX_VALUE : -1;
    long from = behind.map(keys -> keys.get(0).asNumber().longValue()).orElse(start);
    List<Place> page = entries.page(id, stretch, from, descending, query.limit());
    List<Place> shown = page.subList(0, Math.min(query.limit(), page.size()));
    enter(exchange, shown);
    String tag = gate.tag(VIEWS, length + "," + Language.of(exchange.request()));
    exchange.response().addHeader("Vary", "Accept-Language");
    if (!Conditional.known(exchange, tag, Conditional.REVALIDATE)) {
      ObjectNode answer = JsonNodeFactory.instance.objectNode();
      answer.set("items", items(json(exchange), shown));
      answer.put("nextCursor", shown.size() == page.size() ? null : cursor(order, shown));
      answer.put("total", stretch.equals(Stretch.EVER) ? length : entries.count(id, stretch));
      exchange.json(200, JsonMapper.shared(), answer);
    }
  }

  /** The log has the events at once, what they changed comes with the view. */
  private void enter(Exchange exchange, List<Place> shown) {
    long wanted = exchange.query().get(ViewGate.MIN_POSITION).orElse(0L);
    long last = shown.stream().mapToLong(Place::position).max().orElse(0);
    gate.enter(exchange, ALL, Math.max(wanted, last), () -> true);
  }

  private ArrayNode items(HistoryJson json, List<Place> places) {
    String collection = gate.collection(Views.MODELS, AuditEntry.PART);
    return json.items(entries.entries(collection, places));
  }

  private static boolean descending(Query query) {
    return query.get(SORT).map(sort -> sort.get(0).descending()).orElse(false);
  }

  private static String cursor(Keyset order, List<Place> shown) {
    Place last = shown.get(shown.size() - 1);
    return order.cursor(List.of(new BsonInt64(last.version()), new BsonString(last.eventId())));
  }

  private void one(Exchange exchange) throws IOException {
    List<Place> place =
        version(exchange.path("version"))
            .map(version -> entries.at(exchange.path("id"), version))
            .filter(found -> !found.isEmpty())
            .orElseThrow(() -> ProblemCode.NOT_FOUND.problem().exception());
    enter(exchange, place);
    exchange.response().addHeader("Vary", "Accept-Language");
    HistoryJson json = json(exchange);
    JsonNode item = items(json, place).get(0);
    if (!Conditional.known(exchange, tag(exchange, place.get(0), json), caching(json))) {
      exchange.json(200, JsonMapper.shared(), item);
    }
  }

  private static String tag(Exchange exchange, Place place, HistoryJson json) {
    Language language = Language.of(exchange.request());
    return EntityTag.of(place.eventId() + "," + language + json.state());
  }

  /** An event never changes, but for the names that are erased from it. */
  static String caching(HistoryJson json) {
    return json.hasOpened() ? Conditional.REVALIDATE : Conditional.IMMUTABLE;
  }

  private HistoryJson json(Exchange exchange) {
    return new HistoryJson(Language.of(exchange.request()), units, accounts, opener);
  }

  private static Optional<Long> version(String text) {
    return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }
}
