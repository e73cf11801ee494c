package vn.danvankheo.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.danvankheo.events.account.AccountOpened;
import vn.danvankheo.events.model.ModelApproved;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.model.ModelReturned;
import vn.danvankheo.events.model.ModelWithdrawn;
import vn.danvankheo.events.model.ReminderSent;
import vn.danvankheo.events.unit.UnitMerged;
import vn.danvankheo.events.unit.UnitRenamed;
import vn.danvankheo.events.vocabulary.DutyKind;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.query.testing.EventDatabase;
import vn.danvankheo.query.testing.ModelEvents;
import vn.danvankheo.query.testing.QueryService;
import vn.danvankheo.query.testing.QueryService.Answer;
import vn.danvankheo.query.testing.UnitEvents;
import vn.danvankheo.query.testing.ViewServer;

/** What has to be answered whatever server the views are on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class QueriesHttpConformance {
  private final ViewServer server;
  private final EventDatabase events = EventDatabase.create();
  private QueryService service;
  private long position;

  QueriesHttpConformance(ViewServer server) {
    this.server = server;
  }

  @BeforeAll
  void start() {
    UnitEvents.register(events, "VP", "Văn phòng UBND tỉnh Bắc Kạn", null);
    UnitEvents.register(events, "TT", "Trung tâm Phục vụ hành chính công", "VP");
    UnitEvents.register(events, "NC", "Phòng Nội chính", "VP");
    UnitEvents.register(events, "TN", "Văn phòng UBND tỉnh Thái Nguyên", null);
    LocalDate july = LocalDate.of(2025, 7, 1);
    events.append(
        "unit",
        "unit:TT",
        1,
        List.of(new UnitRenamed("Trung tâm Hành chính công", july, UnitEvents.BASIS)));
    events.append("unit", "unit:NC", 1, List.of(new UnitMerged("TN", july, UnitEvents.BASIS)));
    UnitEvents.issue(events, "VP", 2024, 1);
    UnitEvents.issue(events, "VP", 2025, null);
    events.append(
        "model", "m-1", 0, ModelEvents.life("DVK-2024-0001", ModelEvents.TITLE, "TT", 2024));
    model("m-2", "NC", new ModelReturned(2024, "Thiếu số liệu", LocalDate.of(2024, 4, 10)));
    model("m-3", "NC", new ModelApproved(2024, null, null, false));
    model("m-4", "NC", new ModelWithdrawn(2024, "Trùng nội dung"));
    events.append(
        "model",
        "m-2",
        2,
        List.of(
            new ReminderSent(
                2024, "NC", DutyKind.RESUBMISSION, LocalDate.of(2024, 4, 10), "Đề nghị gửi lại")));
    position =
        events.append(
            "account",
            "account:van-thu",
            0,
            List.of(
                new AccountOpened(
                    "van-thu",
                    PersonalText.of("Người Mẫu"),
                    "Văn thư",
                    "TT",
                    List.of(Role.CLERK))));
    service = QueryService.start(events, server.uri(server.database()));
  }

  @AfterAll
  void stop() {
    if (service != null) {
      service.close();
    }
  }

  @Test
  void showsUnitsAsTheyAreOnADay() {
    JsonNode before = get("/api/units/TT?on=2025-06-30");
    assertThat(before.get("name").stringValue()).isEqualTo("Trung tâm Phục vụ hành chính công");
    JsonNode after = get("/api/units/TT?on=2025-07-01");
    assertThat(after.get("name").stringValue()).isEqualTo("Trung tâm Hành chính công");
    assertThat(after.get("names")).hasSize(2);
    assertThat(after.get("parentCode").stringValue()).isEqualTo("VP");
    assertThat(get("/api/units/NC?on=2025-06-30").get("alive").booleanValue()).isTrue();
    assertThat(get("/api/units/NC?on=2025-07-01").get("alive").booleanValue()).isFalse();
    assertThat(service.get("/api/units/VP").header("ETag")).isEqualTo("\"0\"");
    assertThat(service.get("/api/units/VP", "If-None-Match", "\"0\"").status()).isEqualTo(304);
    assertThat(service.get("/api/units/TT", "If-None-Match", "\"1\"").status())
        .as("what it shows depends on the day")
        .isEqualTo(200);
    assertThat(service.get("/api/units/none").status()).isEqualTo(404);
  }

  @Test
  void listsUnits() {
    assertThat(codes("/api/units?on=2025-06-30&alive=true"))
        .containsExactly("NC", "TT", "VP", "TN");
    assertThat(codes("/api/units?on=2025-07-01&alive=true")).containsExactly("TT", "VP", "TN");
    assertThat(codes("/api/units?unit=TN&on=2025-07-01")).containsExactlyInAnyOrder("TN", "NC");
    assertThat(codes("/api/units?unit=TN&on=2025-06-30")).containsExactly("TN");
    assertThat(codes("/api/units?parent=VP&on=2024-01-01")).containsExactly("NC", "TT");
    assertThat(codes("/api/units?q=phuc%20vu")).as("by a former name").containsExactly("TT");
    assertThat(codes("/api/units?type=OFFICE")).containsExactlyInAnyOrder("VP", "TN");
    JsonNode first = get("/api/units?limit=3&on=2025-01-01");
    assertThat(first.get("total").intValue()).isEqualTo(4);
    String next = "&cursor=" + first.get("nextCursor").stringValue();
    assertThat(get("/api/units?limit=3&on=2025-01-01" + next).get("items")).hasSize(1);
    assertThat(service.get("/api/units?limit=3&on=2025-01-02" + next).status()).isEqualTo(400);
    assertThat(service.get("/api/units", "Accept", "text/csv").text()).contains("Phòng Nội chính");
  }

  /** An empty list would say that nothing was done there. */
  @ParameterizedTest
  @CsvSource({
    "/api/models?unit=VPX, /unit UNIT_UNKNOWN",
    "/api/models?unit=VPX&asOf=2024-06-30T07:15:00Z, /unit UNIT_UNKNOWN",
    "/api/models?replicatedFrom=m-99, /replicatedFrom MODEL_UNKNOWN",
    "/api/models?status=DONE, /status NOT_ALLOWED",
    "/api/models?year=24, /year OUT_OF_RANGE",
    "/api/overview?unit=vp, /unit UNIT_UNKNOWN",
    "/api/overdue?unit=VPX, /unit UNIT_UNKNOWN",
    "/api/units?unit=VPX, /unit UNIT_UNKNOWN",
    "/api/units?parent=VPX, /parent UNIT_UNKNOWN",
    "/api/plans?unit=VPX, /unit UNIT_UNKNOWN",
    "/api/plans?appliesTo=VPX, /appliesTo UNIT_UNKNOWN",
    "/api/reports?unit=VPX, /unit UNIT_UNKNOWN",
    "/api/accounts?unit=VPX, /unit UNIT_UNKNOWN",
    "/api/audit/export?unit=VPX, /unit UNIT_UNKNOWN",
    "/api/public/models?unit=VPX, /unit UNIT_UNKNOWN"
  })
  void aFilterForWhatIsNotThereIsRefused(String path, String fault) {
    Answer answer = service.get(path);
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.json().get("errors")).hasSize(1);
    JsonNode error = answer.json().at("/errors/0");
    assertThat(error.get("pointer").stringValue() + " " + error.get("code").stringValue())
        .isEqualTo(fault);
    assertThat(error.get("message").stringValue()).isNotEqualTo(error.get("code").stringValue());
  }

  @Test
  void aFormerOrLaterUnitIsKnownAtAnyMoment() {
    assertThat(get("/api/models?unit=NC&asOf=2000-01-01T00:00:00Z").get("items")).isEmpty();
  }

  @Test
  void showsPlansWithTheRulesInForce() {
    JsonNode plan = get("/api/plans/VP-2024");
    assertThat(plan.get("year").intValue()).isEqualTo(2024);
    assertThat(plan.get("version").intValue()).isZero();
    assertThat(plan.get("criteria")).hasSize(7);
    assertThat(plan.get("passingMark").intValue()).isEqualTo(65);
    assertThat(plan.at("/legalBases/0/code").stringValue()).isEqualTo("1/QĐ");
    assertThat(codes("/api/plans")).containsExactly("VP-2025", "VP-2024");
    assertThat(codes("/api/plans?appliesTo=TT&year=2024")).containsExactly("VP-2024");
    assertThat(codes("/api/plans?appliesTo=TN")).isEmpty();
    assertThat(codes("/api/plans?unit=TT")).isEmpty();
    assertThat(service.get("/api/plans", "Accept", "text/csv").text()).contains("12/KH-VP");
    assertThat(service.get("/api/plans/VP-1999").status()).isEqualTo(404);
  }

  @Test
  void countsAYearAndTheOneBefore() {
    JsonNode year = get("/api/overview?year=2024&unit=VP");
    assertThat(year.at("/total/total").intValue()).isEqualTo(1);
    JsonNode all = get("/api/overview?year=2024");
    assertThat(all.at("/total/total").intValue()).as("not what was withdrawn").isEqualTo(3);
    assertThat(all.at("/total/collective").intValue()).isEqualTo(3);
    assertThat(all.at("/byStatus/WITHDRAWN/total").intValue()).isEqualTo(1);
    assertThat(all.at("/byStatus/RECOGNIZED/total").intValue()).isEqualTo(1);
    assertThat(all.at("/byUnit/NC/total").intValue()).isEqualTo(2);
    assertThat(all.at("/byLevel/OFFICE/total").intValue()).isEqualTo(1);
    assertThat(all.at("/byField/ADMINISTRATIVE_REFORM/total").intValue()).isEqualTo(3);
    assertThat(all.at("/recognized/total").intValue()).isEqualTo(1);
    assertThat(all.at("/commended/total").intValue()).isEqualTo(1);
    assertThat(all.at("/late/total").intValue()).isZero();
    assertThat(all.get("position").longValue()).isGreaterThanOrEqualTo(position);
    JsonNode next = get("/api/overview?year=2025");
    assertThat(next.at("/total/total").intValue()).isEqualTo(1);
    assertThat(next.at("/late/total").intValue()).isEqualTo(1);
    assertThat(next.at("/previousYear/total")).isEqualTo(all.get("total"));
    assertThat(next.at("/previousYear/byStatus")).isEqualTo(all.get("byStatus"));
  }

  @Test
  void tellsWhatIsLate() {
    assertThat(late("2024-04-10")).containsExactly("REGISTRATION VP 2024-03-31 10 0");
    assertThat(late("2024-04-11"))
        .containsExactly("REGISTRATION VP 2024-03-31 11 0", "RESUBMISSION m-2 2024-04-10 1 1");
    assertThat(late("2024-06-16"))
        .containsExactly(
            "REGISTRATION VP 2024-03-31 77 0",
            "RESUBMISSION m-2 2024-04-10 67 1",
            "PROGRESS m-3 2024-06-15 1 0",
            "REPORT VP 2024-06-15 1 0");
    assertThat(late("2024-12-16"))
        .contains("PROGRESS m-3 2024-12-15 1 0", "PROGRESS m-1 2024-12-15 1 0");
    assertThat(late("2024-06-16&kind=PROGRESS")).hasSize(1);
    assertThat(late("2024-06-16&unit=TT")).isEmpty();
    assertThat(service.get("/api/overdue?on=2024-06-16", "Accept", "text/csv").text())
        .contains("Báo cáo tiến độ");
    assertThat(codes("/api/models?overdue=true&q=ngay")).isNotEmpty();
  }

  @Test
  void theFilterForLateModelsAgreesWithWhatIsLate() {
    List<String> listed = new ArrayList<>();
    get("/api/models?overdue=true")
        .get("items")
        .forEach(m -> listed.add(m.get("id").stringValue()));
    List<String> owing = new ArrayList<>();
    get("/api/overdue")
        .get("items")
        .forEach(item -> owing.add(item.get("modelId").stringValue(null)));
    owing.removeIf(id -> id == null);
    assertThat(listed).containsExactlyInAnyOrderElementsOf(new java.util.HashSet<>(owing));
    assertThat(get("/api/models?overdue=false").get("total").intValue())
        .isEqualTo(4 - listed.size());
  }

  @Test
  void showsListsFiguresAndWhatWasLateAsTheyStood() {
    String before = "asOf=2024-06-30T07:14:59.999Z";
    String registered = "asOf=2024-06-30T07:15:00Z";
    String second = "asOf=2024-06-30T07:15:01.000Z";
    assertThat(get("/api/models?" + before).get("total").intValue()).isZero();
    assertThat(get("/api/models?" + registered + "&status=REGISTERED").get("total").intValue())
        .isEqualTo(4);
    JsonNode page = get("/api/models?" + second + "&sort=code&limit=3");
    assertThat(page.get("total").intValue()).isEqualTo(4);
    assertThat(page.at("/items/0/id").stringValue()).isEqualTo("m-1");
    assertThat(page.at("/items/0/version").intValue()).isEqualTo(1);
    assertThat(page.at("/items/0/status").stringValue()).isEqualTo("RETURNED");
    assertThat(page.at("/items/0/unitName").stringValue())
        .isEqualTo("Trung tâm Phục vụ hành chính công");
    assertThat(page.at("/items/0").propertyNames())
        .contains("replicas", "attachments", "createdAt")
        .noneMatch(name -> name.startsWith("_"));
    String next = "&cursor=" + page.get("nextCursor").stringValue();
    assertThat(get("/api/models?" + second + "&sort=code&limit=3" + next).get("items")).hasSize(1);
    assertThat(service.get("/api/models?" + registered + "&sort=code&limit=3" + next).status())
        .as("a cursor is good for one moment")
        .isEqualTo(400);
    assertThat(service.get("/api/models?" + second, "Accept", "text/csv").text())
        .contains("DVK-2024-0001");
    assertThat(service.get("/api/models?asOf=yesterday").status()).isEqualTo(400);

    assertThat(get("/api/overview?" + before).at("/total/total").intValue()).isZero();
    assertThat(get("/api/overview?" + registered).at("/byStatus/REGISTERED/total").intValue())
        .isEqualTo(4);
    JsonNode figures = get("/api/overview?unit=VP&" + second);
    assertThat(figures.get("year").intValue()).as("that moment's").isEqualTo(2024);
    assertThat(figures.at("/byStatus/WITHDRAWN/total").intValue()).isEqualTo(1);
    assertThat(figures.at("/byUnit/NC/total").intValue()).isEqualTo(2);

    assertThat(late("2024-06-16&" + before)).isEmpty();
    assertThat(late("2024-06-16&" + registered)).as("not returned yet").hasSize(2);
    assertThat(late("2024-06-16&" + second))
        .contains("RESUBMISSION m-2 2024-04-10 67 0", "PROGRESS m-3 2024-06-15 1 0");
    assertThat(late("2024-06-16&asOf=2024-06-30T07:15:02Z"))
        .contains("RESUBMISSION m-2 2024-04-10 67 1");
    assertThat(get("/api/overdue?" + second).at("/items/0/daysLate").intValue())
        .as("on that moment's day")
        .isEqualTo(102);
  }

  @Test
  void showsAnyoneRecognisedModelsWithoutPersonalData() {
    Answer list = service.getOpen("/api/public/models?q=ngay%20thu%20ba");
    assertThat(list.status()).isEqualTo(200);
    JsonNode item = list.json().at("/items/0");
    assertThat(list.json().get("total").intValue()).isEqualTo(1);
    assertThat(item.get("id").stringValue()).isEqualTo("m-1");
    assertThat(item.get("subjectName").stringValue()).startsWith("Trung tâm");
    assertThat(item.at("/terms/0/commendations/0/recipients/0").stringValue())
        .as("a commended person is named")
        .isEqualTo("Hoàng Thị Mẫu");
    String one = service.getOpen("/api/public/models/m-1").text();
    assertThat(one).contains("m-1").doesNotContain("0912345678", "responsiblePerson", "van-thu");
    assertThat(service.getOpen("/api/public/models").json().get("total").intValue()).isEqualTo(1);
    assertThat(service.getOpen("/api/public/models?year=2025").json().get("items")).isEmpty();
    assertThat(service.getOpen("/api/public/models?year=2024&level=OFFICE").json().get("items"))
        .hasSize(1);
    assertThat(service.getOpen("/api/public/models/m-2").status()).isEqualTo(404);
    assertThat(service.getOpen("/api/public/models?status=RETURNED").status()).isEqualTo(400);
    assertThat(service.getOpen("/api/public/feed.atom").text())
        .contains("<entry>", "Ngày thứ Ba", "urn:uuid:m-1");
    JsonNode feed = service.getOpen("/api/public/feed.json").json();
    assertThat(feed.at("/items/0/title").stringValue()).startsWith("Ngày thứ Ba");
  }

  @Test
  void tellsTheCallerWhoTheyAre() {
    JsonNode me = service.get(Role.CLERK, "/api/me").json();
    assertThat(me.get("userName").stringValue()).isEqualTo("nguoi-xem");
    assertThat(me.get("unitName").stringValue()).isEqualTo("Văn phòng UBND tỉnh Bắc Kạn");
    assertThat(me.get("may").toString()).contains("REGISTER_MODEL").doesNotContain("APPROVE");
  }

  @Test
  void whoseSessionHasEndedIsNotAnsweredAnyMore() {
    String left = "0190f3c2-7b5e-7c4e-9d3a-2f1e8b6a4c10";
    String stays = "0190f3c2-7b5e-7c4e-9d3a-2f1e8b6a4c11";
    assertThat(asked(left)).isEqualTo(200);
    for (String id : List.of(left, stays)) {
      events.run(
          "INSERT INTO session VALUES ('" + id + "', 'nguoi-xem', now(), now() + interval '1 h')");
    }
    events.run("UPDATE session SET ended_at = now() WHERE id = '" + left + "'");
    await().atMost(Duration.ofSeconds(60)).until(() -> asked(left) == 401);
    assertThat(asked(stays)).isEqualTo(200);
  }

  private int asked(String sessionId) {
    String token = "Bearer " + service.token(Role.CLERK, sessionId);
    return service.getOpen("/api/me", "Authorization", token).status();
  }

  @Test
  void givesPapersAsTheyWereStored() throws Exception {
    String id = "sha256:" + "0f".repeat(32);
    try (Connection connection = events.source().getConnection()) {
      try (PreparedStatement paper =
          connection.prepareStatement(
              "INSERT INTO attachment VALUES (?, 'Biên bản \"số 1\".pdf', 'application/pdf', 6,"
                  + " now(), 'van-thu')")) {
        paper.setString(1, id);
        paper.execute();
      }
      try (PreparedStatement piece =
          connection.prepareStatement("INSERT INTO attachment_piece VALUES (?, ?, ?)")) {
        for (int no = 0; no < 3; no++) {
          piece.setString(1, id);
          piece.setInt(2, no);
          piece.setBytes(3, ("a" + no).getBytes(StandardCharsets.UTF_8));
          piece.execute();
        }
      }
    }
    Answer paper = service.get("/api/attachments/" + id);
    assertThat(paper.text()).isEqualTo("a0a1a2");
    assertThat(paper.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(paper.header("Content-Disposition")).startsWith("attachment").contains("UTF-8''");
    assertThat(paper.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(paper.header("Cache-Control")).contains("immutable");
    assertThat(service.get("/api/attachments/" + id, "If-None-Match", "\"" + id + "\"").status())
        .isEqualTo(304);
    assertThat(service.get("/api/attachments/sha256:00").status()).isEqualTo(404);
  }

  @Test
  void givesTheEmptyForm() {
    Answer xlsx = service.get(Role.CLERK, "/api/imports/template");
    assertThat(xlsx.status()).isEqualTo(200);
    assertThat(xlsx.response().body()).startsWith('P', 'K');
    assertThat(service.get("/api/imports/template?format=csv").text()).contains("Tên mô hình");
    assertThat(service.get("/api/imports/template?format=doc").status()).isEqualTo(400);
  }

  @Test
  void tellsOfChangesFromTheLastPositionOnAndOfAccountsToFewOnly() throws Exception {
    try (InputStream stream = service.stream(Role.CLERK, "/api/events", "Last-Event-ID", "0");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      assertThat(next(lines).get("aggregateType").stringValue()).isEqualTo("unit");
      long later =
          events.append("model", "m-3", 2, List.of(new ModelWithdrawn(2024, "Không làm được")));
      JsonNode change = next(lines);
      while (change.get("position").longValue() < later) {
        assertThat(change.get("aggregateType").stringValue()).isNotEqualTo("account");
        change = next(lines);
      }
      assertThat(change.get("id").stringValue()).isEqualTo("m-3");
      assertThat(change.get("type").stringValue()).isEqualTo("ModelWithdrawn");
      events.append(
          "model", "m-3", 3, List.of(new ModelReturned(2024, "x", LocalDate.of(2099, 1, 1))));
      events.append("model", "m-3", 4, List.of(new ModelApproved(2024, null, null, false)));
      assertThat(next(lines).get("version").longValue()).isEqualTo(3);
      assertThat(next(lines).get("version").longValue()).isEqualTo(4);
    }
    long before = position - 1;
    try (InputStream stream =
            service.stream(Role.ADMIN, "/api/events", "Last-Event-ID", String.valueOf(before));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      assertThat(next(lines).get("id").stringValue()).isEqualTo("van-thu");
    }
    assertThat(service.get("/api/events", "Last-Event-ID", "x").status()).isEqualTo(400);
  }

  @Test
  void documentsEveryPathItServes() {
    JsonNode document = service.getOpen("/api/openapi/query.json").json();
    assertThat(document.get("paths").propertyNames())
        .contains(
            "/api/models",
            "/api/models/{id}",
            "/api/units",
            "/api/units/{code}",
            "/api/plans",
            "/api/plans/{code}",
            "/api/overview",
            "/api/overdue",
            "/api/attachments/{id}",
            "/api/me",
            "/api/public/models",
            "/api/public/models/{id}",
            "/api/public/reports/{id}",
            "/api/public/feed.atom",
            "/api/public/feed.json",
            "/api/imports/template",
            "/api/imports/{id}",
            "/api/imports/{id}/rows",
            "/api/imports/{id}/stream",
            "/api/events");
    assertThat(service.getOpen("/actuator/health/readiness").status()).isEqualTo(200);
    assertThat(service.getOpen("/actuator/prometheus").text())
        .contains("danvankheo_projection_parked", "danvankheo_projection_lag_positions");
  }

  private static JsonNode next(BufferedReader lines) throws Exception {
    while (true) {
      String line = lines.readLine();
      if (line.startsWith("data: ")) {
        return JsonMapper.shared().readTree(line.substring(6));
      }
    }
  }

  private void model(String id, String unit, ModelEvent second) {
    events.append(
        "model",
        id,
        0,
        List.of(
            ModelEvents.registered(
                "DVK-2024-" + id, 2024, ModelEvents.form("Ngày " + id, unit, 2024)),
            second));
  }

  private JsonNode get(String path) {
    Answer answer =
        service.get(path + (path.contains("?") ? "&" : "?") + "minPosition=" + position);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private List<String> codes(String path) {
    List<String> codes = new ArrayList<>();
    get(path).get("items").forEach(item -> codes.add(item.get("code").stringValue()));
    return codes;
  }

  private List<String> late(String on) {
    List<String> late = new ArrayList<>();
    get("/api/overdue?on=" + on)
        .get("items")
        .forEach(
            i ->
                late.add(
                    i.get("kind").stringValue()
                        + " "
                        + (i.get("modelId").isNull() ? i.get("unitCode") : i.get("modelId"))
                            .stringValue()
                        + " "
                        + i.get("dueOn").stringValue()
                        + " "
                        + i.get("daysLate")
                        + " "
                        + i.get("reminders")));
    return late;
  }
}
