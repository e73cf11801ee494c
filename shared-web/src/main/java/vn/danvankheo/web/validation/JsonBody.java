package vn.danvankheo.web.validation;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.danvankheo.web.problem.ProblemCode;

/**
 * A request's body as a tree: JSON in strict UTF-8, of bounded size, depth and numbers, without
 * repeated keys.
 */
public final class JsonBody {
  /** The largest body, in bytes. */
  public static final int LIMIT = 1024 * 1024;

  /** The deepest nesting. */
  public static final int DEPTH = 32;

  private static final int NUMBER_LENGTH = 100;
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH)
                          .maxNumberLength(NUMBER_LENGTH)
                          .maxStringLength(LIMIT)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonBody() {}

  /**
   * Reads a body.
   *
   * @param request the request
   * @param accepted the media types taken, such as {@code application/json}
   * @return the tree; an empty object when there is no body
   * @throws IOException when the caller is gone
   * @throws vn.danvankheo.web.problem.ProblemException 400, 413 or 415
   */
  public static JsonNode read(HttpServletRequest request, Set<String> accepted) throws IOException {
    if (request.getContentLengthLong() > LIMIT) {
      throw tooLarge();
    }
    byte[] bytes = request.getInputStream().readNBytes(LIMIT + 1);
    if (bytes.length > LIMIT) {
      throw tooLarge();
    }
    if (bytes.length == 0) {
      return MAPPER.createObjectNode();
    }
    checkMediaType(request.getContentType(), accepted);
    refuseCoding(request);
    return parse(text(bytes));
  }

  static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (StreamConstraintsException limit) {
      throw ProblemCode.NESTED_TOO_DEEPLY.problem().exception();
    } catch (JacksonException malformed) {
      String message = malformed.getOriginalMessage();
      ProblemCode code =
          message != null && message.startsWith("Duplicate")
              ? ProblemCode.DUPLICATE_KEY
              : ProblemCode.MALFORMED_JSON;
      throw code.problem(place(malformed.getLocation())).exception();
    }
  }

  private static Map<String, Object> place(@Nullable TokenStreamLocation location) {
    return location == null
        ? Map.of()
        : Map.of("line", location.getLineNr(), "column", location.getColumnNr());
  }

  private static RuntimeException tooLarge() {
    return ProblemCode.BODY_TOO_LARGE.problem(Map.of("limit", "1 MB")).exception();
  }

  /** The fast way replaces what is malformed; only then the strict one has to look. */
  private static String text(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0) {
      try {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      } catch (CharacterCodingException malformed) {
        throw ProblemCode.NOT_UTF8.problem().exception();
      }
    }
    return text;
  }

  /**
   * Refuses bodies that say they are compressed: nothing here unpacks them, and what takes them for
   * what they are not should not reach a decision.
   *
   * @param request the request
   * @throws vn.danvankheo.web.problem.ProblemException 415
   */
  public static void refuseCoding(HttpServletRequest request) {
    String coding = request.getHeader("Content-Encoding");
    if (coding != null && !coding.trim().equalsIgnoreCase("identity")) {
      throw ProblemCode.UNSUPPORTED_MEDIA_TYPE
          .problem(Map.of("accepted", "identity"))
          .header("Accept-Encoding", "identity")
          .exception();
    }
  }

  private static void checkMediaType(@Nullable String contentType, Set<String> accepted) {
    if (contentType == null || !isAccepted(contentType.toLowerCase(Locale.ROOT), accepted)) {
      String list = String.join(", ", accepted);
      throw ProblemCode.UNSUPPORTED_MEDIA_TYPE
          .problem(Map.of("accepted", list))
          .header("Accept", list)
          .exception();
    }
  }

  private static boolean isAccepted(String contentType, Set<String> accepted) {
    int semicolon = contentType.indexOf(';');
    String type = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
    String parameters =
        semicolon < 0 ? "" : contentType.substring(semicolon).replaceAll("[\" ]", "");
    boolean foreign = parameters.contains("charset=") && !parameters.contains("charset=utf-8");
    return accepted.contains(type.trim()) && !foreign;
  }
}
