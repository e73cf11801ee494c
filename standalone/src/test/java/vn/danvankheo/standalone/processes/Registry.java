package vn.danvankheo.standalone.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A registry as one of its users sees it over HTTP. */
final class Registry {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Http http;
  private final String token;

  private Registry(Http http, String token) {
    this.http = http;
    this.token = token;
  }

  static Registry logIn(Http http, String password) throws IOException, InterruptedException {
    String body = JSON.createObjectNode().put("userName", "admin").put("password", password) + "";
    HttpResponse<String> answer =
        http.call("POST", "/api/sessions", body, "Content-Type", "application/json");
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    return new Registry(http, JSON.readTree(answer.body()).get("accessToken").asString());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.call("GET", path, "", "Authorization", "Bearer " + token);
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

  static JsonNode read(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }
}
