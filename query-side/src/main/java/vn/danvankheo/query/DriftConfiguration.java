package vn.danvankheo.query;

import javax.sql.DataSource;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.danvankheo.query.drift.DriftEndpoint;
import vn.danvankheo.query.drift.DriftStore;
import vn.danvankheo.query.tables.QueryTables;
import vn.danvankheo.web.endpoint.Endpoint;

/** The watch over what views show. */
@Configuration(proxyBeanMethods = false)
class DriftConfiguration {
  @Bean
  DriftStore driftStore(DataSource source, QueryTables tables) {
    return new DriftStore(source, tables);
  }

  @Bean
  Endpoint driftEndpoint(DriftStore findings) {
    return new DriftEndpoint(findings);
  }

  @Bean
  HealthIndicator driftHealthIndicator(DriftStore findings) {
    return new DriftHealth(findings);
  }
}
