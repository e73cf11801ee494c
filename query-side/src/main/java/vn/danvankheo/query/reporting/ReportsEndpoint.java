package vn.danvankheo.query.reporting;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.events.state.ReportState;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.events.vocabulary.ReportType;
import vn.danvankheo.query.personal.OpenedTexts;
import vn.danvankheo.query.personal.PersonalOpener;
import vn.danvankheo.query.reporting.documents.PaperFormat;
import vn.danvankheo.query.reporting.documents.ReportPaper;
import vn.danvankheo.query.reporting.domain.Definitions;
import vn.danvankheo.query.serving.Conditional;
import vn.danvankheo.query.serving.MemoryPage;
import vn.danvankheo.query.serving.PublicAddress;
import vn.danvankheo.query.serving.RecordSchema;
import vn.danvankheo.query.serving.ViewGate;
import vn.danvankheo.query.serving.Views;
import vn.danvankheo.query.views.reports.IssuedReport;
import vn.danvankheo.query.views.reports.ReportStore;
import vn.danvankheo.query.views.units.UnitParameter;
import vn.danvankheo.query.views.units.UnitStore;
import vn.danvankheo.web.endpoint.Accept;
import vn.danvankheo.web.endpoint.Answer;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.endpoint.RequestHeader;
import vn.danvankheo.web.problem.Language;
import vn.danvankheo.web.problem.Problem;
import vn.danvankheo.web.problem.ProblemCode;
import vn.danvankheo.web.query.Parameter;
import vn.danvankheo.web.query.Query;
import vn.danvankheo.web.query.QuerySpec;
import vn.danvankheo.web.security.Right;

/**
 * {@code GET /api/reports}, {@code /api/reports/{id}}: what was issued, out of the events again.
 */
public final class ReportsEndpoint implements Endpoint {
  private static final List<String> VIEWS = List.of(Views.REPORTS);
  private static final List<String> LIST_VIEWS = List.of(Views.REPORTS, Views.UNITS);
  private static final Parameter<Long> YEAR = Parameter.integer("year", 2000, 2100);
  private static final Parameter<Format> FORMAT = Parameter.choice("format", Format.class);
  private static final String[] PRINTED =
      Stream.of(PaperFormat.values())
          .map(format -> MediaType.parseMediaType(format.mediaType()))
          .map(type -> type.getType() + "/" + type.getSubtype())
          .toArray(String[]::new);
  private static final Parameter<ReportType> TYPE = Parameter.choice("type", ReportType.class);

  /** As it is written in the address. */
  private enum Format {
    json(null),
    html(PaperFormat.HTML),
    docx(PaperFormat.DOCX),
    xlsx(PaperFormat.XLSX),
    pdf(PaperFormat.PDF);

    private final @Nullable PaperFormat printed;

    Format(@Nullable PaperFormat printed) {
      this.printed = printed;
    }
  }

  private final ViewGate gate;
  private final ReportStore reports;
  private final UnitStore units;
  private final ReportGenerator generator;
  private final PersonalOpener opener;
  private final PublicAddress address;

