package vn.danvankheo.query.reporting;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import vn.danvankheo.events.vocabulary.ReportScope;
import vn.danvankheo.query.audit.ledger.LedgerStore;
import vn.danvankheo.query.audit.ledger.StoredCheckpoint;
import vn.danvankheo.query.personal.OpenedTexts;
import vn.danvankheo.query.personal.PersonalOpener;
import vn.danvankheo.query.reading.StreamScan;
import vn.danvankheo.query.reporting.domain.Definition;
import vn.danvankheo.query.reporting.domain.Definitions;
import vn.danvankheo.query.serving.ViewGate;
import vn.danvankheo.query.serving.Views;
import vn.danvankheo.query.views.units.UnitStore;
import vn.danvankheo.web.endpoint.Answer;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.Exchange;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.problem.FieldFault;
import vn.danvankheo.web.problem.Language;
import vn.danvankheo.web.security.ReportReceipts;
import vn.danvankheo.web.security.Right;

/** {@code GET /api/reports/draft}: what a report would say now, and a receipt to issue it by. */
public final class DraftEndpoint implements Endpoint {
  private static final List<String> VIEWS =
      List.of(Views.MODELS, Views.UNITS, Views.PLANS, Views.RATINGS, Views.REPORTS);

  // A report keeps for ever what its draft knew of the ledger, so a moment's wait is worth it.
  private static final Duration LEDGER_WAIT = Duration.ofSeconds(3);

  private final ViewGate gate;
  private final UnitStore units;
  private final StreamScan events;
  private final ReportGenerator generator;
  private final ReportReceipts receipts;
  private final PersonalOpener opener;
  private final LedgerStore ledger;

  /**
   * Drafts reports from the events.
   *
   * @param gate tells how far the log has settled
   * @param units tells which units there are
   * @param events the event log
   * @param generator makes reports
   * @param receipts vouches for drafts
   * @param opener opens names
   * @param ledger tells what it has signed
   */
  public DraftEndpoint(
      ViewGate gate,
      UnitStore units,
      StreamScan events,
      ReportGenerator generator,
      ReportReceipts receipts,
      PersonalOpener opener,
      LedgerStore ledger) {
    this.opener = opener;
    this.gate = gate;
    this.units = units;
    this.events = events;
    this.generator = generator;
    this.receipts = receipts;
    this.ledger = ledger;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.of("GET", "/api/reports/draft", "draftReport", "Dự thảo báo cáo và biên nhận")
            .right(Right.READ)
            .query(DraftRequest.SPEC)
            .header(ViewGate.PREFER)
            .answer(Answer.json(200, "Bản dự thảo", ReportJson.draftSchema(), ViewGate.POSITION))
            .to(this::draft));
  }

  private void draft(Exchange exchange) throws IOException {
    ReportScope scope = DraftRequest.scope(exchange.query());
    long reached = gate.enter(exchange, VIEWS);
    if (units.tree().find(scope.unitCode()).isEmpty()) {
      DraftRequest.refuse(List.of(new FieldFault("/unit", "UNIT_UNKNOWN")));
    }
    long position =
        DraftRequest.asOf(exchange.query())
            .map(moment -> Math.min(reached, events.lastPositionAt(moment)))
            .orElse(reached);
    Definition definition = Definitions.newest();
    GeneratedReport draft = generator.generate(definition, scope, position);
    String checkpoint =
        ledger.covering(position, LEDGER_WAIT).map(StoredCheckpoint::note).orElse(null);
    String receipt =
        receipts.sign(
            new ReportReceipts.Receipt(
                scope, position, definition.version(), draft.digest(), checkpoint));
    exchange.response().setHeader("Cache-Control", "no-store");
    Language language = Language.of(exchange.request());
    OpenedTexts words = opener.wordsOfAll(draft.report().names().values(), language);
    List<DraftNotice> notices = DraftNotice.of(draft.report(), language);
    ReportJson.write(
        exchange, ReportJson.draft(scope, definition.version(), draft, words, notices, receipt));
  }
}
