package vn.danvankheo.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import vn.danvankheo.web.problem.ProblemCode;
import vn.danvankheo.web.security.AccessTokens.Verified;

/** Who calls, kept with each request. */
public final class Callers {
  private static final String ATTRIBUTE = Caller.class.getName();

  private Callers() {}

  /**
   * Who calls.
   *
   * @param request a request that passed the filter
   * @return the caller
   * @throws vn.danvankheo.web.problem.ProblemException 401 when nobody is logged in
   */
  public static Caller caller(HttpServletRequest request) {
    return token(request)
        .orElseThrow(() -> ProblemCode.UNAUTHENTICATED.problem().exception())
        .caller();
  }

  /**
   * What the token of a request says.
   *
   * @param request a request that passed the filter
   * @return empty when it came without one
   */
  public static Optional<Verified> token(HttpServletRequest request) {
    return Optional.ofNullable((Verified) request.getAttribute(ATTRIBUTE));
  }

  static void put(HttpServletRequest request, Verified token) {
    request.setAttribute(ATTRIBUTE, token);
  }
}
