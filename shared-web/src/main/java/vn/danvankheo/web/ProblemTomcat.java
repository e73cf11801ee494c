package vn.danvankheo.web;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import vn.danvankheo.web.problem.ProblemValve;
import vn.danvankheo.web.problem.ProblemWriter;

/** Makes Tomcat report its own refusals as problems. */
final class ProblemTomcat
    implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {
  private final ProblemWriter writer;

  ProblemTomcat(ProblemWriter writer) {
    this.writer = writer;
  }

  /** Last, so that the valve is the innermost one and reports first. */
  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addContextCustomizers(
        context -> {
          StandardHost host = (StandardHost) context.getParent();
          host.getPipeline().addValve(new ProblemValve(writer));
          host.setErrorReportValveClass(ProblemValve.class.getName());
        });
  }
}
