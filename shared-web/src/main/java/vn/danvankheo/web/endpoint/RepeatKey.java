package vn.danvankheo.web.endpoint;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.web.problem.ProblemCode;

/** The key that makes repeating a request harmless. */
public final class RepeatKey {
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");

  private RepeatKey() {}

  /**
   * The key of a request.
   *
   * @param exchange the request
   * @return null when there is none
   * @throws vn.danvankheo.web.problem.ProblemException 400 when it is malformed
   */
  public static @Nullable String of(Exchange exchange) {
    String key = exchange.header("Idempotency-Key");
    if (key != null && !KEY.matcher(key).matches()) {
      throw ProblemCode.MALFORMED_IDEMPOTENCY_KEY.problem().exception();
    }
    return key;
  }
}
