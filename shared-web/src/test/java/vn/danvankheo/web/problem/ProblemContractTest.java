package vn.danvankheo.web.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.danvankheo.web.HttpCaller.isProblem;
import static vn.danvankheo.web.HttpCaller.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.danvankheo.web.HttpCaller;
import vn.danvankheo.web.TestService;
import vn.danvankheo.web.security.AccessTokens;

/** Whatever goes wrong, the answer is a problem in the contract's shape. */
@SpringBootTest(
    classes = TestService.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ProblemContractTest {
  private final HttpCaller http;

  ProblemContractTest(@LocalServerPort int port, @Autowired AccessTokens tokens) {
    http = new HttpCaller(port, TestService.token(tokens));
  }

  @Test
  void withoutTokenNobodyIsLetIn() throws Exception {
    HttpResponse<String> answer = http.send(http.anonymous("/api/things"));
    isProblem(answer, 401, "UNAUTHENTICATED");
    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Bearer"));
    assertThat(json(answer).get("title").stringValue()).isEqualTo("Cần đăng nhập");
  }

  @Test
  void forgedTokenIsTold() throws Exception {
    HttpResponse<String> answer =
        http.send(http.anonymous("/api/things").header("Authorization", "Bearer a.b.c"));
    isProblem(answer, 401, "UNAUTHENTICATED");
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
        .contains("invalid_token");
  }

  @Test
  void unknownPathsTellNothingWithoutAToken() throws Exception {
    isProblem(http.send(http.anonymous("/api/nowhere")), 401, "UNAUTHENTICATED");
    isProblem(http.send(http.to("/api/nowhere")), 404, "NOT_FOUND");
    isProblem(http.send(http.anonymous("/nowhere")), 404, "NOT_FOUND");
    isProblem(http.send(http.anonymous("/api/public/nowhere")), 404, "NOT_FOUND");
  }

  @Test
  void spellingsOfAPathDoNotSlipThrough() throws Exception {
    for (String path :
        new String[] {
          "/api;x=1/things", "/%61pi/things", "/api/public/../things", "/api/things;/api/public",
          "/api/public/%2e%2e/things", "//api/things", "/api//things", "/x/../api/things"
        }) {
      String answer = http.raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      assertThat(answer).as(path).doesNotContain("\"a\":\"b\"");
      assertThat(answer).as(path).contains("application/problem+json");
    }
  }

  @Test
  void methodsMediaTypesAndBodiesAreChecked() throws Exception {
    HttpResponse<String> method = http.send(http.to("/api/things").DELETE());
    isProblem(method, 405, "METHOD_NOT_ALLOWED");
    assertThat(method.headers().firstValue("Allow").orElseThrow()).contains("GET", "POST");
    isProblem(
        http.send(http.to("/api/things").header("Accept", "image/png")), 406, "NOT_ACCEPTABLE");
    isProblem(
        http.send(
            http.to("/api/things")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("x"))),
        415,
        "UNSUPPORTED_MEDIA_TYPE");
    isProblem(
        http.send(
            http.to("/api/things")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{x"))),
        400,
        "BAD_REQUEST");
  }

  @Test
  void failuresTellNothingInner() throws Exception {
    HttpResponse<String> answer = http.send(http.to("/api/things/broken"));
    isProblem(answer, 500, "INTERNAL_ERROR");
    assertThat(answer.body()).doesNotContain("secret inner words", "Exception", "vn.danvankheo");
  }

  @Test
  void onlyWhoWantedToWriteIsToldThatNothingWasWritten() throws Exception {
    HttpResponse<String> read = http.send(http.to("/api/things/away"));
    isProblem(read, 503, "STORE_UNAVAILABLE");
    assertThat(json(read).get("detail").stringValue())
        .isEqualTo("Hiện chưa xem được dữ liệu. Hãy thử lại sau 5 giây.");
    HttpResponse<String> write =
        http.send(http.to("/api/things/away").POST(BodyPublishers.noBody()));
    isProblem(write, 503, "STORE_UNAVAILABLE");
    assertThat(json(write).get("detail").stringValue())
        .isEqualTo("Chưa có gì được ghi. Hãy thử lại sau 5 giây.");
  }

  @Test
  void whatLooksLikeACallerWhoIsGoneIsNoSuccessEither() throws Exception {
    assertThat(http.send(http.to("/api/things/cut")).statusCode()).isEqualTo(400);
  }

  @Test
  void rightsAreAskedInTheCallersLanguage() throws Exception {
    HttpResponse<String> answer =
        http.send(
            http.to("/api/things/decided").header("Accept-Language", "en-GB,en;q=0.9,vi;q=0.5"));
    isProblem(answer, 403, "FORBIDDEN");
    assertThat(json(answer).get("title").stringValue()).isEqualTo("Not allowed");
    assertThat(answer.headers().firstValue("Content-Language")).hasValue("en");
  }

  @Test
  void tomcatsOwnRefusalsAreProblems() throws Exception {
    String nonsense = http.raw("NONSENSE\r\n\r\n");
    assertThat(nonsense).startsWith("HTTP/1.1 400").contains("application/problem+json");
    String badTarget = http.raw("GET /api/<> HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertThat(badTarget).startsWith("HTTP/1.1 400").contains("\"code\":\"BAD_REQUEST\"");
    String slash = http.raw("GET /api/a%2Fb HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertThat(slash).startsWith("HTTP/1.1 400").contains("\"code\":\"BAD_REQUEST\"");
    String large =
        http.raw("GET / HTTP/1.1\r\nHost: x\r\nX-Large: " + "x".repeat(20_000) + "\r\n\r\n");
    assertThat(large).startsWith("HTTP/1.1 431").contains("\"code\":\"HEADERS_TOO_LARGE\"");
    String method = http.raw("BREW /api/things HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertThat(method).startsWith("HTTP/1.1 4").contains("application/problem+json");
  }

  @Test
  void everyAnswerCarriesItsTrace() throws Exception {
    String trace = "0af7651916cd43dd8448eb211c80319c";
    HttpResponse<String> answer =
        http.send(
            http.to("/api/nowhere")
                .header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
                .header("X-Request-Id", "req-1"));
    assertThat(answer.headers().firstValue("X-Trace-Id")).hasValue(trace);
    assertThat(answer.headers().firstValue("X-Request-Id")).hasValue("req-1");
    assertThat(json(answer).get("traceId").stringValue()).isEqualTo(trace);
    assertThat(http.send(http.to("/api/things")).headers().firstValue("X-Trace-Id").orElseThrow())
        .matches("[0-9a-f]{32}");
  }
}
