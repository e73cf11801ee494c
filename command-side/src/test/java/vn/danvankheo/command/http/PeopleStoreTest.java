package vn.danvankheo.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.danvankheo.command.http.Http.body;
import static vn.danvankheo.command.http.Http.expect;
import static vn.danvankheo.command.http.Http.refused;
import static vn.danvankheo.command.http.Http.send;
import static vn.danvankheo.command.http.Office.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Accounts and sessions over HTTP. */
class PeopleStoreTest {
  private static final Office OFFICE = Office.open();
  private static final String PASSWORD = "Bac-Kan-2024 đường phố";

  private static String account(String userName) {
    return json(
        "{'userName':'%s','password':'%s','displayName':'Nguyễn Thị Mẫu','position':'Chuyên viên',"
            + "'unitCode':'%s','roles':['CLERK']}",
        userName, PASSWORD, OFFICE.centre);
  }

  private static String login(String userName, String password) {
    return json("{'userName':'%s','password':'%s'}", userName, password);
  }

  @Test
  void openingLoggingInAndWorking() {
    String name = OFFICE.code.toLowerCase(java.util.Locale.ROOT) + "-huong";
    HttpResponse<String> opened = OFFICE.admin.post("/api/accounts", account(name));
    assertThat(Answers.created("openAccount", opened).get("id").stringValue()).isEqualTo(name);
    refused(OFFICE.admin.post("/api/accounts", account(name)), 409, "USER_NAME_TAKEN");

    Http nobody = HttpSide.anonymous();
    HttpResponse<String> entered = nobody.post("/api/sessions", login(name, PASSWORD));
    JsonNode tokens = Answers.documented("logIn", entered, 200);
    assertThat(tokens.get("expiresIn").intValue()).isEqualTo(900);
    assertThat(entered.headers().firstValue("Cache-Control")).hasValue("no-store");
    refused(nobody.post("/api/sessions", login(name, "wrong")), 401, "INVALID_CREDENTIALS");
    refused(nobody.post("/api/sessions", login("nobody", "wrong")), 401, "INVALID_CREDENTIALS");

    Http clerk = HttpSide.bearing(tokens.get("accessToken").stringValue());
    expect(clerk.post("/api/models", OFFICE.form("Do người đăng nhập đăng ký")), 201);
    String used = json("{'refreshToken':'%s'}", tokens.get("refreshToken").stringValue());
    JsonNode next = Answers.documented("refresh", nobody.post("/api/sessions/refresh", used), 200);
    Http later = HttpSide.bearing(next.get("accessToken").stringValue());
    expect(send(later.to("/api/sessions/current").DELETE()), 204);
    refused(
        nobody.post(
            "/api/sessions/refresh",
            json("{'refreshToken':'%s'}", next.get("refreshToken").stringValue())),
        401,
        "INVALID_CREDENTIALS");
    refused(send(nobody.to("/api/sessions/current").DELETE()), 401, "UNAUTHENTICATED");
  }

