package vn.danvankheo.web.trace;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Gives every exchange its ids, in the answer's headers and in the log, and writes one line per
 * access. The line holds the route's pattern in place of the path, so that neither names in a path
 * nor search words, tokens or bodies reach the log.
 */
public final class TraceFilter implements Filter {
  private static final Logger ACCESS = LoggerFactory.getLogger("vn.danvankheo.access");

  private final LongSupplier random;
  private final LongSupplier nanos;

  /**
   * A filter.
   *
   * @param random where new ids come from
   * @param nanos a clock for durations, in nanoseconds
   */
  public TraceFilter(LongSupplier random, LongSupplier nanos) {
    this.random = random;
    this.nanos = nanos;
  }

  @Override
  public void doFilter(ServletRequest in, ServletResponse out, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) in;
    HttpServletResponse response = (HttpServletResponse) out;
    long start = nanos.getAsLong();
    Trace trace = Trace.of(request, random);
    response.setHeader("X-Trace-Id", trace.traceId());
    response.setHeader("X-Request-Id", trace.requestId());
    response.setHeader("X-Content-Type-Options", "nosniff");
    MDC.put("traceId", trace.traceId());
    MDC.put("requestId", trace.requestId());
    try {
      chain.doFilter(request, response);
    } finally {
      log(request, response, nanos.getAsLong() - start);
      MDC.remove("traceId");
      MDC.remove("requestId");
    }
  }

  private static void log(HttpServletRequest request, HttpServletResponse response, long took) {
    if (ACCESS.isInfoEnabled()) {
      Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
      ACCESS.info(
          "{} {} {} {} ms",
          method(request),
          route == null ? "(no route)" : route,
          response.getStatus(),
          took / 1_000_000);
    }
  }

  private static String method(HttpServletRequest request) {
    String method = request.getMethod();
    return method.length() <= 7 ? method : "(other)";
  }
}
