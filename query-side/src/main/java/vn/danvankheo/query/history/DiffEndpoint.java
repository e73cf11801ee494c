package vn.danvankheo.query.history;

import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.query.history.domain.Differences;
import vn.danvankheo.query.history.domain.JsonPatch;
import vn.danvankheo.query.history.domain.Personal;
import vn.danvankheo.query.history.domain.Shapes;
import vn.danvankheo.query.personal.OpenedTexts;
import vn.danvankheo.query.personal.PersonalOpener;
import vn.danvankheo.query.serving.Conditional;
import vn.danvankheo.query.serving.RecordSchema;
import vn.danvankheo.query.serving.ViewGate;
import vn.danvankheo.query.views.accounts.AccountStore;
import vn.danvankheo.query.views.units.UnitStore;
import vn.danvankheo.web.conditional.EntityTag;
import vn.danvankheo.web.endpoint.Accept;
import vn.danvankheo.web.endpoint.Answer;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.endpoint.RequestHeader;
import vn.danvankheo.web.problem.Language;
import vn.danvankheo.web.problem.ProblemCode;
import vn.danvankheo.web.query.Parameter;
import vn.danvankheo.web.query.QuerySpec;
import vn.danvankheo.web.security.Right;

/** {@code GET /api/models/{id}/diff}: what differs between two versions of a model. */
public final class DiffEndpoint implements Endpoint {
  private static final String PATCH = "application/json-patch+json";
  private static final long MANY = 999_999_999_999_999_999L;
  private static final Parameter<Long> FROM = Parameter.integer("from", 0, MANY).required();
  private static final Parameter<Long> TO = Parameter.integer("to", 0, MANY).required();

  private final ViewGate gate;
  private final ModelSteps steps;
  private final UnitStore units;
  private final AccountStore accounts;
  private final PersonalOpener opener;

  /**
   * Serves differences.
   *
   * @param gate lets requests to the views
   * @param steps models' events with what they changed
   * @param units the tree of units
   * @param accounts who the acting persons are
   * @param opener opens names
   */
  public DiffEndpoint(
      ViewGate gate,
      ModelSteps steps,
      UnitStore units,
      AccountStore accounts,
      PersonalOpener opener) {
    this.opener = opener;
    this.gate = gate;
    this.steps = steps;
    this.units = units;
    this.accounts = accounts;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.of("GET", "/api/models/{id}/diff", "diffModel", "Khác nhau giữa hai phiên bản")
            .right(Right.READ)
            .query(QuerySpec.of(FROM, TO, ViewGate.MIN_POSITION))
            .header(ViewGate.PREFER)
            .header(RequestHeader.IF_NONE_MATCH)
            .answer(
                Answer.json(
                        200,
                        "Giá trị cũ và mới; JSON Patch (RFC 6902) theo Accept",
                        schema(),
                        "ETag",
                        ViewGate.POSITION)
                    .or(PATCH))
            .to(this::answer));
  }

  private void answer(Exchange exchange) throws IOException {
    String format =
        Accept.best(exchange.header("Accept"), List.of("application/json", PATCH))
            .orElseThrow(() -> ProblemCode.NOT_ACCEPTABLE.problem().exception());
    gate.enter(exchange, HistoryEndpoint.VIEWS);
    Step from = step(exchange, FROM);
    Step to = step(exchange, TO);
    Language language = Language.of(exchange.request());
    exchange.response().addHeader("Vary", "Accept, Accept-Language");
    if (format.equals(PATCH)) {
      patch(exchange, from, to);
      return;
    }
    HistoryJson json = new HistoryJson(language, units, accounts, opener);
    ObjectNode diff = JsonNodeFactory.instance.objectNode();
    diff.put("from", from.event().recorded().version());
    diff.put("to", to.event().recorded().version());
    diff.set("changes", json.changes(to.event(), Differences.between(from.after(), to.after())));
    String tag = EntityTag.of(tag(from, to) + format + language + json.state());
    if (!Conditional.known(exchange, tag, HistoryEndpoint.caching(json))) {
      exchange.json(200, JsonMapper.shared(), diff);
    }
  }

  private void patch(Exchange exchange, Step from, Step to) throws IOException {
    ObjectNode before = Shapes.of(from.after());
    ObjectNode after = Shapes.of(to.after());
    Set<String> keys = new HashSet<>();
    Personal.collectKeys(before, keys);
    Personal.collectKeys(after, keys);
    OpenedTexts words = opener.wordsBy(keys, Language.of(exchange.request()));
    byte[] patch =
        JsonMapper.shared()
            .writeValueAsBytes(
                JsonPatch.between(shown(from, before, words), shown(to, after, words)));
    Language language = Language.of(exchange.request());
    String tag =
        EntityTag.of(
            tag(from, to) + PATCH + language + (keys.isEmpty() ? "" : "," + words.found()));
    String caching = keys.isEmpty() ? Conditional.IMMUTABLE : Conditional.REVALIDATE;
    if (!Conditional.known(exchange, tag, caching)) {
      exchange.bytes(200, PATCH, patch);
    }
  }

  private static String tag(Step from, Step to) {
    return from.event().eventId() + "," + to.event().eventId();
  }

  private Step step(Exchange exchange, Parameter<Long> parameter) {
    return steps
        .at(exchange.path("id"), exchange.query().get(parameter).orElseThrow())
        .orElseThrow(() -> ProblemCode.NOT_FOUND.problem().exception());
  }

  /** The model as {@code GET /api/models/{id}?atVersion=} answers it. */
  private ObjectNode shown(Step step, ObjectNode stored, OpenedTexts words) {
    ObjectNode shown = (ObjectNode) Personal.shown(stored, words);
    Instant at = step.event().recorded().at();
    String unit = step.after() instanceof ModelState model ? model.form().unitCode() : null;
    String name = unit == null ? null : units.nameOn(unit, at, ViewGate.dayOf(at));
    return name == null ? shown : shown.put("unitName", name);
  }

  private static ObjectNode schema() {
    ObjectNode schema = RecordSchema.type("object");
    ObjectNode properties = schema.putObject("properties");
    properties.set("from", RecordSchema.type("integer"));
    properties.set("to", RecordSchema.type("integer"));
    properties.set("changes", HistoryJson.changesSchema());
    return schema;
  }
}
