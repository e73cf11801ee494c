package vn.danvankheo.web.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.events.metadata.Actor;
import vn.danvankheo.web.problem.ProblemCode;
import vn.danvankheo.web.query.Query;
import vn.danvankheo.web.security.Caller;
import vn.danvankheo.web.security.Callers;
import vn.danvankheo.web.security.Right;
import vn.danvankheo.web.validation.JsonBody;
import vn.danvankheo.web.validation.ObjectSchema;

/** One request to an operation and the way back. */
public final class Exchange {
  private static final String POLICY = "Content-Security-Policy";

  /** Pages bring their styles along and nothing else; one that has more says so itself. */
  private static final String OWN_STYLES_ONLY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'";

  private final Operation operation;
  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final Map<String, String> path;
  private @Nullable Query query;

  Exchange(
      Operation operation,
      HttpServletRequest request,
      HttpServletResponse response,
      Map<String, String> path) {
    this.operation = operation;
    this.request = request;
    this.response = response;
    this.path = path;
  }

  /**
   * The request as it came.
   *
   * @return the servlet container's
   */
  public HttpServletRequest request() {
    return request;
  }

  /**
   * Where the answer goes.
   *
   * @return the servlet container's
   */
  public HttpServletResponse response() {
    return response;
  }

  /**
   * A request header.
   *
   * @param name its name
   * @return null when it is missing
   */
  public @Nullable String header(String name) {
    return request.getHeader(name);
  }

  /**
   * A variable of the path.
   *
   * @param name as in the operation's path
   * @return its value, decoded
   */
  public String path(String name) {
    return path.get(name);
  }

  /**
   * All variables of the path.
   *
   * @return by name, decoded
   */
  public Map<String, String> path() {
    return path;
  }

  /**
   * Who calls.
   *
   * @return the caller
   * @throws vn.danvankheo.web.problem.ProblemException 401 when nobody is logged in
   */
  public Caller caller() {
    return Callers.caller(request);
  }

  /**
   * The caller in the role that grants a right.
   *
   * @param right the right
   * @return who acts
   * @throws vn.danvankheo.web.problem.ProblemException 403 when no role grants it
   */
  public Actor as(Right right) {
    return caller().as(right);
  }

  /**
   * The query parameters, read on first use.
   *
   * @return the declared ones
   * @throws vn.danvankheo.web.problem.ProblemException 400 with everything wrong about them
   */
  public Query query() {
    Query known = query;
    if (known == null) {
      known = operation.query().read(request);
      query = known;
    }
    return known;
  }

  /**
   * The body, checked and cleaned.
   *
   * @return declared fields alone
   * @throws IOException when the caller is gone
   * @throws vn.danvankheo.web.problem.ProblemException 400, 413, 415, or 422 with every fault
   */
  public ObjectNode body() throws IOException {
    ObjectSchema schema = operation.body();
    if (schema == null) {
      throw new IllegalStateException(operation.name() + " declares no body");
    }
    return schema.check(JsonBody.read(request, operation.bodyTypes()));
  }

  /**
   * Refuses callers without the right, query parameters that nobody reads, and those whom no answer
   * could please: a command must not be carried out for nothing.
   */
  void admit() {
    switch (operation.access()) {
      case OPEN -> {}
      case CALLER -> caller();
      case RIGHT -> {
        Right right = operation.right();
        if (right == null || !caller().may(right)) {
          throw ProblemCode.FORBIDDEN.problem().exception();
        }
      }
    }
    query();
    if (operation.answersOnlyJson() && !Accept.json(request.getHeader("Accept"))) {
      throw ProblemCode.NOT_ACCEPTABLE.problem().exception();
    }
  }

  /**
   * Answers in JSON.
   *
   * @param status the HTTP status
   * @param mapper turns the value into JSON
   * @param value what to answer
   * @throws IOException when the caller is gone
   */
  public void json(int status, JsonMapper mapper, Object value) throws IOException {
    bytes(status, "application/json", mapper.writeValueAsBytes(value));
  }

  /**
   * Answers with bytes; a page may load nothing but what is in it.
   *
   * @param status the HTTP status
   * @param mediaType their media type
   * @param body the bytes
   * @throws IOException when the caller is gone
   */
  public void bytes(int status, String mediaType, byte[] body) throws IOException {
    response.setStatus(status);
    response.setContentType(mediaType);
    if (mediaType.startsWith("text/html") && !response.containsHeader(POLICY)) {
      response.setHeader(POLICY, OWN_STYLES_ONLY);
    }
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
