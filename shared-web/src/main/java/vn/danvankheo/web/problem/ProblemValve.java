package vn.danvankheo.web.problem;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what Tomcat itself refuses, such as a malformed request line or too many headers. */
public final class ProblemValve extends ErrorReportValve {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemValve.class);

  private final ProblemWriter writer;

  /**
   * A valve.
   *
   * @param writer writes problems
   */
  public ProblemValve(ProblemWriter writer) {
    this.writer = writer;
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable thrown) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    try {
      writer.write(request, response, ServletProblems.ofStatus(status));
    } catch (IOException gone) {
      LOG.debug("The caller went away");
    }
  }
}
