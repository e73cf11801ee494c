package vn.danvankheo.query.reporting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.danvankheo.events.serialization.EventJson;
import vn.danvankheo.events.state.ReportState;
import vn.danvankheo.query.serving.Conditional;
import vn.danvankheo.query.serving.RecordSchema;
import vn.danvankheo.query.serving.ViewGate;
import vn.danvankheo.query.serving.Views;
import vn.danvankheo.query.views.reports.IssuedReport;
import vn.danvankheo.query.views.reports.ReportStore;
import vn.danvankheo.query.views.units.UnitStore;
import vn.danvankheo.web.endpoint.Accept;
import vn.danvankheo.web.endpoint.Answer;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.endpoint.RequestHeader;
import vn.danvankheo.web.problem.Language;
import vn.danvankheo.web.problem.ProblemCode;
import vn.danvankheo.web.query.QuerySpec;

/**
 * {@code GET /api/public/reports/{id}}: what the code on a printed report leads to, for anyone. It
 * does not make the report again: that reads all events, and would be an invitation to whoever
 * wants to keep the registry busy.
 */
public final class PublicReportsEndpoint implements Endpoint {
  /** Where a report's page is, before its id. */
  static final String PATH = "/api/public/reports/";

  private static final List<String> VIEWS = List.of(Views.REPORTS, Views.UNITS);
  private static final String PUBLIC = "public, max-age=60";

  private final ViewGate gate;
  private final ReportStore reports;
  private final UnitStore units;

  /**
   * Serves what anyone may know.
   *
   * @param gate lets requests to the views
   * @param reports what was issued
   * @param units the tree of units
   */
  public PublicReportsEndpoint(ViewGate gate, ReportStore reports, UnitStore units) {
    this.gate = gate;
    this.reports = reports;
    this.units = units;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.of("GET", PATH + "{id}", "getPublicReport", "Trang xác thực của một báo cáo")
            .open()
            .query(QuerySpec.of(ViewGate.MIN_POSITION))
            .header(RequestHeader.IF_NONE_MATCH)
            .answer(
                Answer.json(
                        200,
                        "Số, ngày, đơn vị, mã số liệu và dấu chốt",
                        RecordSchema.of(PublicReport.class),
                        "ETag",
                        ViewGate.POSITION)
                    .or("text/html"))
            .to(this::one));
  }

  private void one(Exchange exchange) throws IOException {
    gate.enter(exchange, VIEWS);
    ReportState report =
        reports
            .find(exchange.path("id"))
            .map(IssuedReport::report)
            .orElseThrow(() -> ProblemCode.NOT_FOUND.problem().exception());
    exchange.response().addHeader("Vary", "Accept, Accept-Language");
    boolean asPage = asPage(exchange);
    Language language = Language.of(exchange.request());
    if (Conditional.known(exchange, gate.tag(VIEWS, "public" + asPage + language), PUBLIC)) {
      return;
    }
    PublicReport shown = shown(report);
    if (asPage) {
      byte[] page = VerificationPage.of(shown, language).getBytes(StandardCharsets.UTF_8);
      exchange.bytes(200, "text/html;charset=UTF-8", page);
    } else {
      exchange.json(200, JsonMapper.shared(), EventJson.shown().valueToTree(shown));
    }
  }

  private static boolean asPage(Exchange exchange) {
    return Accept.best(exchange.header("Accept"), List.of("application/json", "text/html"))
        .orElseThrow(() -> ProblemCode.NOT_ACCEPTABLE.problem().exception())
        .equals("text/html");
  }

  private PublicReport shown(ReportState report) {
    String unit = units.tree().nameOn(report.scope().unitCode(), report.scope().to());
    return PublicReport.of(report, unit, supersededBy(report));
  }

  private @Nullable String supersededBy(ReportState report) {
    return reports.all().stream()
        .map(IssuedReport::report)
        .filter(later -> later.scope().unitCode().equals(report.scope().unitCode()))
        .filter(later -> later.scope().isOfSamePeriod(report.scope()))
        .filter(later -> later.issuedAt().isAfter(report.issuedAt()))
        .max(Comparator.comparing(ReportState::issuedAt))
        .map(ReportState::number)
        .orElse(null);
  }
}
