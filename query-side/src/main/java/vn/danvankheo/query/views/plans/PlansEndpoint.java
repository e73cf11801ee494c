package vn.danvankheo.query.views.plans;

import static vn.danvankheo.query.serving.ListFormat.column;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import vn.danvankheo.events.plan.PlanContent;
import vn.danvankheo.events.state.PlanState;
import vn.danvankheo.query.serving.Conditional;
import vn.danvankheo.query.serving.DocumentAnswer;
import vn.danvankheo.query.serving.ListFormat;
import vn.danvankheo.query.serving.MemoryPage;
import vn.danvankheo.query.serving.RecordSchema;
import vn.danvankheo.query.serving.ViewGate;
import vn.danvankheo.query.serving.Views;
import vn.danvankheo.query.views.units.UnitParameter;
import vn.danvankheo.query.views.units.UnitStore;
import vn.danvankheo.query.views.units.UnitTree;
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
import vn.danvankheo.web.security.Right;
import vn.danvankheo.web.table.TableColumn;
import vn.danvankheo.web.table.TableWriter;

/** {@code GET /api/plans}, {@code /api/plans/{code}}: the yearly plans. */
public final class PlansEndpoint implements Endpoint {
  private static final List<String> LIST_VIEWS = List.of(Views.PLANS, Views.UNITS);
  private static final List<String> VIEWS = List.of(Views.PLANS);
  private static final Parameter<String> APPLIES_TO = Parameter.text("appliesTo", 64);
  private static final Parameter<Long> YEAR = Parameter.integer("year", 2000, 2100);

  private final ViewGate gate;
  private final PlanStore plans;
  private final UnitStore units;

  /**
   * Serves plans from the view.
   *
   * @param gate lets requests to the views
   * @param plans the plans
   * @param units the tree of units
   */
  public PlansEndpoint(ViewGate gate, PlanStore plans, UnitStore units) {
    this.gate = gate;
    this.plans = plans;
    this.units = units;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.of("GET", "/api/plans", "listPlans", "Các kế hoạch năm")
            .right(Right.READ)
            .query(
                QuerySpec.of(
                    UnitParameter.UNIT,
                    APPLIES_TO,
                    YEAR,
                    QuerySpec.LIMIT,
                    QuerySpec.CURSOR,
                    ViewGate.AS_OF,
                    ViewGate.MIN_POSITION))
            .header(ViewGate.PREFER)
            .header(RequestHeader.IF_NONE_MATCH)
            .answer(
                Answer.json(
                        200,
                        "Danh sách; CSV hoặc XLSX theo Accept",
                        RecordSchema.page(PlanJson.schema()),
                        "ETag",
                        ViewGate.POSITION)
                    .or(ListFormat.tables()))
            .to(this::list),
        Operation.of("GET", "/api/plans/{code}", "getPlan", "Một kế hoạch năm")
            .right(Right.READ)
            .query(QuerySpec.of(ViewGate.AS_OF, ViewGate.MIN_POSITION))
            .header(ViewGate.PREFER)
            .header(RequestHeader.IF_NONE_MATCH)
            .answer(Answer.json(200, "Kế hoạch", PlanJson.schema(), "ETag", ViewGate.POSITION))
            .to(this::one));
  }

  private void one(Exchange exchange) throws IOException {
    gate.enter(exchange, VIEWS);
    LongFunction<String> tags = gate.tags(Views.PLANS);
    PlanState plan =
        plans
            .plans(exchange.query().get(ViewGate.AS_OF))
            .find(exchange.path("code"))
            .orElseThrow(() -> ProblemCode.NOT_FOUND.problem().exception());
    DocumentAnswer.one(exchange, PlanJson.of(plan), tags.apply(plan.version()));
  }

  private void list(Exchange exchange) throws IOException {
    Query query = exchange.query();
    ListFormat format = ListFormat.of(exchange);
    Language language = Language.of(exchange.request());
    gate.enter(exchange, LIST_VIEWS);
    LocalDate today = gate.day(query);
    String past = query.get(ViewGate.AS_OF).map(Object::toString).orElse("");
    String tag = gate.tag(LIST_VIEWS, today + "," + past + format + language);
    if (Conditional.known(exchange, tag, Conditional.REVALIDATE)) {
      return;
    }
    List<PlanState> wanted = wanted(query, today);
    if (format == ListFormat.JSON) {
      String list =
          "plans" + query.get(UnitParameter.UNIT) + query.get(APPLIES_TO) + query.get(YEAR) + past;
      MemoryPage<PlanState> page =
          MemoryPage.of(wanted, PlansEndpoint::newestFirst, PlanState::code, query, list);
      DocumentAnswer.page(exchange, page, PlanJson::of);
    } else {
      table(exchange, format, language, wanted);
    }
  }

  private List<PlanState> wanted(Query query, LocalDate today) {
    UnitTree tree = units.tree(query.get(ViewGate.AS_OF));
    PlanBook book = plans.plans(query.get(ViewGate.AS_OF));
    Optional<Set<String>> under = UnitParameter.under(query, units, tree, today);
    Optional<String> appliesTo = UnitParameter.known(APPLIES_TO, query, units);
    return book.all().stream()
        .filter(plan -> under.map(u -> u.contains(plan.content().unitCode())).orElse(true))
        .filter(plan -> query.get(YEAR).map(y -> y.intValue() == year(plan)).orElse(true))
        .filter(
            plan ->
                appliesTo
                    .map(u -> book.planFor(u, year(plan), tree, today).filter(plan::equals))
                    .map(Optional::isPresent)
                    .orElse(true))
        .toList();
  }

  private static int year(PlanState plan) {
    Integer year = plan.content().year();
    return year == null ? 0 : year;
  }

  private static String newestFirst(PlanState plan) {
    return String.format("%04d", 9999 - year(plan));
  }

  private static void table(
      Exchange exchange, ListFormat format, Language language, List<PlanState> plans)
      throws IOException {
    List<TableColumn> columns =
        List.of(
            column("unitCode", TableColumn.Kind.TEXT, 16, language),
            column("year", TableColumn.Kind.NUMBER, 8, language),
            column("number", TableColumn.Kind.TEXT, 20, language),
            column("issuedOn", TableColumn.Kind.DATE, 12, language),
            column("issuer", TableColumn.Kind.TEXT, 40, language),
            column("registrationDueOn", TableColumn.Kind.DATE, 12, language),
            column("midYearReportDueOn", TableColumn.Kind.DATE, 12, language),
            column("finalReportDueOn", TableColumn.Kind.DATE, 12, language));
    try (TableWriter table = format.table(exchange, "ke-hoach", columns)) {
      for (PlanState plan :
          plans.stream().sorted(Comparator.comparing(PlansEndpoint::newestFirst)).toList()) {
        PlanContent said = plan.content();
        table.row(
            Arrays.asList(
                said.unitCode(),
                said.year(),
                said.number(),
                said.issuedOn(),
                said.issuer(),
                said.registrationDueOn(),
                said.midYearReportDueOn(),
                said.finalReportDueOn()));
      }
    }
  }
}
