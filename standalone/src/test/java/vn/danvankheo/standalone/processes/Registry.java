package vn.danvankheo.standalone.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A registry as one of its users sees it over HTTP. */
public final class Registry {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Http http;
  private final String token;

  private Registry(Http http, String token) {
    this.http = http;
    this.token = token;
  }

  /** Logs in as the administrator. */
  static Registry logIn(Http http, String password) throws IOException, InterruptedException {
    return logIn(http, "admin", password);
  }

  /** Logs anybody in. */
  public static Registry logIn(Http http, String userName, String password)
      throws IOException, InterruptedException {
    String body = JSON.createObjectNode().put("userName", userName).put("password", password) + "";
    HttpResponse<String> answer =
        http.call("POST", "/api/sessions", body, "Content-Type", "application/json");
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    return new Registry(http, JSON.readTree(answer.body()).get("accessToken").asString());
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.call("GET", path, "", "Authorization", "Bearer " + token, "Prefer", "wait=30");
  }

  /** A file that has to be there. */
  public byte[] bytes(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        http.call(
            "GET",
            path,
            BodyPublishers.noBody(),
            BodyHandlers.ofByteArray(),
            "Authorization",
            "Bearer " + token);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  /** Sends a command that has to succeed. */
  public JsonNode post(String path, String json) throws IOException, InterruptedException {
    return send("POST", path, json);
  }

  /** Sends a command about whatever is current, which has to succeed. */
  public JsonNode send(String method, String path, String json)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.call(
            method,
            path,
            json,
            "Authorization",
            "Bearer " + token,
            "If-Match",
            "*",
            "Content-Type",
            method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
    return read(answer);
  }

  /** Hands in a file. */
  HttpResponse<String> upload(String path, String name, BodyPublisher content)
      throws IOException, InterruptedException {
    String head =
        "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + name
            + "\"\r\n\r\n";
    return http.call(
        "POST",
        path,
        BodyPublishers.concat(
            BodyPublishers.ofString(head), content, BodyPublishers.ofString("\r\n--part--\r\n")),
        BodyHandlers.ofString(),
        "Authorization",
        "Bearer " + token,
        "Content-Type",
        "multipart/form-data; boundary=part");
  }

  /** The lines of a stream of events as they come. */
  Stream<String> listen(String path) throws IOException, InterruptedException {
    HttpResponse<Stream<String>> answer =
        http.call(
            "GET",
            path,
            BodyPublishers.noBody(),
            BodyHandlers.ofLines(),
            "Authorization",
            "Bearer " + token);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  HttpResponse<String> registerUnit(String code, String key)
      throws IOException, InterruptedException {
    String body =
        JSON.createObjectNode()
                .put("code", code)
                .put("name", "Phòng " + code)
                .put("type", "DEPARTMENT")
            + "";
    return http.call(
        "POST",
        "/api/units",
        body,
        "Authorization",
        "Bearer " + token,
        "Content-Type",
        "application/json",
        "Idempotency-Key",
        key);
  }

  /** All units, page by page, as they stand at a position or later. */
  List<JsonNode> units(long position) throws IOException, InterruptedException {
    List<JsonNode> all = new ArrayList<>();
    String more = "";
    do {
      HttpResponse<String> answer =
          get(
              "/api/units?limit=200&minPosition="
                  + position
                  + (more.isEmpty() ? "" : "&cursor=" + more));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      JsonNode page = JSON.readTree(answer.body());
      page.get("items").forEach(all::add);
      more = page.get("nextCursor").isNull() ? "" : page.get("nextCursor").asString();
    } while (!more.isEmpty());
    return all;
  }

  public static JsonNode read(HttpResponse<String> answer) {
    return json(answer.body());
  }

  static JsonNode json(String text) {
    return JSON.readTree(text);
  }
}
