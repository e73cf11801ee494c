package vn.danvankheo.web.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what the servlet container reports outside the handlers. */
@Controller
public class ProblemErrorController implements ErrorController {
  private final Problems problems;
  private final ProblemWriter writer;

  /**
   * A controller.
   *
   * @param problems explains exceptions
   * @param writer writes problems for bare statuses
   */
  public ProblemErrorController(Problems problems, ProblemWriter writer) {
    this.problems = problems;
    this.writer = writer;
  }

  /**
   * Answers an error dispatch.
   *
   * @param request holds what went wrong as attributes
   * @param response where the answer goes
   * @throws IOException when the caller is gone
   */
  @RequestMapping("/error")
  public void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    if (thrown instanceof Throwable exception) {
      problems.answer(request, response, exception);
    } else {
      writer.write(
          request, response, ServletProblems.ofStatus(status instanceof Integer s ? s : 404));
    }
  }
}
