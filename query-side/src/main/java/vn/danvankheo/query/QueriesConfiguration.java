package vn.danvankheo.query;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.projecting.ViewBoard;
import vn.danvankheo.query.reading.EventStreams;
import vn.danvankheo.query.serving.ViewGate;
import vn.danvankheo.query.views.models.ModelEndpoint;
import vn.danvankheo.query.views.models.ModelsEndpoint;
import vn.danvankheo.query.views.plans.PlanStore;
import vn.danvankheo.query.views.units.UnitStore;
import vn.danvankheo.web.endpoint.Endpoint;

/** What is asked of the views over HTTP. */
@Configuration(proxyBeanMethods = false)
class QueriesConfiguration {
  @Bean
  ViewGate viewGate(ViewBoard board, Clock clock, QuerySideProperties properties) {
    return new ViewGate(board, clock, properties.waiting());
  }

  @Bean
  UnitStore unitStore(ViewDatabase database, ViewBoard board) {
    return new UnitStore(database, board);
  }

  @Bean
  PlanStore planStore(ViewDatabase database, ViewBoard board) {
    return new PlanStore(database, board);
  }

  @Bean
  EventStreams eventStreams(DataSource source) {
    return new EventStreams(source);
  }

  @Bean
  Endpoint modelsEndpoint(ViewGate gate, ViewDatabase database, UnitStore units, PlanStore plans) {
    return new ModelsEndpoint(gate, database, units, plans);
  }

  @Bean
  Endpoint modelEndpoint(
      ViewGate gate, ViewDatabase database, UnitStore units, EventStreams streams) {
    return new ModelEndpoint(gate, database, units, streams);
  }
}
