package vn.danvankheo.web.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.danvankheo.web.HttpCaller.isProblem;
import static vn.danvankheo.web.HttpCaller.json;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.danvankheo.web.HttpCaller;
import vn.danvankheo.web.TestService;
import vn.danvankheo.web.security.AccessTokens;

/** Declared operations are served, checked and documented alike. */
@SpringBootTest(
    classes = TestService.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OperationContractTest {
  private final HttpCaller http;

  OperationContractTest(@LocalServerPort int port, @Autowired AccessTokens tokens) {
    http = new HttpCaller(port, TestService.token(tokens));
  }

  @Test
  void pathAndQueryAreDecoded() {
    HttpResponse<String> answer = http.send(http.to("/api/notes/d%C3%A2n%20v%E1%BA%ADn?year=2025"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).get("title").stringValue()).isEqualTo("dân vận");
    assertThat(json(answer).get("year").intValue()).isEqualTo(2025);
  }

  @Test
  void headAnswersWithoutABody() {
    HttpResponse<String> answer =
        http.send(http.to("/api/notes/a").method("HEAD", BodyPublishers.noBody()));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void pagesMayLoadNothingButTheirOwn() {
    assertThat(policy("/api/page")).startsWith("default-src 'none'; style-src 'unsafe-inline'");
    assertThat(policy("/api/docs")).startsWith("default-src 'self'");
    assertThat(policy("/api/notes/a")).isEmpty();
  }

  private String policy(String path) {
    HttpResponse<String> answer = http.send(http.to(path));
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.headers().firstValue("Content-Security-Policy").orElse("");
  }

  @Test
  void undeclaredParametersAreRefusedAlsoByCommands() {
    isProblem(http.send(http.to("/api/notes/a?colour=red")), 400, "INVALID_PARAMETERS");
    isProblem(http.send(http.post("/api/notes?x=1", "{}")), 400, "INVALID_PARAMETERS");
  }

  @Test
  void rightsAreAskedBeforeAnythingElse() {
    isProblem(http.send(http.to("/api/notes/a").DELETE()), 403, "FORBIDDEN");
    isProblem(http.send(http.anonymous("/api/notes/a").DELETE()), 401, "UNAUTHENTICATED");
  }

  @Test
  void whoWantsNoJsonIsToldBeforeAnythingIsDone() {
    isProblem(
        http.send(http.post("/api/notes", "{nope").header("Accept", "image/png")),
        406,
        "NOT_ACCEPTABLE");
    isProblem(
        http.send(http.to("/api/notes/a").header("Accept", "application/json;q=0, text/html")),
        406,
        "NOT_ACCEPTABLE");
    assertThat(
            http.send(http.to("/api/notes/a").header("Accept", "text/html, */*;q=0.1"))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void otherMethodsAreToldWhatIsAllowed() {
    HttpResponse<String> put =
        http.send(http.to("/api/notes/a").PUT(BodyPublishers.ofString("{}")));
    isProblem(put, 405, "METHOD_NOT_ALLOWED");
    assertThat(put.headers().firstValue("Allow")).hasValue("DELETE, GET, HEAD, OPTIONS");
    HttpResponse<String> options =
        http.send(http.to("/api/notes/a").method("OPTIONS", BodyPublishers.noBody()));
    assertThat(options.statusCode()).isEqualTo(204);
    assertThat(options.headers().firstValue("Allow")).hasValue("DELETE, GET, HEAD, OPTIONS");
  }

  @Test
  void bodiesAreCleanedAndEveryFaultIsTold() {
    HttpResponse<String> good =
        http.send(http.post("/api/notes", "{\"title\": \"  Dân vận khéo \", \"year\": 2024.0}"));
    assertThat(good.statusCode()).isEqualTo(201);
    assertThat(good.body()).isEqualTo("{\"title\":\"Dân vận khéo\",\"year\":2024}");
    JsonNode problem =
        isProblem(
            http.send(http.post("/api/notes", "{\"title\":\"abc\",\"year\":1e400,\"x/y~z\":1}")),
            422,
            "INVALID_FIELDS");
    assertThat(problem.get("errors").size()).isEqualTo(3);
    assertThat(problem.get("errors").findValuesAsString("pointer"))
        .containsExactly("/title", "/year", "/x~1y~0z");
    assertThat(problem.get("errors").findValuesAsString("code"))
        .containsExactly("TOO_SHORT", "OUT_OF_RANGE", "UNKNOWN_FIELD");
    assertThat(problem.get("errors").get(0).get("message").stringValue())
        .isEqualTo("Phải có ít nhất 5 ký tự");
  }

  @Test
  void unreadableBodiesAreEachTheirOwnProblem() {
    isProblem(http.send(http.post("/api/notes", "{nope")), 400, "MALFORMED_JSON");
    isProblem(http.send(http.post("/api/notes", "{} {}")), 400, "MALFORMED_JSON");
    isProblem(
        http.send(http.post("/api/notes", "{\"title\":\"a\",\"title\":\"b\"}")),
        400,
        "DUPLICATE_KEY");
    isProblem(
        http.send(http.post("/api/notes", "[".repeat(10_000) + "]".repeat(10_000))),
        400,
        "NESTED_TOO_DEEPLY");
    isProblem(
        http.send(http.post("/api/notes", "{\"year\":" + "9".repeat(5_000) + "}")),
        400,
        "NESTED_TOO_DEEPLY");
    byte[] latin1 = "{\"title\":\"caf\u00e9 caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
    isProblem(http.send(http.post("/api/notes", latin1)), 400, "NOT_UTF8");
    isProblem(http.send(http.post("/api/notes", "[]")), 422, "INVALID_FIELDS");
    isProblem(http.send(http.post("/api/notes", "")), 422, "INVALID_FIELDS");
    isProblem(
        http.send(http.post("/api/notes", "{\"title\":\"" + "x".repeat(1_100_000) + "\"}")),
        413,
        "BODY_TOO_LARGE");
    isProblem(
        http.send(
            http.to("/api/notes")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}"))),
        415,
        "UNSUPPORTED_MEDIA_TYPE");
    isProblem(
        http.send(http.to("/api/notes").POST(BodyPublishers.ofString("{}"))),
        415,
        "UNSUPPORTED_MEDIA_TYPE");
  }

  @Test
  void chunkedBodiesOfAnySizeAreBounded() {
    byte[] large = new byte[3 * 1024 * 1024];
    HttpResponse<String> answer =
        http.send(
            http.to("/api/notes")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large))));
    isProblem(answer, 413, "BODY_TOO_LARGE");
  }

  @Test
  void whatNoHonestClientSendsIsTheCallersFaultAndNotOurs() throws IOException {
    String post = "POST /api/notes HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + http.token();
    String chunk =
        http.raw(
            post
                + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "ZZ\r\n{}\r\n0\r\n\r\n");
    assertThat(chunk).startsWith("HTTP/1.1 400").contains("\"code\":\"BAD_REQUEST\"");
    String version = http.raw("GET /api/notes/a HTTP/9.9\r\nHost: x\r\n\r\n");
    assertThat(version).startsWith("HTTP/1.1 400").contains("\"code\":\"BAD_REQUEST\"");
    String encoding = http.raw(post + "\r\nTransfer-Encoding: foo\r\n\r\n");
    assertThat(encoding).startsWith("HTTP/1.1 400").contains("\"code\":\"BAD_REQUEST\"");
  }

  @Test
  void parametersInAPathAreNotPassedOverInSilence() {
    isProblem(http.send(http.to("/api/notes/a;x=1")), 404, "NOT_FOUND");
  }

  @Test
  void documentsTellWhatIsServed() {
    JsonNode query = json(http.send(http.anonymous("/api/openapi/query.json")));
    JsonNode command = json(http.send(http.anonymous("/api/openapi/command.json")));
    assertThat(query.get("openapi").stringValue()).startsWith("3.1");
    assertThat(query.get("paths").propertyNames())
        .contains("/api/notes/{id}", "/api/docs", "/api/openapi/command.json");
    assertThat(command.get("paths").propertyNames())
        .containsExactly("/api/notes", "/api/notes/{id}");
    JsonNode make = command.at("/paths/~1api~1notes/post");
    assertThat(make.at("/requestBody/content/application~1json/schema/required/0").stringValue())
        .isEqualTo("title");
    assertThat(make.at("/responses/201").isObject()).isTrue();
  }

  @Test
  void thePageIsThereWithoutAToken() {
    HttpResponse<String> page = http.send(http.anonymous("/api/docs"));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("docs/swagger-ui-bundle.js");
    assertThat(http.send(http.anonymous("/api/docs/start.js")).body()).contains("command.json");
    isProblem(http.send(http.anonymous("/api/docs/pom.xml")), 404, "NOT_FOUND");
  }
}
