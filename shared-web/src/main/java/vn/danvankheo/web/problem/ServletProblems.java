package vn.danvankheo.web.problem;

import java.util.Map;
import org.apache.coyote.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** What the web framework's own exceptions mean to the caller. */
final class ServletProblems implements ProblemMapper {
  @Override
  public @Nullable Problem problemOf(Throwable thrown) {
    if (thrown instanceof HttpRequestMethodNotSupportedException method) {
      String[] allowed = method.getSupportedMethods();
      Problem problem = ProblemCode.METHOD_NOT_ALLOWED.problem();
      return allowed == null ? problem : problem.header("Allow", String.join(", ", allowed));
    }
    if (thrown instanceof MaxUploadSizeExceededException) {
      return ProblemCode.BODY_TOO_LARGE.problem(Map.of("limit", "25 MB"));
    }
    if (thrown instanceof MultipartException) {
      return ProblemCode.MALFORMED_MULTIPART.problem();
    }
    if (thrown instanceof BadRequestException
        || thrown instanceof ServletRequestBindingException
        || thrown instanceof HttpMessageNotReadableException) {
      return ProblemCode.BAD_REQUEST.problem();
    }
    if (thrown instanceof ErrorResponse answer) {
      return ofStatus(answer.getStatusCode().value(), answer.getHeaders());
    }
    return null;
  }

  /**
   * The problem for a bare status.
   *
   * @param status an HTTP status
   * @return the usual problem of that status
   */
  static Problem ofStatus(int status) {
    return switch (status) {
      case 401 -> ProblemCode.UNAUTHENTICATED.problem().header("WWW-Authenticate", "Bearer");
      case 403 -> ProblemCode.FORBIDDEN.problem();
      case 404 -> ProblemCode.NOT_FOUND.problem();
      case 405, 501 -> ProblemCode.METHOD_NOT_ALLOWED.problem();
      case 406 -> ProblemCode.NOT_ACCEPTABLE.problem();
      case 413 -> ProblemCode.BODY_TOO_LARGE.problem(Map.of("limit", "1 MB"));
      case 415 -> ProblemCode.UNSUPPORTED_MEDIA_TYPE.problem();
      case 431 -> ProblemCode.HEADERS_TOO_LARGE.problem();
      case 503 -> ProblemCode.STORE_UNAVAILABLE.retryAfter(StoreAway.RETRY);
      default ->
          status >= 400 && status < 500
              ? Problem.of(status, ProblemCode.BAD_REQUEST.name())
              : ProblemCode.INTERNAL_ERROR.problem();
    };
  }

  private static Problem ofStatus(int status, HttpHeaders headers) {
    Problem problem = ofStatus(status);
    String accepted = headers.getFirst(HttpHeaders.ACCEPT);
    return accepted == null
        ? problem
        : problem.with(Map.of("accepted", accepted)).header(HttpHeaders.ACCEPT, accepted);
  }
}
