package vn.danvankheo.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import tools.jackson.databind.json.JsonMapper;
import vn.danvankheo.web.trace.Trace;

/** Puts problems into words and onto the wire. */
public final class ProblemWriter {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final List<String> OF_THE_GOOD_ANSWER =
      List.of("ETag", "Content-Disposition", "Content-Encoding", "Location", "Last-Modified");

  private final LongSupplier random;

  /**
   * A writer.
   *
   * @param random where a trace id comes from when the exchange has none yet
   */
  public ProblemWriter(LongSupplier random) {
    this.random = random;
  }

  /**
   * Answers with a problem. What was not yet sent of another answer is dropped.
   *
   * @param request the request
   * @param response where the answer goes; when it is under way already, nothing can be done
   * @param problem what went wrong
   * @throws IOException when the caller is gone
   */
  public void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    Language language = Language.of(request);
    Trace trace = Trace.of(request, random);
    byte[] body = JSON.writeValueAsBytes(body(request, problem, language, trace));
    response.resetBuffer();
    OF_THE_GOOD_ANSWER.forEach(name -> response.setHeader(name, null));
    response.setStatus(problem.status());
    response.setHeader("X-Trace-Id", trace.traceId());
    response.setHeader("X-Request-Id", trace.requestId());
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Content-Language", language.tag());
    response.addHeader("Vary", "Accept-Language");
    problem.headers().forEach(response::setHeader);
    response.setContentType("application/problem+json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
    response.flushBuffer();
  }

  private static Map<String, Object> body(
      HttpServletRequest request, Problem problem, Language language, Trace trace) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put(
        "type",
        "urn:danvankheo:problem:" + problem.code().toLowerCase(Locale.ROOT).replace('_', '-'));
    body.put("title", Words.title(problem.code(), language));
    body.put("status", problem.status());
    String detail =
        isRead(request) ? Words.detailOfRead(problem, language) : Words.detail(problem, language);
    if (detail != null) {
      body.put("detail", detail);
    }
    body.put("instance", request.getRequestURI());
    body.put("code", problem.code());
    body.put("traceId", trace.traceId());
    body.putAll(problem.members());
    if (!problem.faults().isEmpty()) {
      body.put("errors", problem.faults().stream().map(f -> row(f, language)).toList());
    }
    return body;
  }

  /** What is no request at all has no method. */
  private static boolean isRead(HttpServletRequest request) {
    return "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
  }

  /**
   * One wrong field as an answer shows it.
   *
   * @param fault the fault
   * @param language in which language
   * @return pointer, code and message
   */
  public static Map<String, String> row(FieldFault fault, Language language) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("pointer", fault.pointer());
    row.put("code", fault.code());
    row.put("message", Words.message(fault, language));
    return row;
  }
}
