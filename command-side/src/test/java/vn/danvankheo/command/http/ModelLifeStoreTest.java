package vn.danvankheo.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.danvankheo.command.http.Http.expect;
import static vn.danvankheo.command.http.Http.refused;
import static vn.danvankheo.command.http.Http.send;
import static vn.danvankheo.command.http.Office.json;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The life of models over HTTP: every command once as it should be, and its rules as 403 and 409.
 */
class ModelLifeStoreTest {
  private static final Office OFFICE = Office.open();

  private static String url(String id) {
    return "/api/models/" + id;
  }

  @Test
  void registering() {
    HttpResponse<String> answer =
        OFFICE.clerk.post("/api/models", OFFICE.form("Ngày thứ Ba không hẹn"));
    JsonNode result = Answers.created("registerModel", answer);
    assertThat(result.get("version").longValue()).isZero();
    assertThat(result.get("eventIds")).hasSize(1);
    assertThat(answer.headers().firstValue("Location"))
        .hasValue("/api/models/" + result.get("id").stringValue());
    assertThat(answer.headers().firstValue("ETag")).hasValue("\"0\"");

    HttpResponse<String> again =
        OFFICE.clerk.post("/api/models", OFFICE.form("NGÀY THỨ BA  không hẹn"));
    JsonNode duplicate = refused(again, 409, "DUPLICATE_MODEL");
    assertThat(duplicate.get("modelId")).isEqualTo(result.get("id"));
    refused(
        OFFICE.clerk.post("/api/models", OFFICE.form("Khác").replace(OFFICE.centre, OFFICE.other)),
        422,
        "INVALID_FIELDS");
    refused(
        OFFICE.clerk.post(
            "/api/models", OFFICE.form("Của đơn vị khác").replace(OFFICE.centre, OFFICE.other)),
        403,
        "NOT_YOUR_UNIT");
    refused(
        OFFICE.clerk.post(
            "/api/models",
            OFFICE.form("Năm chưa có kế hoạch").replace("\"year\":2024", "\"year\":2030")),
        409,
        "PLAN_NOT_ISSUED");
  }

