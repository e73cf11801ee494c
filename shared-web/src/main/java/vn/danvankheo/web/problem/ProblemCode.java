package vn.danvankheo.web.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The problems that both sides share; the name is the stable {@code code}. */
public enum ProblemCode {
  BAD_REQUEST(400),
  MALFORMED_JSON(400),
  DUPLICATE_KEY(400),
  NESTED_TOO_DEEPLY(400),
  NOT_UTF8(400),
  MALFORMED_MULTIPART(400),
  INVALID_PARAMETERS(400),
  MALFORMED_IF_MATCH(400),
  MALFORMED_IDEMPOTENCY_KEY(400),
  UNAUTHENTICATED(401),
  INVALID_CREDENTIALS(401),
  FORBIDDEN(403),
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  NOT_ACCEPTABLE(406),
  STALE_VERSION(412),
  BODY_TOO_LARGE(413),
  UNSUPPORTED_MEDIA_TYPE(415),
  INVALID_FIELDS(422),
  IDEMPOTENCY_KEY_REUSED(422),
  IF_MATCH_REQUIRED(428),
  TOO_MANY_REQUESTS(429),
  HEADERS_TOO_LARGE(431),
  INTERNAL_ERROR(500),
  STORE_UNAVAILABLE(503),
  NOT_YET_VISIBLE(503),
  WAITS_FOR_EVENT(503);

  private final int status;

  ProblemCode(int status) {
    this.status = status;
  }

  /**
   * The status it is answered with.
   *
   * @return an HTTP status
   */
  public int status() {
    return status;
  }

  /**
   * A problem of this kind.
   *
   * @return without particulars
   */
  public Problem problem() {
    return Problem.of(status, name());
  }

  /**
   * A problem of this kind.
   *
   * @param details what its words need, by name
   * @return a problem
   */
  public Problem problem(Map<String, Object> details) {
    return problem().with(details);
  }

  /**
   * A problem of this kind with wrong fields or parameters.
   *
   * @param faults at least one
   * @return a problem
   */
  public Problem problem(List<FieldFault> faults) {
    return problem().with(faults);
  }

  /**
   * A problem of this kind that may pass.
   *
   * @param wait how long to wait before asking again; rounded up to whole seconds, at least one
   * @return a problem with {@code Retry-After}
   */
  public Problem retryAfter(Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return problem(Map.of("seconds", seconds)).header("Retry-After", Long.toString(seconds));
  }
}
