package vn.danvankheo.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.danvankheo.command.http.Http.expect;
import static vn.danvankheo.command.http.Http.refused;
import static vn.danvankheo.command.http.Office.json;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Names and telephone numbers are stored sealed, and erased when their keys are. */
class ErasureStoreTest {
  private static final Office OFFICE = Office.open();
  private static final JdbcTemplate JDBC = HttpSide.DATABASE.jdbc();
  private static final String WHY =
      "'reason':'Theo đơn đề nghị','basis':{'code':'13/2023/NĐ-CP','title':'Bảo vệ dữ liệu cá"
          + " nhân','issuer':'Chính phủ'}";

  private static String personal(String title, String name) {
    ObjectNode form = (ObjectNode) JsonMapper.shared().readTree(OFFICE.form(title));
    return form.put("subjectKind", "INDIVIDUAL")
        .put("subjectName", name)
        .put("responsiblePerson", name + " Hai")
        .put("contactPhone", "0912 345 678")
        .toString();
  }

  private static String model(String title, String name) {
    return expect(OFFICE.clerk.post("/api/models", personal(title, name)), 201)
        .get("id")
        .stringValue();
  }

  private static String ofModel(String id, String more) {
    return json("{'subject':{'modelId':'%s',%s},%s}", id, more, WHY);
  }

  private static HttpResponse<String> erase(String id, String field) {
    return OFFICE.leader.post("/api/erasures", ofModel(id, "'field':'" + field + "'"));
  }

  private static List<String> payloads(String stream) {
    return JDBC.queryForList(
        "SELECT convert_from(payload, 'UTF8') FROM event_log WHERE aggregate_id = ?"
            + " ORDER BY version",
        String.class,
        stream);
  }

  private static List<String> keys(String subject) {
    return JDBC.queryForList(
        "SELECT CASE WHEN wrapped IS NULL THEN 'destroyed' ELSE 'there' END FROM personal_key"
            + " WHERE subject = ? ORDER BY created_at, id",
        String.class,
        subject);
  }

  @Test
  void namesAndNumbersAreSealedEachByItsOwnKey() {
    String id = model("Mô hình có người", "Nguyễn Văn Ẩn");

    String stored = payloads(id).get(0);
    assertThat(stored)
        .contains("\"sealed\"")
        .doesNotContain("Nguyễn", "0912 345 678", "0912345678");
    for (String field : List.of("subjectName", "responsiblePerson", "contactPhone")) {
      assertThat(keys(id + "/" + field)).containsExactly("there");
    }
  }

  @Test
  void theSameWordsAgainChangeNothingAndOthersGetANewKey() {
    String id = model("Mô hình đổi người", "Trần Thị Một");

    String url = "/api/models/" + id;
    assertThat(
            expect(OFFICE.clerk.patch(url, json("{'subjectName':'Trần Thị Một'}")), 200)
                .get("eventIds"))
        .isEmpty();
    expect(OFFICE.clerk.patch(url, json("{'subjectName':'Trần Thị Khác'}")), 200);

    assertThat(keys(id + "/subjectName")).containsExactly("there", "there");
    assertThat(payloads(id).get(1)).contains("\"sealed\"").doesNotContain("Khác");
    assertThat(
            JDBC.queryForObject(
                "SELECT count(*) FROM personal_key WHERE subject = ? AND words IS NOT NULL",
                Integer.class,
                id + "/subjectName"))
        .as("only the present name is found")
        .isEqualTo(1);
  }

  @Test
  void erasingDestroysAllKeysOfThePlaceAndIsAnEventItself() {
    String id = model("Mô hình xin xóa", "Lê Thị Xin");
    String url = "/api/models/" + id;
    expect(OFFICE.clerk.patch(url, json("{'responsiblePerson':'Lê Văn Sau'}")), 200);

    JsonNode answer = Answers.changed("erasePersonalData", erase(id, "responsiblePerson"));

    assertThat(answer.get("id").stringValue()).isEqualTo(id);
    assertThat(answer.get("version").intValue()).isEqualTo(2);
    assertThat(keys(id + "/responsiblePerson")).containsExactly("destroyed", "destroyed");
    assertThat(keys(id + "/subjectName")).containsExactly("there");
    assertThat(
            JDBC.queryForMap(
                "SELECT type, convert_from(metadata, 'UTF8')::jsonb ->> 'reason' AS reason,"
                    + " convert_from(metadata, 'UTF8')::jsonb ->> 'basis' AS basis FROM event_log"
                    + " WHERE aggregate_id = ? AND version = 2",
                id))
        .containsEntry("type", "PersonalDataErased")
        .containsEntry("reason", "Theo đơn đề nghị")
        .containsEntry("basis", "13/2023/NĐ-CP, Chính phủ");
    refused(erase(id, "responsiblePerson"), 409, "ALREADY_ERASED");

    expect(OFFICE.clerk.patch(url, json("{'location':'Nơi khác'}")), 200);
    expect(OFFICE.clerk.patch(url, json("{'responsiblePerson':'Lê Văn Mới'}")), 200);
    assertThat(keys(id + "/responsiblePerson"))
        .containsExactlyInAnyOrder("destroyed", "destroyed", "there");
    Answers.changed("erasePersonalData", erase(id, "responsiblePerson"));
    refused(erase(OFFICE.model("Mô hình tập thể"), "subjectName"), 409, "NOTHING_TO_ERASE");
  }

