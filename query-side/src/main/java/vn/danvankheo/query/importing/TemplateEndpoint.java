package vn.danvankheo.query.importing;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.danvankheo.events.state.PlanState;
import vn.danvankheo.events.text.VietnameseText;
import vn.danvankheo.query.serving.ViewGate;
import vn.danvankheo.query.serving.Views;
import vn.danvankheo.query.views.plans.PlanStore;
import vn.danvankheo.query.views.units.UnitStore;
import vn.danvankheo.query.views.units.UnitTree;
import vn.danvankheo.web.endpoint.Answer;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.importing.ImportChoice;
import vn.danvankheo.web.importing.TemplateLists;
import vn.danvankheo.web.importing.TemplateWriter;
import vn.danvankheo.web.query.Parameter;
import vn.danvankheo.web.query.Query;
import vn.danvankheo.web.query.QuerySpec;
import vn.danvankheo.web.security.Right;

/** {@code GET /api/imports/template}: the empty form, with the caller's units to choose from. */
public final class TemplateEndpoint implements Endpoint {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final List<String> VIEWS = List.of(Views.UNITS, Views.PLANS);
  private static final Parameter<Format> FORMAT = Parameter.choice("format", Format.class);
  private static final Parameter<Long> YEAR = Parameter.integer("year", 2000, 2100);

  private final ViewGate gate;
  private final UnitStore units;
  private final PlanStore plans;

  /** The names are as the contract writes them. */
  private enum Format {
    xlsx,
    csv
  }

  /**
   * Serves the form.
   *
   * @param gate lets requests to the views
   * @param units the tree of units
   * @param plans the plans
   */
  public TemplateEndpoint(ViewGate gate, UnitStore units, PlanStore plans) {
    this.gate = gate;
    this.units = units;
    this.plans = plans;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.of("GET", "/api/imports/template", "getImportTemplate", "Biểu mẫu nhập trống")
            .right(Right.READ)
            .query(QuerySpec.of(FORMAT, YEAR))
            .answer(Answer.of(200, "Biểu mẫu XLSX, hoặc CSV theo format", XLSX))
            .to(this::answer));
  }

  private void answer(Exchange exchange) throws IOException {
    Query query = exchange.query();
    exchange.response().setHeader("Cache-Control", "private, no-cache");
    if (query.get(FORMAT).orElse(Format.xlsx) == Format.csv) {
      begin(exchange, "text/csv;charset=UTF-8", "csv");
      TemplateWriter.csv(exchange.response().getOutputStream());
      return;
    }
    gate.enter(exchange, VIEWS, 0, () -> true);
    int year = query.get(YEAR).map(Long::intValue).orElse(gate.today().getYear());
    TemplateLists lists = lists(Optional.ofNullable(exchange.caller().unitCode()), year);
    begin(exchange, XLSX, "xlsx");
    TemplateWriter.xlsx(exchange.response().getOutputStream(), lists);
  }

  private static void begin(Exchange exchange, String mediaType, String ending) {
    exchange.response().setStatus(200);
    exchange.response().setContentType(mediaType);
    exchange
        .response()
        .setHeader(
            "Content-Disposition", "attachment; filename=\"dang-ky-mo-hinh." + ending + "\"");
  }

  private TemplateLists lists(Optional<String> unit, int year) {
    UnitTree tree = units.tree();
    LocalDate today = gate.today();
    Optional<Set<String>> own = unit.map(code -> tree.under(code, today));
    Stream<ImportChoice> choices =
        tree.all().stream()
            .filter(u -> u.aliveOn(today))
            .filter(u -> own.map(codes -> codes.contains(u.code())).orElse(true))
            .map(u -> new ImportChoice(u.code(), u.nameOn(today)))
            .sorted(Comparator.comparing(choice -> VietnameseText.sortKey(choice.label())));
    Optional<PlanState> plan = unit.flatMap(code -> plans.plans().planFor(code, year, tree, today));
    return new TemplateLists(
        choices.toList(),
        plan.map(TemplateEndpoint::legalBases).orElse(List.of()),
        plan.map(TemplateEndpoint::focusTasks).orElse(List.of()));
  }

  private static List<ImportChoice> legalBases(PlanState plan) {
    return Optional.ofNullable(plan.content().legalBases()).orElse(List.of()).stream()
        .map(basis -> new ImportChoice(basis.code(), basis.title()))
        .toList();
  }

  private static List<ImportChoice> focusTasks(PlanState plan) {
    return Optional.ofNullable(plan.content().focusTasks()).orElse(List.of()).stream()
        .map(task -> new ImportChoice(task.code(), task.title()))
        .toList();
  }
}
