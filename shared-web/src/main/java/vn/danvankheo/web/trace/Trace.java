package vn.danvankheo.web.trace;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The ids of one exchange.
 *
 * @param traceId W3C trace id, 32 lower-case hexadecimal digits, the caller's when it sent one
 * @param requestId the caller's or a gateway's {@code X-Request-Id}, else one made here
 */
public record Trace(String traceId, String requestId) {
  private static final String ATTRIBUTE = Trace.class.getName();
  private static final Pattern TRACEPARENT =
      Pattern.compile("([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(-.*)?");
  private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._~:/+=-]{1,64}");
  private static final String ALL_ZERO = "0".repeat(32);

  /**
   * The ids of a request that passed {@link TraceFilter}, or ones made for it now.
   *
   * @param request the request
   * @param random where new ids come from
   * @return kept with the request from now on
   */
  public static Trace of(HttpServletRequest request, LongSupplier random) {
    if (request.getAttribute(ATTRIBUTE) instanceof Trace known) {
      return known;
    }
    Trace made = from(request.getHeader("traceparent"), request.getHeader("X-Request-Id"), random);
    request.setAttribute(ATTRIBUTE, made);
    return made;
  }

  /**
   * The ids of a request that passed {@link TraceFilter}.
   *
   * @param request the request
   * @return its ids
   */
  public static Trace of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Trace known) {
      return known;
    }
    throw new IllegalStateException("The request did not pass the trace filter");
  }

  /**
   * Continues a trace, or starts one when the header is absent or malformed.
   *
   * @param traceparent the W3C header; null when there is none
   * @param requestId the request id header; ignored when it is not 1–64 harmless characters
   * @param random where new ids come from
   * @return the ids
   */
  static Trace from(@Nullable String traceparent, @Nullable String requestId, LongSupplier random) {
    String id =
        requestId != null && REQUEST_ID.matcher(requestId).matches()
            ? requestId
            : hex(random.getAsLong());
    if (traceparent != null) {
      Matcher parts = TRACEPARENT.matcher(traceparent);
      if (parts.matches() && continues(parts)) {
        return new Trace(parts.group(2), id);
      }
    }
    return new Trace(hex(random.getAsLong()) + hex(random.getAsLong() | 1L), id);
  }

  private static boolean continues(Matcher parts) {
    boolean laterVersion = !"00".equals(parts.group(1));
    return !"ff".equals(parts.group(1))
        && !ALL_ZERO.equals(parts.group(2))
        && !ALL_ZERO.startsWith(parts.group(3))
        && (laterVersion || parts.group(4) == null);
  }

  private static String hex(long value) {
    String digits = Long.toHexString(value);
    return "0".repeat(16 - digits.length()) + digits;
  }
}