  @Test
  void aRecipientsNameIsErasedByItsPlaceAndStillComparedBefore() {
    String id = OFFICE.recognized("Mô hình được khen");
    String url = "/api/models/" + id + "/commendations";
    String given =
        json(
            "{'form':'CERTIFICATE_OF_MERIT_UNIT','basis':'ANNUAL','decision':%s,'merit':'Có thành"
                + " tích xuất sắc','recipients':[{'kind':'COLLECTIVE','name':'Trung"
                + " tâm','unitCode':'%s'},{'kind':'INDIVIDUAL','name':'Hoàng Thị"
                + " Khen','unitCode':'%s'}]}",
            Office.decision(77), OFFICE.centre, OFFICE.centre);
    expect(OFFICE.leader.on(url, given), 200);
    refused(OFFICE.leader.on(url, given), 409, "DUPLICATE_COMMENDATION");
    List<String> stored = payloads(id);
    assertThat(stored.get(stored.size() - 1)).contains("Trung tâm").doesNotContain("Hoàng");

    String second = "'field':'recipient','commendation':1,'recipient':2";
    Answers.changed("erasePersonalData", OFFICE.leader.post("/api/erasures", ofModel(id, second)));

    assertThat(keys(id + "/commendations/1/recipients/2")).containsExactly("destroyed");
    refused(OFFICE.leader.post("/api/erasures", ofModel(id, second)), 409, "ALREADY_ERASED");
    refused(
        OFFICE.leader.post(
            "/api/erasures", ofModel(id, "'field':'recipient','commendation':1,'recipient':1")),
        409,
        "NOTHING_TO_ERASE");
    refused(
        OFFICE.leader.post(
            "/api/erasures", ofModel(id, "'field':'recipient','commendation':9,'recipient':1")),
        404,
        "COMMENDATION_UNKNOWN");
  }

  @Test
  void anAccountKeepsWorkingWithoutItsName() {
    String name = OFFICE.code.toLowerCase(Locale.ROOT) + "-xoa";
    expect(
        OFFICE.admin.post(
            "/api/accounts",
            json(
                "{'userName':'%s','password':'mật khẩu đủ dài','displayName':'Phạm Thị Tên',"
                    + "'position':'Chuyên viên','unitCode':'%s','roles':['CLERK']}",
                name, OFFICE.centre)),
        201);
    assertThat(payloads("account:" + name).get(0)).doesNotContain("Phạm");

    String wish = json("{'subject':{'userName':'%s'},%s}", name, WHY);
    Answers.changed("erasePersonalData", OFFICE.leader.post("/api/erasures", wish));

    assertThat(keys("account:" + name + "/displayName")).containsExactly("destroyed");
    refused(OFFICE.leader.post("/api/erasures", wish), 409, "ALREADY_ERASED");
    expect(
        HttpSide.anonymous()
            .post("/api/sessions", json("{'userName':'%s','password':'mật khẩu đủ dài'}", name)),
        200);
  }

  @Test
  void whoMayEraseAndWhatHasToBeSaid() {
    String id = model("Mô hình để hỏi quyền", "Vũ Thị Quyền");
    String good = ofModel(id, "'field':'subjectName'");
    refused(OFFICE.clerk.post("/api/erasures", good), 403, "FORBIDDEN");
    refused(OFFICE.admin.post("/api/erasures", good), 403, "FORBIDDEN");
    refused(
        OFFICE.leader.post("/api/erasures", ofModel("khong-co", "'field':'subjectName'")),
        404,
        "NOT_FOUND");
    for (String wrong :
        List.of(
            json("{'subject':{'modelId':'%s','field':'subjectName'}}", id),
            json("{'subject':{'modelId':'%s','field':'title'},%s}", id, WHY),
            json("{'subject':{'modelId':'%s'},%s}", id, WHY),
            json("{'subject':{},%s}", WHY),
            json("{'subject':{'modelId':'a','userName':'b','field':'subjectName'},%s}", WHY),
            json("{'subject':{'userName':'b','field':'contactPhone'},%s}", WHY),
            json("{'subject':{'modelId':'%s','field':'recipient'},%s}", id, WHY),
            json("{'subject':{'modelId':'%s','field':'subjectName','recipient':1},%s}", id, WHY))) {
      refused(OFFICE.leader.post("/api/erasures", wrong), 422, "INVALID_FIELDS");
    }
    assertThat(keys(id + "/subjectName")).containsExactly("there");
  }
}
