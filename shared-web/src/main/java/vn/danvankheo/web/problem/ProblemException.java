package vn.danvankheo.web.problem;

/** Ends an exchange with a problem. It is an answer, not an accident: no stack trace. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  ProblemException(Problem problem) {
    super(problem.code(), null, false, false);
    this.problem = problem;
  }

  /**
   * What to answer.
   *
   * @return the problem
   */
  public Problem problem() {
    return problem;
  }
}
