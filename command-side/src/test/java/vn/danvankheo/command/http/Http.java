package vn.danvankheo.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a service under test as one person. */
final class Http {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final int port;
  private final @Nullable String token;

  Http(int port, @Nullable String token) {
    this.port = port;
    this.token = token;
  }

  /** A request without a body. */
  HttpRequest.Builder to(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  /** A command in JSON. */
  HttpRequest.Builder json(String method, String path, String body) {
    return to(path)
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(body));
  }

  /** Something new. */
  HttpResponse<String> post(String path, String body) {
    return send(json("POST", path, body));
  }

  /** About something that exists, whatever its version. */
  HttpResponse<String> on(String path, String body) {
    return send(json("POST", path, body).header("If-Match", "*"));
  }

  /** A merge patch, whatever the version. */
  HttpResponse<String> patch(String path, String body) {
    return send(json("PATCH", path, body).header("If-Match", "*"));
  }

  static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(
          request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  static JsonNode body(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  /** Asserts a status and gives the body. */
  static JsonNode expect(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode())
        .as(answer.request().method() + " " + answer.uri() + ": " + answer.body())
        .isEqualTo(status);
    return answer.body().isEmpty() ? JsonMapper.shared().nullNode() : body(answer);
  }

  /** Asserts a problem and gives it. */
  static JsonNode refused(HttpResponse<String> answer, int status, String code) {
    JsonNode problem = expect(answer, status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(problem.path("code").asString()).isEqualTo(code);
    assertThat(problem.path("title").asString()).isNotBlank().isNotEqualTo(code);
    assertThat(problem.path("traceId").asString()).matches("[0-9a-f]{32}");
    return problem;
  }
}
