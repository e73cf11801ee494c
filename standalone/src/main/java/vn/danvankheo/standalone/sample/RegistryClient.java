package vn.danvankheo.standalone.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks the public HTTP contract as one of several users. */
final class RegistryClient {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int ATTEMPTS = 10;

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final Map<String, String> tokens = new HashMap<>();
  private final URI service;

  RegistryClient(URI service) {
    this.service = service;
  }

  /** Logs a user in, who stays known by this name. */
  void logIn(String userName, String password) {
    JsonNode body = JSON.createObjectNode().put("userName", userName).put("password", password);
    HttpRequest.Builder request =
        request("/api/sessions").POST(BodyPublishers.ofString(body.toString()));
    tokens.put(userName, JSON.readTree(send(request).body()).get("accessToken").asString());
  }

  boolean knows(String userName) {
    return tokens.containsKey(userName);
  }

  /** Gives a command and answers what came back. */
  JsonNode command(String as, String method, String path, JsonNode body, String key) {
    HttpRequest.Builder request =
        request(path)
            .setHeader("Content-Type", contentType(method))
            .header("Authorization", "Bearer " + tokens.get(as))
            .header("Idempotency-Key", key)
            .header("If-Match", "*")
            .method(method, BodyPublishers.ofString(body.toString()));
    return JSON.readTree(send(request).body());
  }

  /** What is at a path. */
  JsonNode get(String as, String path) {
    HttpRequest.Builder request =
        request(path).header("Authorization", "Bearer " + tokens.get(as)).GET();
    return JSON.readTree(send(request).body());
  }

  /** Whether there is something at a path. */
  boolean exists(String as, String path) {
    try {
      get(as, path);
      return true;
    } catch (SampleRefused refused) {
      if (refused.status() == 404) {
        return false;
      }
      throw refused;
    }
  }

  private static String contentType(String method) {
    return method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(service.resolve(path))
        .timeout(Duration.ofSeconds(60))
        .header("Content-Type", "application/json")
        .header("Accept-Language", "vi");
  }

  private HttpResponse<String> send(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    for (int attempt = 1; ; attempt++) {
      HttpResponse<String> response = once(request);
      if (response.statusCode() < 400) {
        return response;
      }
      boolean busy = response.statusCode() == 429 || response.statusCode() == 503;
      if (!busy || attempt == ATTEMPTS) {
        throw refused(request, response);
      }
      pause(response);
    }
  }

  private HttpResponse<String> once(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the sample data were loaded", e);
    }
  }

  /** As long as the answer asks for. */
  private static void pause(HttpResponse<String> response) {
    long seconds = response.headers().firstValueAsLong("Retry-After").orElse(1);
    CompletableFuture.runAsync(
            () -> {}, CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS))
        .join();
  }

  private static SampleRefused refused(HttpRequest request, HttpResponse<String> response) {
    String what = request.method() + " " + request.uri().getPath();
    boolean problem =
        response
            .headers()
            .firstValue("Content-Type")
            .orElse("")
            .startsWith("application/problem+json");
    String code = problem ? JSON.readTree(response.body()).path("code").asString("") : "";
    return new SampleRefused(what, response.statusCode(), code, response.body());
  }
}
