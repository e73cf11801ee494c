package vn.danvankheo.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.danvankheo.command.http.Http.refused;
import static vn.danvankheo.command.http.Http.send;
import static vn.danvankheo.command.http.Office.json;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.web.endpoint.Access;
import vn.danvankheo.web.endpoint.Operation;
import vn.danvankheo.web.endpoint.RequestHeader;

/** What every command refuses, whatever it is about, and by which status. */
class CommandContractStoreTest {
  private static final Office OFFICE = Office.open();
  private static final Http EVERYBODY = HttpSide.as("every", OFFICE.code, Role.values());
  private static final String MODEL = OFFICE.model("Mô hình cho mọi phép thử");
  private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

  private static final String DAY_AND_BASIS =
      "'effectiveOn':'2025-07-01','basis':" + Office.basis().replace('"', '\'');
  private static final String DECIDED = "'decision':" + Office.decision(1).replace('"', '\'');
  private static final String WHY = "'reason':'Một lý do dài hơn hai mươi ký tự'";
  private static final String REMINDER = "{'about':'REPORT','dueOn':'2024-06-10','message':'Nộp'}";

  /** A body that is right by itself for each command about something that exists. */
  private static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry("updateModel", "{'location':'Nơi khác'}"),
          Map.entry("renewModel", "{'year':2025}"),
          Map.entry("replicateModel", "{'unitCode':'X','year':2025}"),
          Map.entry("closeModel", "{'outcome':'STOPPED'," + WHY + "}"),
          Map.entry("sendReminder", REMINDER),
          Map.entry("returnModel", "{'dueOn':'2099-01-01'," + WHY + "}"),
          Map.entry("resubmitModel", "{}"),
          Map.entry("approveModel", "{}"),
          Map.entry("withdrawModel", "{" + WHY + "}"),
          Map.entry(
              "reportProgress",
              "{'period':'2024-Q2','reportedOn':'2024-06-10','summary':'Đạt','results':["
                  + "{'indicator':'Hồ sơ','unit':'hồ sơ','target':2400,'actual':1}]}"),
          Map.entry("inspectModel", OFFICE.inspection(null)),
          Map.entry("annulInspection", "{" + WHY + "}"),
          Map.entry("remedyFinding", "{'doneOn':'2024-09-20','note':'Đã làm'}"),
          Map.entry("confirmRemedy", "{}"),
          Map.entry("rejectRemedy", "{'dueOn':'2099-01-01'," + WHY + "}"),
          Map.entry("extendFinding", "{'dueOn':'2099-01-01'," + WHY + "}"),
          Map.entry("recognizeModel", Office.recognition()),
          Map.entry("refuseRecognition", "{" + WHY + "}"),
          Map.entry("designateExemplar", Office.recognition()),
          Map.entry("commendModel", OFFICE.commendation()),
          Map.entry("revokeCommendation", "{'ground':'FRAUD'," + DECIDED + "," + WHY + "}"),
          Map.entry("reorganizeUnit", "{'name':'Tên mới'," + DAY_AND_BASIS + "}"),
          Map.entry("mergeUnit", "{'intoCode':'" + OFFICE.other + "'," + DAY_AND_BASIS + "}"),
          Map.entry(
              "splitUnit",
              "{'into':['" + OFFICE.other + "','" + OFFICE.centre + "']," + DAY_AND_BASIS + "}"),
          Map.entry("dissolveUnit", "{" + DAY_AND_BASIS + "}"),
          Map.entry("sendUnitReminder", REMINDER),
          Map.entry("changeAccount", "{'position':'Trưởng phòng'}"),
          Map.entry("amendPlan", "{'title':'Kế hoạch sửa đổi'}"));

  static Stream<Operation> withBody() {
    return Arrays.stream(HttpSide.commands()).filter(operation -> operation.body() != null);
  }

  static Stream<Operation> restricted() {
    return Arrays.stream(HttpSide.commands())
        .filter(operation -> operation.access() == Access.RIGHT);
  }

  static Stream<Operation> conditional() {
    return withBody().filter(operation -> operation.headers().contains(RequestHeader.IF_MATCH));
  }

  static Stream<Operation> idempotent() {
    return withBody()
        .filter(operation -> operation.headers().contains(RequestHeader.IDEMPOTENCY_KEY));
  }

  @Test
  void everyCommandOfTheContractIsServed() {
    Set<String> served =
        Arrays.stream(HttpSide.commands())
            .map(operation -> operation.method() + " " + operation.path())
            .collect(Collectors.toSet());
    assertThat(served).containsAll(Contract.COMMANDS);
  }

  @ParameterizedTest
  @MethodSource("restricted")
  void nobodyWithoutAToken(Operation operation) {
    refused(send(request(HttpSide.anonymous(), operation, "{}")), 401, "UNAUTHENTICATED");
  }

  @ParameterizedTest
  @MethodSource("restricted")
  void nobodyWithoutTheRight(Operation operation) {
    refused(send(request(OFFICE.auditor, operation, "{}")), 403, "FORBIDDEN");
  }

  @ParameterizedTest
  @MethodSource("withBody")
  void noUnreadableBody(Operation operation) {
    refused(send(request(EVERYBODY, operation, "{nope")), 400, "MALFORMED_JSON");
  }

  @ParameterizedTest
  @MethodSource("withBody")
  void noOtherMediaType(Operation operation) {
    HttpRequest.Builder request =
        EVERYBODY
            .to(path(operation, MODEL))
            .header("If-Match", "*")
            .header("Content-Type", "text/plain")
            .method(operation.method(), BodyPublishers.ofString("{}"));
    refused(send(request), 415, "UNSUPPORTED_MEDIA_TYPE");
  }

  @ParameterizedTest
  @MethodSource("withBody")
  void noCompressedBody(Operation operation) {
    HttpRequest.Builder request = request(EVERYBODY, operation, "{}");
    refused(send(request.header("Content-Encoding", "gzip")), 415, "UNSUPPORTED_MEDIA_TYPE");
  }

  @ParameterizedTest
  @MethodSource("withBody")
  void noUnknownField(Operation operation) {
    JsonNode problem =
        refused(send(request(EVERYBODY, operation, "{\"surprise\":1}")), 422, "INVALID_FIELDS");
    assertThat(problem.get("errors").findValuesAsString("pointer")).contains("/surprise");
  }

  @ParameterizedTest
  @MethodSource("withBody")
  void noQueryParameter(Operation operation) {
    HttpRequest.Builder request =
        EVERYBODY.json(operation.method(), path(operation, MODEL) + "?x=1", "{}");
    refused(send(request.header("If-Match", "*")), 400, "INVALID_PARAMETERS");
  }

  @ParameterizedTest
  @MethodSource("withBody")
  void noOtherMethod(Operation operation) {
    refused(
        send(EVERYBODY.json("DELETE", path(operation, MODEL), "{}")), 405, "METHOD_NOT_ALLOWED");
  }

  @ParameterizedTest
  @MethodSource("idempotent")
  void noMalformedKey(Operation operation) {
    refused(
        send(request(EVERYBODY, operation, "{}").header("Idempotency-Key", "a b")),
        400,
        "MALFORMED_IDEMPOTENCY_KEY");
    refused(
        send(request(EVERYBODY, operation, "{}").header("Idempotency-Key", "x".repeat(129))),
        400,
        "MALFORMED_IDEMPOTENCY_KEY");
  }

  @ParameterizedTest
  @MethodSource("conditional")
  void noChangeWithoutSayingOfWhichVersion(Operation operation) {
    String path = path(operation, MODEL);
    HttpRequest.Builder none = EVERYBODY.json(operation.method(), path, bodyOf(operation));
    refused(send(none), 428, "IF_MATCH_REQUIRED");
    HttpRequest.Builder malformed = EVERYBODY.json(operation.method(), path, bodyOf(operation));
    refused(send(malformed.header("If-Match", "3")), 400, "MALFORMED_IF_MATCH");
  }

  @ParameterizedTest
  @MethodSource("conditional")
  void noChangeOfAnotherVersion(Operation operation) {
    HttpRequest.Builder request =
        EVERYBODY.json(operation.method(), path(operation, MODEL), bodyOf(operation));
    JsonNode problem = refused(send(request.header("If-Match", "\"999\"")), 412, "STALE_VERSION");
    assertThat(problem.get("currentVersion").isIntegralNumber()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("conditional")
  void nothingAboutWhatDoesNotExist(Operation operation) {
    HttpRequest.Builder request =
        EVERYBODY.json(operation.method(), path(operation, NOBODY), bodyOf(operation));
    refused(send(request.header("If-Match", "*")), 404, "NOT_FOUND");
  }

  private static String bodyOf(Operation operation) {
    String body = BODIES.get(operation.name());
    assertThat(body).as("a body for " + operation.name()).isNotNull();
    return json(body.replace("%", "%%"));
  }

  private static HttpRequest.Builder request(Http who, Operation operation, String body) {
    return who.json(operation.method(), path(operation, MODEL), body).header("If-Match", "*");
  }

  /** The path of something that exists, or of nothing. */
  private static String path(Operation operation, String id) {
    boolean exists = id.equals(MODEL);
    String code = operation.path().startsWith("/api/plans") ? OFFICE.code + "-2024" : OFFICE.code;
    return operation
        .path()
        .replace("{id}", id)
        .replace("{code}", exists ? code : "KHONG-CO")
        .replace("{userName}", exists ? "admin" : "khong-co")
        .replace("{no}", "1")
        .replace("{f}", "1");
  }

  /** The table of the contract, as far as this release serves it. */
  private static final class Contract {
    static final List<String> COMMANDS =
        List.of(
            "POST /api/sessions",
            "POST /api/sessions/refresh",
            "DELETE /api/sessions/current",
            "POST /api/accounts",
            "PATCH /api/accounts/{userName}",
            "POST /api/attachments",
            "POST /api/units",
            "PATCH /api/units/{code}",
            "POST /api/units/{code}/merger",
            "POST /api/units/{code}/split",
            "POST /api/units/{code}/dissolution",
            "POST /api/units/{code}/reminders",
            "POST /api/plans",
            "PATCH /api/plans/{code}",
            "POST /api/models",
            "PATCH /api/models/{id}",
            "POST /api/models/{id}/return",
            "POST /api/models/{id}/resubmission",
            "POST /api/models/{id}/approval",
            "POST /api/models/{id}/withdrawal",
            "POST /api/models/{id}/progress-reports",
            "POST /api/models/{id}/inspections",
            "POST /api/models/{id}/inspections/{no}/findings/{f}/remedy",
            "POST /api/models/{id}/inspections/{no}/findings/{f}/confirmation",
            "POST /api/models/{id}/inspections/{no}/findings/{f}/rejection",
            "POST /api/models/{id}/inspections/{no}/findings/{f}/extension",
            "POST /api/models/{id}/inspections/{no}/annulment",
            "POST /api/models/{id}/recognition",
            "POST /api/models/{id}/recognition-refusal",
            "POST /api/models/{id}/exemplar",
            "POST /api/models/{id}/commendations",
            "POST /api/models/{id}/commendations/{no}/revocation",
            "POST /api/commendations",
            "POST /api/recognitions",
            "POST /api/models/{id}/reminders",
            "POST /api/models/{id}/renewals",
            "POST /api/models/{id}/replications",
            "POST /api/models/{id}/closure",
            "POST /api/unit-ratings");
  }
}