  /**
   * Serves issued reports.
   *
   * @param gate lets requests to the view
   * @param reports what was issued
   * @param units the tree of units
   * @param generator makes reports from the events
   * @param opener opens names
   * @param address where anyone can check what is printed
   */
  public ReportsEndpoint(
      ViewGate gate,
      ReportStore reports,
      UnitStore units,
      ReportGenerator generator,
      PersonalOpener opener,
      PublicAddress address) {
    this.address = address;
    this.opener = opener;
    this.gate = gate;
    this.reports = reports;
    this.units = units;
    this.generator = generator;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.of("GET", "/api/reports", "listReports", "Các báo cáo đã phát hành")
            .right(Right.READ)
            .query(
                QuerySpec.of(
                    UnitParameter.UNIT,
                    YEAR,
                    TYPE,
                    QuerySpec.LIMIT,
                    QuerySpec.CURSOR,
                    ViewGate.MIN_POSITION))
            .header(ViewGate.PREFER)
            .header(RequestHeader.IF_NONE_MATCH)
            .answer(
                Answer.json(
                    200,
                    "Danh sách, mới nhất trước",
                    RecordSchema.page(ReportJson.itemSchema()),
                    "ETag",
                    ViewGate.POSITION))
            .to(this::list),
        Operation.of("GET", "/api/reports/{id}", "getReport", "Một báo cáo đã phát hành")
            .right(Right.READ)
            .query(QuerySpec.of(FORMAT, ViewGate.MIN_POSITION))
            .header(ViewGate.PREFER)
            .answer(
                Answer.json(
                        200,
                        "Báo cáo lập lại từ sự kiện",
                        ReportJson.oneSchema(),
                        ViewGate.POSITION)
                    .or(PRINTED))
            .to(this::one));
  }

  private void list(Exchange exchange) throws IOException {
    Query query = exchange.query();
    gate.enter(exchange, LIST_VIEWS);
    if (Conditional.known(
        exchange, gate.tag(LIST_VIEWS, gate.today().toString()), Conditional.REVALIDATE)) {
      return;
    }
    Optional<Set<String>> under = UnitParameter.under(query, units, units.tree(), gate.today());
    List<IssuedReport> wanted =
        reports.all().stream().filter(issued -> isWanted(issued.report(), under, query)).toList();
    MemoryPage<IssuedReport> page =
        MemoryPage.of(
            wanted,
            ReportsEndpoint::newestFirst,
            issued -> issued.report().id(),
            query,
            "reports" + query.get(UnitParameter.UNIT) + query.get(YEAR) + query.get(TYPE));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    page.items().forEach(issued -> answer.withArray("items").add(ReportJson.item(issued)));
    answer.withArray("items");
    answer.put("nextCursor", page.nextCursor()).put("total", page.total());
    exchange.json(200, JsonMapper.shared(), answer);
  }

  private static boolean isWanted(ReportState report, Optional<Set<String>> under, Query query) {
    return under.map(units -> units.contains(report.scope().unitCode())).orElse(true)
        && query
            .get(YEAR)
            .map(year -> report.scope().year() <= year && year <= report.scope().lastYear())
            .orElse(true)
        && query.get(TYPE).map(report.scope().type()::equals).orElse(true);
  }

  private static String newestFirst(IssuedReport issued) {
    return Long.toString(Long.MAX_VALUE - issued.report().issuedAt().toEpochMilli());
  }

  private void one(Exchange exchange) throws IOException {
    gate.enter(exchange, VIEWS);
    IssuedReport issued =
        reports
            .find(exchange.path("id"))
            .orElseThrow(() -> ProblemCode.NOT_FOUND.problem().exception());
    exchange.response().setHeader("Cache-Control", Conditional.REVALIDATE);
    Optional<PaperFormat> format = format(exchange);
    GeneratedReport again = again(issued.report());
    Collection<PersonalText> names = again.report().names().values();
    if (format.isEmpty()) {
      OpenedTexts words = opener.wordsOfAll(names, Language.of(exchange.request()));
      ReportJson.write(exchange, ReportJson.one(issued, again, words));
      return;
    }
    if (!again.digest().equals(issued.report().digest())) {
      throw Problem.of(500, "REPORT_DIFFERS").exception();
    }
    OpenedTexts words = opener.wordsOfAll(names, Language.VI);
    exchange.bytes(
        200,
        format.get().mediaType(),
        ReportPaper.print(
            format.get(), again.report(), words, issued.report(), address(exchange, issued)));
  }

  private String address(Exchange exchange, IssuedReport issued) {
    return address.of(exchange.request(), PublicReportsEndpoint.PATH + issued.report().id());
  }

  /** By the parameter, else by what the caller would like best; nothing means JSON. */
  private static Optional<PaperFormat> format(Exchange exchange) {
    Optional<Format> named = exchange.query().get(FORMAT);
    if (named.isPresent()) {
      return Optional.ofNullable(named.get().printed);
    }
    exchange.response().addHeader("Vary", "Accept");
    List<String> offered = new ArrayList<>(List.of("application/json"));
    offered.addAll(List.of(PRINTED));
    int best =
        Accept.best(exchange.header("Accept"), offered)
            .map(offered::indexOf)
            .orElseThrow(() -> ProblemCode.NOT_ACCEPTABLE.problem().exception());
    return best == 0 ? Optional.empty() : Optional.of(PaperFormat.values()[best - 1]);
  }

  private GeneratedReport again(ReportState report) {
    return generator.generate(
        Definitions.version(report.definitionVersion()), report.scope(), report.position());
  }
}
