package vn.danvankheo.web.problem;

import jakarta.servlet.RequestDispatcher;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.res.StringManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what Tomcat itself refuses, such as a malformed request line or too many headers. */
public final class ProblemValve extends ErrorReportValve {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemValve.class);

  private static final String HEADERS_TOO_LARGE =
      StringManager.getManager("org.apache.coyote.http11")
          .getString("iib.requestheadertoolarge.error");

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
      writer.write(request, response, problem(request, status));
    } catch (IOException gone) {
      LOG.debug("The caller went away");
    }
  }

  /** Tomcat tells most of it by 400, and what it does not speak by statuses of its own. */
  private static Problem problem(Request request, int status) {
    Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    if (thrown instanceof Throwable cause && HEADERS_TOO_LARGE.equals(cause.getMessage())) {
      return ProblemCode.HEADERS_TOO_LARGE.problem();
    }
    boolean notSpoken = status == 501 || status == 505;
    return notSpoken ? ProblemCode.BAD_REQUEST.problem() : ServletProblems.ofStatus(status);
  }
}
