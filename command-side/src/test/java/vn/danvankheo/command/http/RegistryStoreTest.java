package vn.danvankheo.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.danvankheo.command.http.Http.expect;
import static vn.danvankheo.command.http.Http.refused;
import static vn.danvankheo.command.http.Office.json;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Units, plans and ratings over HTTP. */
class RegistryStoreTest {
  private static final Office OFFICE = Office.open();
  private static final String BY_DOCUMENT =
      "'effectiveOn':'2025-07-01','basis':" + Office.basis().replace('"', '\'');

  @Test
  void units() {
    String code = OFFICE.code + "-Đ1";
    String body = json("{'code':'%s','name':'Phòng Đầu tư','type':'DEPARTMENT'}", code);
    HttpResponse<String> answer = OFFICE.admin.post("/api/units", body);
    JsonNode result = Answers.created("registerUnit", answer);
    assertThat(result.get("id").stringValue()).isEqualTo(code);
    assertThat(answer.headers().firstValue("Location"))
        .hasValue("/api/units/" + OFFICE.code + "-%C4%901");
    refused(OFFICE.admin.post("/api/units", body), 409, "UNIT_CODE_TAKEN");
    refused(OFFICE.admin.post("/api/units", body.replace("-Đ1", "/x")), 422, "INVALID_FIELDS");

    String url = "/api/units/" + OFFICE.code + "-%C4%901";
    Answers.changed(
        "reorganizeUnit",
        OFFICE.admin.patch(
            url,
            json("{'name':'Phòng Đầu tư công','parentCode':'%s',%s}", OFFICE.code, BY_DOCUMENT)));
    Answers.changed(
        "reorganizeUnit",
        OFFICE.admin.patch(
            url, json("{'parentCode':null,%s}", BY_DOCUMENT.replace("07-01", "08-01"))));
    JsonNode nothing =
        expect(
            OFFICE.admin.patch(
                url, json("{'name':'Phòng Đầu tư công',%s}", BY_DOCUMENT.replace("07-", "09-"))),
            200);
    assertThat(nothing.get("eventIds")).isEmpty();
    refused(
        OFFICE.admin.patch(url, json("{'parentCode':'%s',%s}", code, BY_DOCUMENT)),
        409,
        "UNIT_CYCLE");
  }

  @Test
  void endsOfUnits() {
    String code = OFFICE.code;
    for (String suffix : new String[] {"A", "B", "C", "D", "E"}) {
      OFFICE.unit(code + suffix, code);
    }
    Answers.changed(
        "mergeUnit",
        OFFICE.admin.on(
            "/api/units/" + code + "A/merger", json("{'intoCode':'%sB',%s}", code, BY_DOCUMENT)));
    Answers.changed(
        "splitUnit",
        OFFICE.admin.on(
            "/api/units/" + code + "C/split",
            json("{'into':['%sB','%sD'],%s}", code, code, BY_DOCUMENT)));
    Answers.changed(
        "dissolveUnit",
        OFFICE.admin.on(
            "/api/units/" + code + "E/dissolution",
            json("{'successorCode':'%sD',%s}", code, BY_DOCUMENT)));
    refused(
        OFFICE.admin.on("/api/units/" + code + "E/dissolution", json("{%s}", BY_DOCUMENT)),
        409,
        "UNIT_ENDED");
    refused(
        OFFICE.admin.on(
            "/api/units/" + code + "B/split", json("{'into':['%sD'],%s}", code, BY_DOCUMENT)),
        422,
        "INVALID_FIELDS");
  }

  @Test
  void remindingUnits() {
    HttpResponse<String> answer =
        OFFICE.coordinator.on(
            "/api/units/" + OFFICE.code + "/reminders",
            json("{'about':'REPORT','dueOn':'2024-06-10','message':'Đề nghị nộp báo cáo'}"));
    Answers.changed("sendUnitReminder", answer);
  }

  @Test
  void plans() {
    String plan = OFFICE.plan(2023).replace("2024-02-26", "2023-02-26");
    HttpResponse<String> answer = OFFICE.leader.post("/api/plans", plan);
    JsonNode result = Answers.created("issuePlan", answer);
    assertThat(result.get("id").stringValue()).isEqualTo(OFFICE.code + "-2023");
    refused(OFFICE.leader.post("/api/plans", plan), 409, "PLAN_ALREADY_ISSUED");
    String url = "/api/plans/" + OFFICE.code + "-2023";
    Answers.changed(
        "amendPlan",
        OFFICE.leader.patch(url, json("{'title':'Kế hoạch đã sửa đổi','passingMark':70.5}")));
    Answers.changed("amendPlan", OFFICE.leader.patch(url, json("{'passingMark':null}")));
    refused(OFFICE.leader.patch(url, json("{'year':2022}")), 409, "FIELD_LOCKED");
    JsonNode sum =
        refused(
            OFFICE.leader.patch(
                url, json("{'criteria':[{'code':'A','title':'Một','maxPoints':99.75}]}")),
            422,
            "INVALID_FIELDS");
    assertThat(sum.at("/errors/0/code").asString()).isEqualTo("SUM_NOT_100");
  }

  @Test
  void ratings() {
    String rating =
        json(
                "{'unitCode':'%s','year':2024,'rating':'GOOD','reason':'Theo kết quả chấm',"
                    + "'decision':#}",
                OFFICE.centre)
            .replace("#", Office.decision(9));
    JsonNode first = Answers.created("rateUnit", OFFICE.leader.post("/api/unit-ratings", rating));
    assertThat(first.get("id").stringValue()).isEqualTo(OFFICE.centre + "-2024");
    JsonNode again =
        expect(OFFICE.leader.post("/api/unit-ratings", rating.replace("GOOD", "EXCELLENT")), 201);
    assertThat(again.get("version").longValue()).isEqualTo(1);
    refused(
        OFFICE.leader.post("/api/unit-ratings", rating.replace(OFFICE.centre, "KHONG-CO")),
        422,
        "INVALID_FIELDS");
  }
}
