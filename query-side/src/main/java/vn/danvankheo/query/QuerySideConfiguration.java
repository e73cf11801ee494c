package vn.danvankheo.query;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.bson.types.ObjectId;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.danvankheo.query.drift.DriftStore;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.oversight.OversightLog;
import vn.danvankheo.query.projecting.Projection;
import vn.danvankheo.query.projecting.ProjectionRunner;
import vn.danvankheo.query.projecting.ProjectionSettings;
import vn.danvankheo.query.projecting.UpkeepSettings;
import vn.danvankheo.query.projecting.ViewBoard;
import vn.danvankheo.query.replay.DocumentReplays;
import vn.danvankheo.query.replay.ReplayStore;
import vn.danvankheo.query.replay.ViewReplayStore;
import vn.danvankheo.query.replay.ViewReplays;
import vn.danvankheo.query.tables.QueryTables;
import vn.danvankheo.query.views.accounts.AccountsProjection;
import vn.danvankheo.query.views.models.ModelsProjection;
import vn.danvankheo.query.views.oversight.OversightProjection;
import vn.danvankheo.query.views.plans.PlansProjection;
import vn.danvankheo.query.views.ratings.RatingsProjection;
import vn.danvankheo.query.views.replications.ReplicationsProjection;
import vn.danvankheo.query.views.reports.ReportsProjection;
import vn.danvankheo.query.views.units.UnitsProjection;
import vn.danvankheo.web.WebConfiguration;
import vn.danvankheo.web.problem.ProblemCode;
import vn.danvankheo.web.problem.ProblemMapper;
import vn.danvankheo.web.security.EndedSessions;
import vn.danvankheo.web.security.JwtKeys;

/** The read side as a process or the standalone takes it. */
@Configuration(proxyBeanMethods = false)
@Import({
  WebConfiguration.class,
  QueriesConfiguration.class,
  LedgerConfiguration.class,
  ReportsConfiguration.class,
  DriftConfiguration.class
})
@EnableConfigurationProperties(QuerySideProperties.class)
@PropertySource("classpath:vn/danvankheo/query/defaults.properties")
public class QuerySideConfiguration {
  /** All views. */
  public static final List<Projection<?>> PROJECTIONS =
      List.of(
          new ModelsProjection(),
          UnitsProjection.projection(),
          PlansProjection.projection(),
          AccountsProjection.projection(),
          RatingsProjection.projection(),
          ReplicationsProjection.projection(),
          new ReportsProjection(),
          new OversightProjection());

  /** Made by Spring. */
  protected QuerySideConfiguration() {}

  @Bean
  MongoClient viewsClient(QuerySideProperties properties) {
    MongoClientSettings.Builder settings =
        MongoClientSettings.builder()
            .applyToClusterSettings(c -> c.serverSelectionTimeout(2, TimeUnit.SECONDS))
            .applyToSocketSettings(
                s -> s.connectTimeout(2, TimeUnit.SECONDS).readTimeout(30, TimeUnit.SECONDS));
    return MongoClients.create(
        settings.applyConnectionString(new ConnectionString(properties.mongodb().uri())).build());
  }

  @Bean
  ViewDatabase viewDatabase(MongoClient client, QuerySideProperties properties) {
    String named = new ConnectionString(properties.mongodb().uri()).getDatabase();
    return new ViewDatabase(
        client.getDatabase(Optional.ofNullable(named).orElse(properties.mongodb().database())));
  }

  @Bean
  ViewBoard viewBoard() {
    return new ViewBoard(PROJECTIONS.stream().<String>map(Projection::view).toList());
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  ProjectionRunner projectionRunner(
      JdbcConnectionDetails events,
      ViewDatabase database,
      ViewBoard board,
      ViewReplayStore replays,
      ReplayStore jobs,
      OversightLog oversight,
      DriftStore findings,
      QuerySideProperties properties,
      MeterRegistry registry,
      Clock clock) {
    DataSource direct = direct(events, "danvankheo views");
    ProjectionRunner runner =
        new ProjectionRunner(
            direct,
            database,
            PROJECTIONS,
            board,
            ProjectionSettings.USUAL,
            registry,
            clock,
            () -> new ObjectId().toHexString());
    QuerySideProperties.Upkeep upkeep = properties.upkeep();
    runner.watching(findings, new UpkeepSettings(upkeep.retry(), upkeep.period(), upkeep.step()));
    runner.whileLeading(
        new ViewReplays(
            new ViewReplays.Tools(direct, database, board, replays, oversight, clock), registry));
    runner.whileLeading(new DocumentReplays(jobs, oversight, clock));
    return runner;
  }

  /** Connections that stay open for long, outside of the pool that requests share. */
  static DataSource direct(JdbcConnectionDetails events, String applicationName) {
    Properties settings = new Properties();
    settings.setProperty("connectTimeout", "3");
    settings.setProperty("socketTimeout", "60");
    settings.setProperty("tcpKeepAlive", "true");
    settings.setProperty("ApplicationName", applicationName);
    DriverManagerDataSource source = new DriverManagerDataSource();
    source.setUrl(events.getJdbcUrl());
    source.setUsername(events.getUsername());
    source.setPassword(events.getPassword());
    source.setConnectionProperties(settings);
    return source;
  }

  @Bean
  HealthIndicator viewsHealthIndicator(ViewBoard board, ViewDatabase database) {
    return new ViewsHealth(board, database);
  }

  @Bean
  HealthIndicator projectionsHealthIndicator(ViewBoard board, ProjectionRunner runner) {
    return new ProjectionsHealth(board, runner);
  }

  @Bean
  ProblemMapper viewsAway() {
    return thrown ->
        ViewDatabase.isAway(thrown)
            ? ProblemCode.STORE_UNAVAILABLE.retryAfter(ViewDatabase.RETRY)
            : null;
  }

  @Bean
  ProblemMapper tablesNotThereYet() {
    return thrown ->
        QueryTables.areMissing(thrown)
            ? ProblemCode.STORE_UNAVAILABLE.retryAfter(QueryTables.RETRY)
            : null;
  }

  @Bean
  JwtKeys storedJwtKeys(DataSource source, QuerySideProperties properties) {
    return new StoredJwtKeys(source, properties.jwtSecret());
  }

  @Bean
  EndedSessions storedSessions(DataSource source) {
    return new StoredSessions(source);
  }
}
