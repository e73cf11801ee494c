package vn.danvankheo.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.danvankheo.web.TestService;
import vn.danvankheo.web.security.AccessTokens;

/** Whatever goes wrong, the answer is a problem in the contract's shape. */
@SpringBootTest(
    classes = TestService.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ProblemContractTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private final int port;
  private final AccessTokens tokens;

  ProblemContractTest(@LocalServerPort int port, @Autowired AccessTokens tokens) {
    this.port = port;
    this.tokens = tokens;
  }

  @Test
  void withoutTokenNobodyIsLetIn() throws Exception {
    HttpResponse<String> answer = send(request("/api/things"));
    isProblem(answer, 401, "UNAUTHENTICATED");
    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Bearer"));
    assertThat(json(answer).get("title").stringValue()).isEqualTo("Cần đăng nhập");
  }

  @Test
  void forgedTokenIsTold() throws Exception {
    HttpResponse<String> answer =
        send(request("/api/things").header("Authorization", "Bearer a.b.c"));
    isProblem(answer, 401, "UNAUTHENTICATED");
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
        .contains("invalid_token");
  }

  @Test
  void unknownPathsTellNothingWithoutAToken() throws Exception {
    isProblem(send(request("/api/nowhere")), 401, "UNAUTHENTICATED");
    isProblem(send(loggedIn("/api/nowhere")), 404, "NOT_FOUND");
    isProblem(send(request("/nowhere")), 404, "NOT_FOUND");
    isProblem(send(request("/api/public/nowhere")), 404, "NOT_FOUND");
  }

  @Test
  void spellingsOfAPathDoNotSlipThrough() throws Exception {
    for (String path :
        new String[] {
          "/api;x=1/things", "/%61pi/things", "/api/public/../things", "/api/things;/api/public",
          "/api/public/%2e%2e/things", "//api/things", "/api//things", "/x/../api/things"
        }) {
      String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      assertThat(answer).as(path).doesNotContain("\"a\":\"b\"");
      assertThat(answer).as(path).contains("application/problem+json");
    }
  }

  @Test
  void methodsMediaTypesAndBodiesAreChecked() throws Exception {
    HttpResponse<String> method = send(loggedIn("/api/things").DELETE());
    isProblem(method, 405, "METHOD_NOT_ALLOWED");
    assertThat(method.headers().firstValue("Allow").orElseThrow()).contains("GET", "POST");
    isProblem(send(loggedIn("/api/things").header("Accept", "image/png")), 406, "NOT_ACCEPTABLE");
    isProblem(
        send(loggedIn("/api/things").header("Content-Type", "text/plain").POST(body("x"))),
        415,
        "UNSUPPORTED_MEDIA_TYPE");
    isProblem(
        send(loggedIn("/api/things").header("Content-Type", "application/json").POST(body("{x"))),
        400,
        "BAD_REQUEST");
  }

  @Test
  void failuresTellNothingInner() throws Exception {
    HttpResponse<String> answer = send(loggedIn("/api/things/broken"));
    isProblem(answer, 500, "INTERNAL_ERROR");
    assertThat(answer.body()).doesNotContain("secret inner words", "Exception", "vn.danvankheo");
  }

  @Test
  void rightsAreAskedInTheCallersLanguage() throws Exception {
    HttpResponse<String> answer =
        send(loggedIn("/api/things/decided").header("Accept-Language", "en-GB,en;q=0.9,vi;q=0.5"));
    isProblem(answer, 403, "FORBIDDEN");
    assertThat(json(answer).get("title").stringValue()).isEqualTo("Not allowed");
    assertThat(answer.headers().firstValue("Content-Language")).hasValue("en");
  }

  @Test
  void tomcatsOwnRefusalsAreProblems() throws Exception {
    String nonsense = raw("NONSENSE\r\n\r\n");
    assertThat(nonsense).startsWith("HTTP/1.1 400").contains("application/problem+json");
    String badTarget = raw("GET /api/<> HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertThat(badTarget).startsWith("HTTP/1.1 400").contains("\"code\":\"BAD_REQUEST\"");
    String slash = raw("GET /api/a%2Fb HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertThat(slash).startsWith("HTTP/1.1 400").contains("\"code\":\"BAD_REQUEST\"");
    String large = raw("GET / HTTP/1.1\r\nHost: x\r\nX-Large: " + "x".repeat(20_000) + "\r\n\r\n");
    assertThat(large).startsWith("HTTP/1.1 4").contains("application/problem+json");
    String method = raw("BREW /api/things HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertThat(method).startsWith("HTTP/1.1 4").contains("application/problem+json");
  }

  @Test
  void everyAnswerCarriesItsTrace() throws Exception {
    String trace = "0af7651916cd43dd8448eb211c80319c";
    HttpResponse<String> answer =
        send(
            loggedIn("/api/nowhere")
                .header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
                .header("X-Request-Id", "req-1"));
    assertThat(answer.headers().firstValue("X-Trace-Id")).hasValue(trace);
    assertThat(answer.headers().firstValue("X-Request-Id")).hasValue("req-1");
    assertThat(json(answer).get("traceId").stringValue()).isEqualTo(trace);
    assertThat(send(loggedIn("/api/things")).headers().firstValue("X-Trace-Id").orElseThrow())
        .matches("[0-9a-f]{32}");
  }

  private static void isProblem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode problem = json(answer);
    assertThat(problem.get("status").intValue()).isEqualTo(status);
    assertThat(problem.get("code").stringValue()).isEqualTo(code);
    assertThat(problem.get("title").stringValue()).isNotBlank();
    assertThat(problem.get("type").stringValue()).startsWith("urn:danvankheo:problem:");
    assertThat(problem.get("instance").stringValue()).isEqualTo(answer.uri().getPath());
    assertThat(problem.get("traceId").stringValue())
        .isEqualTo(answer.headers().firstValue("X-Trace-Id").orElseThrow());
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private HttpRequest.Builder loggedIn(String path) {
    return request(path).header("Authorization", "Bearer " + TestService.token(tokens));
  }

  private static HttpRequest.BodyPublisher body(String text) {
    return HttpRequest.BodyPublishers.ofString(text);
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
