package vn.danvankheo.web.security;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import vn.danvankheo.web.problem.Problem;
import vn.danvankheo.web.problem.ProblemCode;
import vn.danvankheo.web.problem.Problems;
import vn.danvankheo.web.security.AccessTokens.Verified;

/**
 * Lets nobody under {@code /api} without a token but to what is open to all: logging in, the public
 * pages and the documents of the interface.
 */
public final class TokenFilter implements Filter {
  private static final String SCHEME = "Bearer ";
  private static final Set<String> OPEN =
      Set.of("/api/sessions", "/api/sessions/refresh", "/api/public", "/api/docs", "/api/openapi");

  private final TokenCache tokens;
  private final SessionWatch sessions;
  private final Problems problems;

  /**
   * A filter.
   *
   * @param tokens verifies tokens
   * @param sessions tells whose sessions have ended
   * @param clock tells when remembered tokens expire
   * @param problems answers those who are not let in
   */
  public TokenFilter(AccessTokens tokens, SessionWatch sessions, Clock clock, Problems problems) {
    this.tokens = new TokenCache(tokens, clock);
    this.sessions = sessions;
    this.problems = problems;
  }

  @Override
  public void doFilter(ServletRequest in, ServletResponse out, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) in;
    HttpServletResponse response = (HttpServletResponse) out;
    try {
      Optional<Verified> verified = verified(request);
      verified.ifPresent(token -> Callers.put(request, token));
      if (verified.isEmpty() && !isOpen(path(request))) {
        throw unauthenticated("").exception();
      }
    } catch (RuntimeException refused) {
      problems.answer(request, response, refused);
      return;
    }
    chain.doFilter(request, response);
  }

  private Optional<Verified> verified(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    Optional<Verified> verified =
        tokens
            .verify(header.substring(SCHEME.length()).trim())
            .filter(token -> !sessions.hasEnded(token.sessionId()));
    if (verified.isEmpty() && !isOpen(path(request))) {
      throw unauthenticated(", error=\"invalid_token\"").exception();
    }
    return verified;
  }

  private static Problem unauthenticated(String error) {
    return ProblemCode.UNAUTHENTICATED
        .problem()
        .header("WWW-Authenticate", "Bearer realm=\"danvankheo\"" + error);
  }

  /** The path as the container decoded and normalised it, so that no spelling slips through. */
  private static String path(HttpServletRequest request) {
    String info = request.getPathInfo();
    return info == null ? request.getServletPath() : request.getServletPath() + info;
  }

  private static boolean isOpen(String path) {
    return !(path.equals("/api") || path.startsWith("/api/"))
        || OPEN.contains(path)
        || path.startsWith("/api/public/")
        || path.startsWith("/api/docs/")
        || path.startsWith("/api/openapi/");
  }
}