  @Test
  void changingAnAccount() {
    String name = OFFICE.code.toLowerCase(java.util.Locale.ROOT) + "-lan";
    expect(OFFICE.admin.post("/api/accounts", account(name)), 201);
    String url = "/api/accounts/" + name;
    Answers.changed("changeAccount", OFFICE.admin.patch(url, json("{'position':'Trưởng phòng'}")));
    String other = "Một mật khẩu khác hẳn";
    Answers.changed("changeAccount", OFFICE.admin.patch(url, json("{'password':'%s'}", other)));
    Http nobody = HttpSide.anonymous();
    refused(nobody.post("/api/sessions", login(name, PASSWORD)), 401, "INVALID_CREDENTIALS");
    JsonNode tokens =
        Answers.documented("logIn", nobody.post("/api/sessions", login(name, other)), 200);
    Http clerk = HttpSide.bearing(tokens.get("accessToken").stringValue());
    refused(clerk.post("/api/units", "{}"), 403, "FORBIDDEN");
    Answers.changed("changeAccount", OFFICE.admin.patch(url, json("{'disabled':true}")));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> clerk.post("/api/units", "{}").statusCode() == 401);
    refused(nobody.post("/api/sessions", login(name, other)), 401, "INVALID_CREDENTIALS");
    refused(OFFICE.admin.patch(url, json("{'unitCode':null}")), 422, "INVALID_FIELDS");
  }

  @Test
  void changingOnesOwnPassword() {
    String name = OFFICE.code.toLowerCase(java.util.Locale.ROOT) + "-tuyet";
    expect(OFFICE.admin.post("/api/accounts", account(name)), 201);
    Http nobody = HttpSide.anonymous();
    JsonNode here = expect(nobody.post("/api/sessions", login(name, PASSWORD)), 200);
    JsonNode elsewhere = expect(nobody.post("/api/sessions", login(name, PASSWORD)), 200);
    Http person = HttpSide.bearing(here.get("accessToken").stringValue());
    String url = "/api/me/password";
    String other = "Một mật khẩu khác hẳn";
    String change = json("{'oldPassword':'%s','newPassword':'%s'}", PASSWORD, other);

    refused(send(nobody.json("PUT", url, change)), 401, "UNAUTHENTICATED");
    JsonNode wrong =
        refused(
            send(person.json("PUT", url, change.replace(PASSWORD, "sai"))), 422, "INVALID_FIELDS");
    assertThat(wrong.get("errors").toString())
        .contains("/oldPassword", "WRONG_PASSWORD", "Mật khẩu hiện tại không đúng");
    JsonNode weak =
        refused(
            send(person.json("PUT", url, change.replace(other, "ngắn"))), 422, "INVALID_FIELDS");
    assertThat(weak.get("errors").findValuesAsString("pointer")).containsExactly("/newPassword");

    HttpResponse<String> changed =
        send(person.json("PUT", url, change).header("Idempotency-Key", "own-1"));
    assertThat(Answers.changed("changeOwnPassword", changed).get("id").stringValue())
        .isEqualTo(name);
    HttpResponse<String> again =
        send(person.json("PUT", url, change).header("Idempotency-Key", "own-1"));
    assertThat(expect(again, 200)).isEqualTo(body(changed));
    assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
    refused(send(person.json("PUT", url, change)), 422, "INVALID_FIELDS");

    refused(nobody.post("/api/sessions", login(name, PASSWORD)), 401, "INVALID_CREDENTIALS");
    expect(nobody.post("/api/sessions", login(name, other)), 200);
    expect(nobody.post("/api/sessions/refresh", refresh(here)), 200);
    refused(nobody.post("/api/sessions/refresh", refresh(elsewhere)), 401, "INVALID_CREDENTIALS");
  }

  private static String refresh(JsonNode tokens) {
    return json("{'refreshToken':'%s'}", tokens.get("refreshToken").stringValue());
  }

  @Test
  void badAccountsAreRefusedInWhole() {
    JsonNode problem =
        refused(
            OFFICE.admin.post(
                "/api/accounts",
                json("{'userName':'Có Dấu','password':'ngắn','displayName':'x','roles':[]}")),
            422,
            "INVALID_FIELDS");
    assertThat(problem.get("errors").findValuesAsString("pointer"))
        .containsExactlyInAnyOrder("/userName", "/password", "/displayName", "/position", "/roles");
    refused(
        OFFICE.admin.post("/api/accounts", account("x-1").replace("CLERK", "KING")),
        422,
        "INVALID_FIELDS");
  }

  @Test
  void noSecretReachesTheLogOfEventsOrTheRememberedAnswers() {
    String name = OFFICE.code.toLowerCase(java.util.Locale.ROOT) + "-kin";
    String secret = "mat-khau-rat-bi-mat-" + OFFICE.code;
    expect(
        send(
            OFFICE
                .admin
                .json("POST", "/api/accounts", account(name).replace(PASSWORD, secret))
                .header("Idempotency-Key", "secret-1")),
        201);
    Integer events =
        HttpSide.DATABASE
            .jdbc()
            .queryForObject(
                "SELECT count(*) FROM event_log WHERE convert_from(payload, 'UTF8') LIKE ?"
                    + " OR convert_from(metadata, 'UTF8') LIKE ?",
                Integer.class,
                "%" + secret + "%",
                "%" + secret + "%");
    assertThat(events).isZero();
    Integer answers =
        HttpSide.DATABASE
            .jdbc()
            .queryForObject(
                "SELECT count(*) FROM idempotency WHERE idempotency::text LIKE ?",
                Integer.class,
                "%" + secret + "%");
    assertThat(answers).isZero();
  }

  @Test
  void guessingIsSlowedDown() {
    Http nobody = HttpSide.anonymous();
    String name = OFFICE.code.toLowerCase(java.util.Locale.ROOT) + "-guessed";
    HttpResponse<String> last = null;
    for (int i = 0; i < 40 && (last == null || last.statusCode() == 401); i++) {
      last = nobody.post("/api/sessions", login(name, "guess " + i));
    }
    refused(last, 429, "TOO_MANY_REQUESTS");
    assertThat(last.headers().firstValue("Retry-After").orElseThrow()).matches("[1-9][0-9]*");
    assertThat(body(last).get("detail").asString()).contains("giây");
  }

  @Test
  void aLoginNeedsABodyOfItsOwnKind() {
    Http nobody = HttpSide.anonymous();
    refused(nobody.post("/api/sessions", "{}"), 422, "INVALID_FIELDS");
    refused(
        send(nobody.to("/api/sessions").POST(BodyPublishers.ofString("userName=a&password=b"))),
        415,
        "UNSUPPORTED_MEDIA_TYPE");
  }
}
