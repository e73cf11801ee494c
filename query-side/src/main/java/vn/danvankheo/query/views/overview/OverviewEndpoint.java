package vn.danvankheo.query.views.overview;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.serving.Conditional;
import vn.danvankheo.query.serving.RecordSchema;
import vn.danvankheo.query.serving.ViewGate;
import vn.danvankheo.query.serving.Views;
import vn.danvankheo.query.views.models.ModelSource;
import vn.danvankheo.query.views.replications.ReplicationStore;
import vn.danvankheo.query.views.units.UnitParameter;
import vn.danvankheo.query.views.units.UnitStore;
import vn.danvankheo.web.endpoint.Answer;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.endpoint.RequestHeader;
import vn.danvankheo.web.query.Parameter;
import vn.danvankheo.web.query.Query;
import vn.danvankheo.web.query.QuerySpec;
import vn.danvankheo.web.security.Right;

/** {@code GET /api/overview}: the figures of a year and of the one before. */
public final class OverviewEndpoint implements Endpoint {
  private static final List<String> VIEWS = List.of(Views.MODELS, Views.UNITS, Views.REPLICATIONS);
  private static final Parameter<Long> YEAR = Parameter.integer("year", 2000, 2100);
  private static final List<String> TALLIES =
      List.of(
          "total",
          "recognized",
          "exemplars",
          "commended",
          "replicated",
          "late",
          "changedAfterReport");
  private static final List<String> BREAKDOWNS =
      List.of("byStatus", "byField", "bySubjectKind", "byUnit", "byLevel", "byCommendation");

  private final ViewGate gate;
  private final OverviewStore store;
  private final UnitStore units;
  private final ReplicationStore replications;

  /**
   * Serves figures from the view of models.
   *
   * @param gate lets requests to the views
   * @param database the views' database
   * @param units the tree of units
   * @param replications which models were taken over
   */
  public OverviewEndpoint(
      ViewGate gate, ViewDatabase database, UnitStore units, ReplicationStore replications) {
    this.gate = gate;
    this.store = new OverviewStore(database);
    this.units = units;
    this.replications = replications;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.of("GET", "/api/overview", "getOverview", "Số liệu của năm và năm trước")
            .right(Right.READ)
            .query(QuerySpec.of(YEAR, UnitParameter.UNIT, ViewGate.AS_OF, ViewGate.MIN_POSITION))
            .header(ViewGate.PREFER)
            .header(RequestHeader.IF_NONE_MATCH)
            .answer(Answer.json(200, "Số liệu", schema(), "ETag", ViewGate.POSITION))
            .to(this::answer));
  }

  private void answer(Exchange exchange) throws IOException {
    Query query = exchange.query();
    long position = gate.enter(exchange, VIEWS);
    LocalDate day = gate.day(query);
    if (Conditional.known(exchange, gate.tag(VIEWS, day.toString()), Conditional.REVALIDATE)) {
      return;
    }
    Optional<Instant> asOf = query.get(ViewGate.AS_OF);
    int year = query.get(YEAR).map(Long::intValue).orElse(day.getYear());
    Optional<Set<String>> wanted = UnitParameter.under(query, units, units.tree(asOf), day);
    Figures now = new Figures();
    Figures before = new Figures();
    ModelSource source = ModelSource.of(gate, asOf);
    store
        .groups(source, year, wanted, replications.takeovers(asOf).sources())
        .forEach(group -> (group.year() == year ? now : before).add(group));
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("year", year);
    answer.put("unitCode", query.get(UnitParameter.UNIT).orElse(null)).put("position", position);
    write(now, answer);
    write(before, answer.putObject("previousYear").put("year", year - 1));
    exchange.json(200, JsonMapper.shared(), answer);
  }

  private static void write(Figures figures, ObjectNode to) {
    to.set("total", tally(figures.total));
    breakdown(to, "byStatus", figures.byStatus);
    breakdown(to, "byField", figures.byField);
    breakdown(to, "bySubjectKind", figures.bySubjectKind);
    breakdown(to, "byUnit", figures.byUnit);
    breakdown(to, "byLevel", figures.byLevel);
    breakdown(to, "byCommendation", figures.byCommendation);
    to.set("recognized", tally(figures.recognized));
    to.set("exemplars", tally(figures.exemplars));
    to.set("commended", tally(figures.commended));
    to.set("replicated", tally(figures.replicated));
    to.set("late", tally(figures.late));
    to.set("changedAfterReport", tally(figures.changedAfterReport));
  }

  private static void breakdown(ObjectNode to, String name, Map<String, Tally> by) {
    ObjectNode node = to.putObject(name);
    by.forEach((key, tally) -> node.set(key, tally(tally)));
  }

  private static ObjectNode tally(Tally tally) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("total", tally.total())
        .put("collective", tally.collective())
        .put("individual", tally.individual())
        .put("household", tally.household());
  }

  private static ObjectNode schema() {
    ObjectNode schema = figures();
    ObjectNode properties = (ObjectNode) schema.get("properties");
    properties.putObject("unitCode").putArray("type").add("string").add("null");
    properties.set("position", RecordSchema.type("integer"));
    properties.set("previousYear", figures());
    return schema;
  }

  private static ObjectNode figures() {
    ObjectNode schema = RecordSchema.type("object");
    ObjectNode properties = schema.putObject("properties");
    properties.set("year", RecordSchema.type("integer"));
    TALLIES.forEach(name -> properties.set(name, RecordSchema.of(Tally.class)));
    BREAKDOWNS.forEach(
        name ->
            properties
                .putObject(name)
                .put("type", "object")
                .set("additionalProperties", RecordSchema.of(Tally.class)));
    return schema;
  }
}
