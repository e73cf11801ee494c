package vn.danvankheo.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.Ordered;
import vn.danvankheo.web.endpoint.Endpoint;
import vn.danvankheo.web.endpoint.MethodFallback;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.endpoint.OperationMapping;
import vn.danvankheo.web.openapi.DocsEndpoint;
import vn.danvankheo.web.openapi.OpenApiEndpoint;
import vn.danvankheo.web.problem.ProblemErrorController;
import vn.danvankheo.web.problem.ProblemMapper;
import vn.danvankheo.web.problem.ProblemResolver;
import vn.danvankheo.web.problem.ProblemWriter;
import vn.danvankheo.web.problem.Problems;
import vn.danvankheo.web.scratch.Scratch;
import vn.danvankheo.web.scratch.ScratchConfiguration;
import vn.danvankheo.web.security.AccessTokens;
import vn.danvankheo.web.security.EndedSessions;
import vn.danvankheo.web.security.JwtKeys;
import vn.danvankheo.web.security.ReportReceipts;
import vn.danvankheo.web.security.SessionWatch;
import vn.danvankheo.web.security.TokenFilter;
import vn.danvankheo.web.trace.TraceFilter;

/**
 * What every process that speaks HTTP needs. A side imports it and adds a {@link JwtKeys}, {@link
 * EndedSessions}, its {@link ProblemMapper}s and its endpoints; where both sides run in one
 * process, the first of those serve both.
 */
@Configuration(proxyBeanMethods = false)
@Import(ScratchConfiguration.class)
@PropertySource("classpath:vn/danvankheo/web/defaults.properties")
public class WebConfiguration {
  private static final LongSupplier RANDOM = () -> ThreadLocalRandom.current().nextLong();

  /**
   * They repeat the path or the request line of whoever tries something; {@link TraceFilter} tells.
   */
  private static final Map<String, LogLevel> HUSHED =
      Map.of(
          "org.springframework.web.servlet.resource", LogLevel.ERROR,
          "org.apache.coyote.http11.Http11Processor", LogLevel.WARN);

  /** Made by Spring. */
  protected WebConfiguration() {
    LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
    HUSHED.forEach(logging::setLogLevel);
  }

  /**
   * The one clock of a process.
   *
   * @return in UTC
   */
  @Bean
  public Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  ProblemWriter problemWriter() {
    return new ProblemWriter(RANDOM);
  }

  @Bean
  Problems problems(ProblemWriter writer, ObjectProvider<ProblemMapper> mappers) {
    return new Problems(writer, mappers.orderedStream().toList());
  }

  @Bean
  ProblemResolver problemResolver(Problems problems) {
    return new ProblemResolver(problems);
  }

  @Bean
  ProblemErrorController problemErrorController(Problems problems, ProblemWriter writer) {
    return new ProblemErrorController(problems, writer);
  }

  @Bean
  ProblemTomcat problemTomcat(ProblemWriter writer) {
    return new ProblemTomcat(writer);
  }

  /** Where Tomcat puts uploads aside; the management port takes none. */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> uploads(Scratch scratch) {
    return factory -> factory.setBaseDirectory(scratch.folder().toFile());
  }

  @Bean
  AccessTokens accessTokens(ObjectProvider<JwtKeys> keys, Clock clock) {
    return new AccessTokens(keys.orderedStream().findFirst().orElseThrow(), clock);
  }

  @Bean
  ReportReceipts reportReceipts(ObjectProvider<JwtKeys> keys, Clock clock) {
    return new ReportReceipts(keys.orderedStream().findFirst().orElseThrow(), clock);
  }

  @Bean
  FilterRegistrationBean<TraceFilter> traceFilter() {
    FilterRegistrationBean<TraceFilter> filter =
        new FilterRegistrationBean<>(new TraceFilter(RANDOM, System::nanoTime));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  SessionWatch sessionWatch(ObjectProvider<EndedSessions> sessions, Clock clock) {
    return new SessionWatch(sessions.orderedStream().findFirst().orElse(moment -> Set.of()), clock);
  }

  @Bean
  FilterRegistrationBean<TokenFilter> tokenFilter(
      AccessTokens tokens, SessionWatch sessions, Clock clock, Problems problems) {
    FilterRegistrationBean<TokenFilter> filter =
        new FilterRegistrationBean<>(new TokenFilter(tokens, sessions, clock, problems));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
    return filter;
  }

  @Bean
  OperationMapping operationMapping(ObjectProvider<Endpoint> endpoints) {
    List<Operation> operations = new ArrayList<>();
    endpoints.orderedStream().forEach(endpoint -> operations.addAll(endpoint.operations()));
    operations.addAll(new DocsEndpoint().operations());
    operations.addAll(new OpenApiEndpoint(operations).operations());
    return new OperationMapping(operations);
  }

  @Bean
  MethodFallback methodFallback() {
    return new MethodFallback();
  }
}