  @Test
  void repeatingIsHarmless() {
    String form = OFFICE.form("Gửi hai lần");
    HttpResponse<String> first =
        send(OFFICE.clerk.json("POST", "/api/models", form).header("Idempotency-Key", "k-1"));
    HttpResponse<String> again =
        send(
            OFFICE
                .clerk
                .json("POST", "/api/models", " " + form.replace(",\"year\"", ", \"year\""))
                .header("Idempotency-Key", "k-1"));
    expect(first, 201);
    expect(again, 201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("Location"))
        .isEqualTo(first.headers().firstValue("Location"));
    assertThat(again.headers().firstValue("ETag")).hasValue("\"0\"");
    assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
    assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
    refused(
        send(
            OFFICE
                .clerk
                .json("POST", "/api/models", OFFICE.form("Nội dung khác"))
                .header("Idempotency-Key", "k-1")),
        422,
        "IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void everyFaultOfAFormAtOnce() {
    String bad =
        OFFICE
            .form("x")
            .replace("COLLECTIVE", "PLANET")
            .replace("2024-12-31", "2024-02-30")
            .replace("\"target\":2400", "\"target\":1e400")
            .replace("{\"title\"", "{\"surprise\":1,\"contactPhone\":\"12\",\"title\"");
    JsonNode problem = refused(OFFICE.clerk.post("/api/models", bad), 422, "INVALID_FIELDS");
    assertThat(problem.get("errors").findValuesAsString("pointer"))
        .containsExactlyInAnyOrder(
            "/title",
            "/subjectKind",
            "/endsOn",
            "/objectives/0/target",
            "/surprise",
            "/contactPhone");
  }

  @Test
  void updating() {
    String id = OFFICE.model("Sẽ được cập nhật");
    HttpResponse<String> changed =
        send(
            OFFICE
                .clerk
                .to(url(id))
                .header("Content-Type", "application/merge-patch+json")
                .header("If-Match", "\"0\"")
                .method(
                    "PATCH",
                    java.net.http.HttpRequest.BodyPublishers.ofString(
                        json("{'location':'Trụ sở Trung tâm','focusTasks':null}"))));
    assertThat(Answers.changed("updateModel", changed).get("version").longValue()).isEqualTo(1);
    JsonNode nothing =
        expect(OFFICE.clerk.patch(url(id), json("{'location':'Trụ sở Trung tâm'}")), 200);
    assertThat(nothing.get("version").longValue()).isEqualTo(1);
    assertThat(nothing.get("eventIds")).isEmpty();
    JsonNode stale =
        refused(
            send(
                OFFICE
                    .clerk
                    .json("PATCH", url(id), json("{'location':'Nơi khác'}"))
                    .header("If-Match", "\"0\"")),
            412,
            "STALE_VERSION");
    assertThat(stale.get("currentVersion").longValue()).isEqualTo(1);
    refused(OFFICE.clerk.patch(url(id), json("{'title':null}")), 422, "INVALID_FIELDS");
  }

  @Test
  void reviewing() {
    String id = OFFICE.model("Sẽ bị trả lại");
    refused(
        OFFICE.coordinator.on(url(id) + "/return", json("{'reason':'Ngắn','dueOn':'2099-01-01'}")),
        422,
        "INVALID_FIELDS");
    Answers.changed(
        "returnModel",
        OFFICE.coordinator.on(
            url(id) + "/return",
            json("{'reason':'Mục tiêu chưa đo đếm được số liệu','dueOn':'2099-01-01'}")));
    refused(OFFICE.clerk.on(url(id) + "/resubmission", ""), 409, "NOTHING_CHANGED");
    Answers.changed(
        "resubmitModel",
        OFFICE.clerk.on(url(id) + "/resubmission", json("{'note':'Đã giải trình'}")));
    refused(OFFICE.clerk.on(url(id) + "/approval", ""), 403, "FORBIDDEN");
    Answers.changed("approveModel", OFFICE.leader.on(url(id) + "/approval", ""));
    refused(
        OFFICE.clerk.patch(
            url(id), json("{'field':'NEW_RURAL_AND_URBAN','reason':'Đổi lĩnh vực'}")),
        409,
        "FIELD_LOCKED");
    JsonNode unexplained =
        refused(
            OFFICE.clerk.patch(url(id), json("{'location':'Nơi khác'}")), 422, "INVALID_FIELDS");
    assertThat(unexplained.at("/errors/0/pointer").asString()).isEqualTo("/reason");
    Answers.changed(
        "withdrawModel", OFFICE.leader.on(url(id) + "/withdrawal", json("{'reason':'Trùng'}")));
  }

  @Test
  void reporting() {
    String id = OFFICE.approved("Có báo cáo tiến độ");
    String report =
        json(
            "{'period':'2024-Q2','reportedOn':'2024-06-10','summary':'Đạt tiến độ','results':["
                + "{'indicator':'Hồ sơ','unit':'hồ sơ','target':2400,'actual':1300.5}]}");
    Answers.changed("reportProgress", OFFICE.clerk.on(url(id) + "/progress-reports", report));
    refused(OFFICE.clerk.on(url(id) + "/progress-reports", report), 409, "PERIOD_ALREADY_REPORTED");
    expect(
        OFFICE.clerk.on(
            url(id) + "/progress-reports",
            report.replace("\"period\"", "\"correction\":true,\"period\"")),
        200);
    refused(
        OFFICE.clerk.on(
            url(id) + "/progress-reports", report.replace("Q2", "Q3").replace("Hồ sơ", "Khác")),
        409,
        "UNKNOWN_INDICATOR");
    refused(
        OFFICE.clerk.on(url(id) + "/progress-reports", report.replace("Q2", "Q5")),
        422,
        "INVALID_FIELDS");
    JsonNode unknown =
        refused(
            OFFICE.clerk.on(
                url(id) + "/progress-reports",
                report
                    .replace("Q2", "Q3")
                    .replace(
                        "\"period\"",
                        "\"attachments\":[\"sha256:" + "0".repeat(64) + "\"],\"period\"")),
            422,
            "INVALID_FIELDS");
    assertThat(unknown.at("/errors/0/pointer").asString()).isEqualTo("/attachments/0");
  }

  @Test
  void inspecting() {
    String id = OFFICE.approved("Được kiểm tra");
    JsonNode over =
        refused(
            OFFICE.inspector.on(
                url(id) + "/inspections",
                OFFICE.inspection(null).replace("\"points\":10}", "\"points\":11}")),
            422,
            "INVALID_FIELDS");
    assertThat(over.at("/errors/0/pointer").asString()).startsWith("/scores/0");
    refused(OFFICE.clerk.on(url(id) + "/inspections", OFFICE.inspection(null)), 403, "FORBIDDEN");
    expect(
        OFFICE.clerk.on(
            url(id) + "/inspections", OFFICE.inspection(null).replace("PERIODIC", "SELF")),
        200);
    Answers.changed(
        "inspectModel", OFFICE.inspector.on(url(id) + "/inspections", OFFICE.inspection("MAJOR")));
    refused(OFFICE.leader.on(url(id) + "/recognition", Office.recognition()), 409, "OPEN_FINDING");
    String finding = url(id) + "/inspections/2/findings/1";
    Answers.changed(
        "extendFinding",
        OFFICE.coordinator.on(
            finding + "/extension", json("{'dueOn':'2099-02-01','reason':'Chờ kinh phí'}")));
    refused(
        OFFICE.coordinator.on(
            finding + "/extension", json("{'dueOn':'2099-03-01','reason':'Chờ kinh phí'}")),
        409,
        "ALREADY_EXTENDED");
    String remedy = json("{'doneOn':'2024-09-20','note':'Đã niêm yết'}");
    Answers.changed("remedyFinding", OFFICE.clerk.on(finding + "/remedy", remedy));
    Answers.changed(
        "rejectRemedy",
        OFFICE.coordinator.on(
            finding + "/rejection", json("{'dueOn':'2099-02-01','reason':'Chưa đủ'}")));
    expect(OFFICE.clerk.on(finding + "/remedy", remedy), 200);
    Answers.changed("confirmRemedy", OFFICE.coordinator.on(finding + "/confirmation", ""));
    refused(OFFICE.clerk.on(finding + "/remedy", remedy), 409, "FINDING_CLOSED");
    refused(
        OFFICE.clerk.on(url(id) + "/inspections/9/findings/1/remedy", remedy),
        404,
        "INSPECTION_UNKNOWN");
    refused(
        OFFICE.clerk.on(url(id) + "/inspections/x/findings/1/remedy", remedy), 404, "NOT_FOUND");
    Answers.changed(
        "annulInspection",
        OFFICE.leader.on(
            url(id) + "/inspections/2/annulment", json("{'reason':'Sai thành phần'}")));
  }

  @Test
  void honouring() {
    String id = OFFICE.inspected("Được công nhận", null);
    refused(
        OFFICE.leader.on(
            url(OFFICE.approved("Chưa kiểm tra")) + "/recognition", Office.recognition()),
        409,
        "NOT_INSPECTED");
    Answers.changed(
        "recognizeModel", OFFICE.leader.on(url(id) + "/recognition", Office.recognition()));
    Answers.changed(
        "designateExemplar", OFFICE.leader.on(url(id) + "/exemplar", Office.recognition()));
    refused(
        OFFICE.leader.on(url(id) + "/exemplar", Office.recognition()), 409, "ALREADY_DESIGNATED");
    Answers.changed(
        "commendModel", OFFICE.leader.on(url(id) + "/commendations", OFFICE.commendation()));
    refused(
        OFFICE.leader.on(url(id) + "/commendations", OFFICE.commendation()),
        409,
        "DUPLICATE_COMMENDATION");
    String revocation =
        json("{'ground':'FRAUD','reason':'Kê khai sai','decision':#,'bonusRecovered':true}")
            .replace("#", Office.decision(500));
    Answers.changed(
        "revokeCommendation",
        OFFICE.leader.on(url(id) + "/commendations/1/revocation", revocation));
    refused(
        OFFICE.leader.on(url(id) + "/commendations/1/revocation", revocation),
        409,
        "ALREADY_REVOKED");
    refused(
        OFFICE.leader.on(url(id) + "/commendations/7/revocation", revocation),
        404,
        "COMMENDATION_UNKNOWN");
    Answers.changed(
        "refuseRecognition",
        OFFICE.leader.on(
            url(OFFICE.approved("Không đạt")) + "/recognition-refusal",
            json("{'reason':'Kết quả thấp'}")));
  }

  @Test
  void goingOn() {
    String id = OFFICE.recognized("Được duy trì và nhân rộng");
    refused(
        OFFICE.clerk.on(url(id) + "/renewals", json("{'year':2025}")), 409, "PREVIOUS_YEAR_OPEN");
    expect(
        OFFICE.clerk.on(
            url(id) + "/progress-reports",
            json(
                "{'period':'2024','reportedOn':'2024-12-10','summary':'Hoàn thành','results':["
                    + "{'indicator':'Hồ sơ','unit':'hồ sơ','target':2400,'actual':2500}]}")),
        200);
    Answers.changed("renewModel", OFFICE.clerk.on(url(id) + "/renewals", json("{'year':2025}")));
    String replication = json("{'unitCode':'%s','year':2025}", OFFICE.other);
    HttpResponse<String> copy = OFFICE.coordinator.on(url(id) + "/replications", replication);
    JsonNode replica = Answers.created("replicateModel", copy);
    assertThat(replica.get("id").stringValue()).isNotEqualTo(id);
    assertThat(copy.headers().firstValue("Location"))
        .hasValue("/api/models/" + replica.get("id").stringValue());
    assertThat(replica.get("version").longValue()).isZero();
    refused(
        OFFICE.coordinator.on(
            url(id) + "/replications", replication.replace(OFFICE.other, OFFICE.centre)),
        409,
        "SAME_UNIT");
    Answers.changed(
        "closeModel",
        OFFICE.coordinator.on(
            url(OFFICE.approved("Dừng giữa chừng")) + "/closure",
            json("{'outcome':'STOPPED','reason':'Sắp xếp lại nhân sự'}")));
  }

  @Test
  void reminding() {
    String id = OFFICE.approved("Chậm báo cáo");
    String reminder = json("{'about':'PROGRESS','dueOn':'2024-06-10','message':'Đề nghị báo cáo'}");
    Answers.changed("sendReminder", OFFICE.coordinator.on(url(id) + "/reminders", reminder));
    refused(
        OFFICE.coordinator.on(
            url(OFFICE.model("Không chậm gì")) + "/reminders",
            reminder.replace("PROGRESS", "FINDING")),
        409,
        "NOTHING_DUE");
  }

  @Test
  void manyByOneDecision() {
    String one = OFFICE.inspected("Một trong nhiều", null);
    String two = OFFICE.inspected("Hai trong nhiều", null);
    String raw = OFFICE.approved("Chưa kiểm tra trong nhiều");
    String all =
        Office.recognition()
            .replace("{\"level\"", json("{'models':['%s','%s','%s'],'level'", one, two, raw));
    JsonNode refused = refused(OFFICE.leader.post("/api/recognitions", all), 409, "BULK_REFUSED");
    assertThat(refused.at("/outcomes/2/code").asString()).isEqualTo("NOT_INSPECTED");
    assertThat(refused.at("/outcomes/2/detail").asString())
        .isEqualTo("Cần ít nhất một lần kiểm tra còn hiệu lực, ngoài tự kiểm tra.");
    assertThat(refused.at("/outcomes/0").has("version")).isFalse();
    HttpResponse<String> some =
        OFFICE.leader.post(
            "/api/recognitions", all.replace("{\"models\"", "{\"atomic\":false,\"models\""));
    JsonNode told = Answers.documented("recognizeModels", some, 200);
    assertThat(told.get("outcomes").findValuesAsString("id")).containsExactly(one, two, raw);
    assertThat(told.get("outcomes").findValues("status"))
        .extracting(JsonNode::intValue)
        .containsExactly(200, 200, 409);
    String commend =
        OFFICE.commendation().replace("{\"form\"", json("{'models':['%s','%s'],'form'", one, two));
    HttpResponse<String> both =
        send(
            OFFICE
                .leader
                .json("POST", "/api/commendations", commend)
                .header("Idempotency-Key", "bulk-1"));
    Answers.documented("commendModels", both, 200);
    HttpResponse<String> again =
        send(
            OFFICE
                .leader
                .json("POST", "/api/commendations", commend)
                .header("Idempotency-Key", "bulk-1"));
    assertThat(again.body()).isEqualTo(both.body());
    assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
    refused(
        OFFICE.leader.post("/api/commendations", commend.replace("2024-12-10", "2099-12-10")),
        422,
        "INVALID_FIELDS");
  }

  @Test
  void whatIsStoredSaysWhoWhyAndOnWhatBasis() {
    String id = OFFICE.recognized("Có siêu dữ liệu");
    String metadata =
        HttpSide.DATABASE
            .jdbc()
            .queryForObject(
                "SELECT convert_from(metadata, 'UTF8') FROM event_log"
                    + " WHERE aggregate_id = ? AND type = 'ModelRecognized'",
                String.class,
                id);
    JsonNode told = Office.tree(metadata);
    assertThat(told.at("/actor/userName").asString()).isEqualTo("leader");
    assertThat(told.at("/actor/role").asString()).isEqualTo("LEADER");
    assertThat(told.get("basis").asString())
        .isEqualTo("401/QĐ-VP ngày 10/12/2024, Văn phòng UBND tỉnh");
    assertThat(told.get("command").asString()).isEqualTo("RecognizeModel");
    assertThat(told.get("traceId").asString()).matches("[0-9a-f]{32}");
    assertThat(told.get("clientAddress").asString()).isNotBlank();
  }
}
