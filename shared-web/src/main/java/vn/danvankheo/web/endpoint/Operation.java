package vn.danvankheo.web.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.web.query.QuerySpec;
import vn.danvankheo.web.security.Right;
import vn.danvankheo.web.validation.ObjectSchema;

/**
 * What is served under one method and path: declared once, for routing, checking and documents.
 *
 * @param method the HTTP method
 * @param path the path, its variables in braces
 * @param name a name of its own, as programs would call it
 * @param summary in words
 * @param access who may use it
 * @param right the right it needs; null when it needs none of its own
 * @param query the query parameters it takes
 * @param body the body it takes as JSON; null when it takes none
 * @param bodyTypes the media types of its body
 * @param headers the request headers it reads
 * @param answers the ways it answers when all is well
 * @param handler what answers
 */
public record Operation(
    String method,
    String path,
    String name,
    String summary,
    Access access,
    @Nullable Right right,
    QuerySpec query,
    @Nullable ObjectSchema body,
    Set<String> bodyTypes,
    List<RequestHeader> headers,
    List<Answer> answers,
    Handler handler) {

  /**
   * Starts a declaration.
   *
   * @param method the HTTP method
   * @param path the path, its variables in braces
   * @param name a name of its own
   * @param summary in words
   * @return to be completed
   */
  public static Builder of(String method, String path, String name, String summary) {
    return new Builder(method, path, name, summary);
  }

  /** Whether the gateway sends it to the query side: it reads, administers or witnesses. */
  public boolean isQuery() {
    return method.equals("GET")
        || path.startsWith("/api/admin/")
        || path.startsWith("/api/public/witness/");
  }

  boolean answersOnlyJson() {
    return answers.stream()
        .allMatch(
            answer -> "application/json".equals(answer.mediaType()) && answer.others().isEmpty());
  }

  /** A declaration on its way. */
  public static final class Builder {
    private final String method;
    private final String path;
    private final String name;
    private final String summary;
    private final List<RequestHeader> headers = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private Access access = Access.CALLER;
    private @Nullable Right right;
    private QuerySpec query = QuerySpec.NONE;
    private @Nullable ObjectSchema body;
    private Set<String> bodyTypes = Set.of();

    private Builder(String method, String path, String name, String summary) {
      this.method = method;
      this.path = path;
      this.name = name;
      this.summary = summary;
    }

    /**
     * Opens it to anyone.
     *
     * @return this
     */
    public Builder open() {
      access = Access.OPEN;
      return this;
    }

    /**
     * Asks for a right.
     *
     * @param needed the right
     * @return this
     */
    public Builder right(Right needed) {
      access = Access.RIGHT;
      right = needed;
      return this;
    }

    /**
     * Takes query parameters; without this it takes none.
     *
     * @param parameters the declared set
     * @return this
     */
    public Builder query(QuerySpec parameters) {
      query = parameters;
      return this;
    }

    /**
     * Takes a body in JSON.
     *
     * @param schema what it must be
     * @param types its media types
     * @return this
     */
    public Builder body(ObjectSchema schema, String... types) {
      body = schema;
      bodyTypes = types.length == 0 ? Set.of("application/json") : Set.of(types);
      return this;
    }

    /**
     * Takes a file in the part {@code file} of a multipart body.
     *
     * @return this
     */
    public Builder file() {
      bodyTypes = Set.of("multipart/form-data");
      return this;
    }

    /**
     * Takes a plain text, which its handler reads.
     *
     * @return this
     */
    public Builder text() {
      bodyTypes = Set.of("text/plain");
      return this;
    }

    /**
     * Reads a request header.
     *
     * @param header the header
     * @return this
     */
    public Builder header(RequestHeader header) {
      headers.add(header);
      return this;
    }

    /**
     * Answers so when all is well.
     *
     * @param answer one way
     * @return this
     */
    public Builder answer(Answer answer) {
      answers.add(answer);
      return this;
    }

    /**
     * Completes the declaration.
     *
     * @param handler what answers
     * @return the operation
     */
    public Operation to(Handler handler) {
      return new Operation(
          method,
          path,
          name,
          summary,
          access,
          right,
          query,
          body,
          bodyTypes,
          List.copyOf(headers),
          List.copyOf(answers),
          handler);
    }
  }
}
