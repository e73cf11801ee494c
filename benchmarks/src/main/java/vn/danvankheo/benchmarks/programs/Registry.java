package vn.danvankheo.benchmarks.programs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.benchmarks.commands.Workload;

/** The registry as a coordinator uses it over HTTP. Safe for use by many threads, a line each. */
public final class Registry {
  /** What a merge patch is sent as. */
  private static final String PATCH = "Content-Type: application/merge-patch+json\r\n";

  private static final String JSON_TYPE = "Content-Type: application/json\r\n";
  private static final String COORDINATOR = "dieuphoi";
  private static final String PASSWORD = "Dieu-phoi-2024-dvk";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final String authorization;

  private Registry(String token) {
    this.authorization = authorization(token);
  }

  /**
   * What a command was answered.
   *
   * @param id of what it was about
   * @param version of it after
   * @param position in the log
   */
  public record Done(String id, long version, long position) {}

  /**
   * Opens a coordinator's account in the benchmarks' office as the administrator, and logs in.
   *
   * @param commands a line to the command side
   * @return the registry as that coordinator
   * @throws IOException when that is refused
   */
  public static Registry open(HttpLine commands) throws IOException {
    String administrator = logIn(commands, "admin", Program.ADMINISTRATORS_PASSWORD);
    ObjectNode account =
        JSON.createObjectNode()
            .put("userName", COORDINATOR)
            .put("password", PASSWORD)
            .put("displayName", "Điều phối viên")
            .put("position", "Chuyên viên phòng Tổng hợp")
            .put("unitCode", Workload.UNIT);
    account.putArray("roles").add("COORDINATOR");
    commands
        .send("POST", "/api/accounts", JSON_TYPE + authorization(administrator), bytes(account))
        .orRefuse();
    return new Registry(logIn(commands, COORDINATOR, PASSWORD));
  }

  /**
   * Logs in as the first administrator.
   *
   * @param commands a line to the command side
   * @return the registry as that administrator
   * @throws IOException when that is refused
   */
  public static Registry administrator(HttpLine commands) throws IOException {
    return new Registry(logIn(commands, "admin", Program.ADMINISTRATORS_PASSWORD));
  }

  /**
   * Asks for a replay.
   *
   * @param line to the query side
   * @param view which; empty for all
   * @param rateLimit events a second; 0 for no limit
   * @return where its progress is
   * @throws IOException when it is refused
   */
  public String replay(HttpLine line, String view, int rateLimit) throws IOException {
    ObjectNode body = JSON.createObjectNode().put("target", "views").put("reason", "Đo tốc độ");
    if (!view.isEmpty()) {
      body.put("view", view);
    }
    if (rateLimit > 0) {
      body.put("rateLimit", rateLimit);
    }
    HttpLine.Answer answer =
        line.send(
            "POST",
            "/api/admin/replays",
            JSON_TYPE + authorization + key(Workload.newId()),
            bytes(body));
    return String.valueOf(answer.orRefuse().header("Location"));
  }

  /**
   * Asks for an answer's JSON.
   *
   * @param line to the query side
   * @param path path and query, encoded
   * @return its body
   * @throws IOException when it is refused
   */
  public JsonNode json(HttpLine line, String path) throws IOException {
    return JSON.readTree(get(line, path).body());
  }

  private static String logIn(HttpLine line, String userName, String password) throws IOException {
    JsonNode body = JSON.createObjectNode().put("userName", userName).put("password", password);
    HttpLine.Answer answer = line.send("POST", "/api/sessions", JSON_TYPE, bytes(body)).orRefuse();
    return JSON.readTree(answer.body()).get("accessToken").asString();
  }

  private static String authorization(String token) {
    return "Authorization: Bearer " + token + "\r\n";
  }

  /**
   * Registers a model of the benchmarks' office.
   *
   * @param line to the command side
   * @return the new model
   * @throws IOException when it is refused
   */
  public Done register(HttpLine line) throws IOException {
    String id = Workload.newId();
    byte[] body = bytes(Workload.registration(id));
    return done(line.send("POST", "/api/models", JSON_TYPE + authorization + key(id), body));
  }

  /**
   * Changes one text of a model, under a key of its own and only at the version that was seen.
   *
   * @param line to the command side
   * @param id the model
   * @param version that it is at
   * @param number tells this change from the one before
   * @return the model after
   * @throws IOException when it is refused
   */
  public Done update(HttpLine line, String id, long version, int number) throws IOException {
    String headers =
        PATCH + authorization + key(id + "-" + version) + "If-Match: \"" + version + "\"\r\n";
    // No character of it has to be escaped.
    byte[] body =
        ("{\"content\":\"" + Workload.content(number) + "\"}").getBytes(StandardCharsets.UTF_8);
    return done(line.send("PATCH", "/api/models/" + id, headers, body));
  }

  /**
   * Asks a question.
   *
   * @param line to the query side
   * @param path path and query, encoded
   * @return a good answer
   * @throws IOException when it is refused
   */
  public HttpLine.Answer get(HttpLine line, String path) throws IOException {
    return line.send("GET", path, authorization, HttpLine.NOTHING).orRefuse();
  }

  private static String key(String key) {
    return "Idempotency-Key: " + key + "\r\n";
  }

  private static Done done(HttpLine.Answer answer) throws IOException {
    JsonNode body = JSON.readTree(answer.orRefuse().body());
    return new Done(
        body.get("id").asString(), body.get("version").asLong(), body.get("position").asLong());
  }

  private static byte[] bytes(JsonNode body) {
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }
}
