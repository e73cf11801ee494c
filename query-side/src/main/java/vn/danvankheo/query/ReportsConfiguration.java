package vn.danvankheo.query;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.danvankheo.query.audit.ledger.LedgerStore;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.operations.OperationAnswers;
import vn.danvankheo.query.oversight.OversightLog;
import vn.danvankheo.query.personal.PersonalOpener;
import vn.danvankheo.query.projecting.ViewBoard;
import vn.danvankheo.query.projecting.ViewStatus;
import vn.danvankheo.query.reading.EventStreams;
import vn.danvankheo.query.reading.StreamScan;
import vn.danvankheo.query.replay.FormerViews;
import vn.danvankheo.query.replay.ReplayStore;
import vn.danvankheo.query.replay.ReplaysEndpoint;
import vn.danvankheo.query.replay.ReportReplays;
import vn.danvankheo.query.replay.ViewReplayOrders;
import vn.danvankheo.query.replay.ViewReplayStore;
import vn.danvankheo.query.reporting.DraftEndpoint;
import vn.danvankheo.query.reporting.ModelPapersEndpoint;
import vn.danvankheo.query.reporting.PublicReportsEndpoint;
import vn.danvankheo.query.reporting.ReportGenerator;
import vn.danvankheo.query.reporting.ReportsEndpoint;
import vn.danvankheo.query.serving.PublicAddress;
import vn.danvankheo.query.serving.ViewGate;
import vn.danvankheo.query.views.models.ModelStore;
import vn.danvankheo.query.views.models.PastModels;
import vn.danvankheo.query.views.plans.PlanStore;
import vn.danvankheo.query.views.reports.ReportStore;
import vn.danvankheo.query.views.units.UnitStore;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.security.ReportReceipts;

/** Reports, drafted and issued. */
@Configuration(proxyBeanMethods = false)
class ReportsConfiguration {
  @Bean
  StreamScan streamScan(DataSource source) {
    return new StreamScan(source);
  }

  @Bean
  ReportGenerator reportGenerator(StreamScan events) {
    return new ReportGenerator(events);
  }

  @Bean
  ReportStore reportStore(ViewDatabase database, ViewBoard board) {
    return new ReportStore(database, board);
  }

  @Bean
  Endpoint draftEndpoint(
      ViewGate gate,
      UnitStore units,
      StreamScan events,
      ReportGenerator generator,
      ReportReceipts receipts,
      PersonalOpener opener,
      LedgerStore ledger) {
    return new DraftEndpoint(gate, units, events, generator, receipts, opener, ledger);
  }

  @Bean
  ReplayStore replayStore(DataSource source) {
    return new ReplayStore(source);
  }

  @Bean(destroyMethod = "close")
  ReportReplays reportReplays(
      ReplayStore jobs,
      EventStreams streams,
      ReportGenerator generator,
      LedgerStore ledger,
      OversightLog oversight,
      Clock clock) {
    return new ReportReplays(jobs, streams, generator, ledger, oversight, clock);
  }

  /** Once this process serves, it goes on with what one that is gone had begun. */
  @Bean
  ApplicationListener<ApplicationReadyEvent> resumeReplays(ReportReplays replays) {
    return ready -> replays.start();
  }

  @Bean
  Endpoint replaysEndpoint(
      ReplayStore jobs,
      ViewReplayOrders orders,
      ViewBoard board,
      ViewDatabase database,
      ReportReplays replays,
      ReportStore reports,
      OperationAnswers operations,
      Clock clock) {
    List<String> views = board.all().stream().map(ViewStatus::view).toList();
    FormerViews former = new FormerViews(database, board);
    return new ReplaysEndpoint(jobs, orders, views, former, replays, reports, operations, clock);
  }

  @Bean
  ViewReplayOrders viewReplayOrders(DataSource source) {
    return new ViewReplayOrders(source);
  }

  @Bean
  ViewReplayStore viewReplayStore(DataSource source) {
    return new ViewReplayStore(source);
  }

  @Bean
  Endpoint reportsEndpoint(
      ViewGate gate,
      ReportStore reports,
      UnitStore units,
      ReportGenerator generator,
      PersonalOpener opener,
      PublicAddress address) {
    return new ReportsEndpoint(gate, reports, units, generator, opener, address);
  }

  @Bean
  Endpoint modelPapersEndpoint(
      ViewGate gate,
      ModelStore models,
      UnitStore units,
      PlanStore plans,
      EventStreams streams,
      PersonalOpener opener) {
    return new ModelPapersEndpoint(gate, models, units, plans, new PastModels(streams), opener);
  }

  @Bean
  PublicAddress publicAddress(QuerySideProperties properties) {
    return new PublicAddress(properties.publicAddress());
  }

  @Bean
  Endpoint publicReportsEndpoint(ViewGate gate, ReportStore reports, UnitStore units) {
    return new PublicReportsEndpoint(gate, reports, units);
  }
}
