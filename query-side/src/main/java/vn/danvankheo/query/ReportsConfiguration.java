package vn.danvankheo.query;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.personal.PersonalOpener;
import vn.danvankheo.query.projecting.ViewBoard;
import vn.danvankheo.query.reading.StreamScan;
import vn.danvankheo.query.reporting.DraftEndpoint;
import vn.danvankheo.query.reporting.ReportGenerator;
import vn.danvankheo.query.reporting.ReportsEndpoint;
import vn.danvankheo.query.serving.ViewGate;
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
      PersonalOpener opener) {
    return new DraftEndpoint(gate, units, events, generator, receipts, opener);
  }

  @Bean
  Endpoint reportsEndpoint(
      ViewGate gate,
      ReportStore reports,
      UnitStore units,
      ReportGenerator generator,
      PersonalOpener opener) {
    return new ReportsEndpoint(gate, reports, units, generator, opener);
  }
}
