package vn.danvankheo.web.endpoint;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One way an operation answers.
 *
 * @param status the HTTP status
 * @param description in words
 * @param mediaType of the body; null when there is none
 * @param schema the body as JSON Schema; null when it is not JSON
 * @param headers names of the headers it carries
 * @param others further media types that {@code Accept} can ask for
 */
public record Answer(
    int status,
    String description,
    @Nullable String mediaType,
    @Nullable ObjectNode schema,
    List<String> headers,
    List<String> others) {

  /**
   * An answer in JSON.
   *
   * @param status the HTTP status
   * @param description in words
   * @param schema the body
   * @param headers names of the headers it carries
   * @return an answer
   */
  public static Answer json(int status, String description, ObjectNode schema, String... headers) {
    return new Answer(status, description, "application/json", schema, List.of(headers), List.of());
  }

  /**
   * An answer of other bytes.
   *
   * @param status the HTTP status
   * @param description in words
   * @param mediaType of the body
   * @return an answer
   */
  public static Answer of(int status, String description, String mediaType) {
    return new Answer(status, description, mediaType, null, List.of(), List.of());
  }

  /**
   * An answer without a body.
   *
   * @param status the HTTP status
   * @param description in words
   * @return an answer
   */
  public static Answer empty(int status, String description) {
    return new Answer(status, description, null, null, List.of(), List.of());
  }

  /**
   * The same, also as something else by {@code Accept}.
   *
   * @param mediaTypes further media types
   * @return an answer
   */
  public Answer or(String... mediaTypes) {
    return new Answer(status, description, mediaType, schema, headers, List.of(mediaTypes));
  }
}
