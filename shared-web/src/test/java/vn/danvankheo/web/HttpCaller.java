package vn.danvankheo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a service under test, with a token or without. */
public final class HttpCaller {
  private final HttpClient client = HttpClient.newHttpClient();
  private final int port;
  private final String token;

  public HttpCaller(int port, String token) {
    this.port = port;
    this.token = token;
  }

  public String token() {
    return token;
  }

  public HttpRequest.Builder anonymous(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  public HttpRequest.Builder to(String path) {
    return anonymous(path).header("Authorization", "Bearer " + token);
  }

  public HttpRequest.Builder post(String path, String json) {
    return post(path, json.getBytes(StandardCharsets.UTF_8));
  }

  public HttpRequest.Builder post(String path, byte[] json) {
    return to(path)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofByteArray(json));
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(
          request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  public String raw(String request) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  public static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  /** Asserts the contract's shape of a problem. */
  public static JsonNode isProblem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode problem = json(answer);
    assertThat(problem.get("status").intValue()).isEqualTo(status);
    assertThat(problem.get("code").stringValue()).isEqualTo(code);
    assertThat(problem.get("title").stringValue()).isNotBlank().isNotEqualTo(code);
    assertThat(problem.get("type").stringValue()).startsWith("urn:danvankheo:problem:");
    assertThat(problem.get("instance").stringValue()).isEqualTo(answer.uri().getPath());
    assertThat(problem.get("traceId").stringValue())
        .isEqualTo(answer.headers().firstValue("X-Trace-Id").orElseThrow());
    return problem;
  }
}
