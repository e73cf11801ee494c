package vn.danvankheo.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.danvankheo.events.account.AccountOpened;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.oversight.LoginFailed;
import vn.danvankheo.events.unit.UnitRenamed;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.query.testing.EventDatabase;
import vn.danvankheo.query.testing.ModelEvents;
import vn.danvankheo.query.testing.QueryService;
import vn.danvankheo.query.testing.QueryService.Answer;
import vn.danvankheo.query.testing.UnitEvents;
import vn.danvankheo.query.testing.ViewServer;

/** The audit over HTTP, whatever server the views are on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AuditHttpConformance {
  private static final List<ModelEvent> LIFE =
      ModelEvents.life("DVK-2024-0001", ModelEvents.TITLE, "TT", 2024);

  /** Two units and a new name of one, a plan, a model's life; an account and a failed login. */
  private static final int ALL = 4 + LIFE.size() + 2;

  private final ViewServer server;
  private final EventDatabase events = EventDatabase.create();
  private QueryService service;
  private long position;

  AuditHttpConformance(ViewServer server) {
    this.server = server;
  }

  @BeforeAll
  void start() {
    UnitEvents.register(events, "VP", "Văn phòng UBND tỉnh Bắc Kạn", null);
    UnitEvents.register(events, "TT", "Trung tâm Phục vụ hành chính công", "VP");
    UnitEvents.issue(events, "VP", 2024, 1);
    events.append("model", "m-1", 0, LIFE);
    events.append(
        "unit",
        "unit:TT",
        1,
        List.of(new UnitRenamed("Trung tâm mới", LocalDate.of(2025, 7, 1), UnitEvents.BASIS)));
    events.append(
        "account",
        "account:van-thu",
        0,
        List.of(
            new AccountOpened(
                "van-thu", PersonalText.of("Người Mẫu"), "Văn thư", "TT", List.of(Role.CLERK))));
    position = events.append("oversight", "oversight:1", 0, List.of(new LoginFailed("van-thu")));
    service = QueryService.start(events, server.uri(server.database()));
  }

  @AfterAll
  void stop() {
    if (service != null) {
      service.close();
    }
  }

  @Test
  void hasEveryEventOnceNewestFirst() {
    JsonNode all = get(Role.AUDITOR, "?limit=200");
    assertThat(all.get("total").intValue()).isEqualTo(ALL);
    List<Long> positions = new ArrayList<>();
    all.get("items").forEach(item -> positions.add(item.get("position").longValue()));
    assertThat(positions).hasSize(ALL).doesNotHaveDuplicates();
    assertThat(positions.get(0)).isEqualTo(position);
    assertThat(positions).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    JsonNode item = get(Role.AUDITOR, "?type=ModelUpdated").at("/items/0");
    assertThat(item.get("aggregateId").stringValue()).isEqualTo("m-1");
    assertThat(item.get("version").intValue()).isEqualTo(2);
    assertThat(item.at("/actor/userName").stringValue()).isEqualTo("van-thu");
    assertThat(item.at("/actor/displayName").stringValue()).isEqualTo("Người Mẫu");
    assertThat(item.get("typeLabel").stringValue()).isEqualTo("Sửa hồ sơ mô hình");
    assertThat(item.at("/model/code").stringValue()).isEqualTo("DVK-2024-0001");
    assertThat(item.at("/model/title").stringValue()).isEqualTo(ModelEvents.TITLE);
    assertThat(get(Role.AUDITOR, "?type=PlanIssued").at("/items/0/model").isNull()).isTrue();
    assertThat(item.get("summary").stringValue()).isNotEmpty();
    assertThat(item.get("recordedAt").stringValue()).isEqualTo("2024-06-30T07:15:02.000Z");
    assertThat(item.at("/changes").toString())
        .contains("\"/location\"", "Thành phố Bắc Kạn", "Trụ sở Trung tâm");
  }

  @Test
  void tellsWhatAnEventOnlyNamesByNumber() {
    assertThat(get(Role.AUDITOR, "?type=RemedyConfirmed").at("/items/0/summary").stringValue())
        .contains("tồn tại số 1 “Chưa niêm yết danh mục” của lần kiểm tra số 1");
    assertThat(get(Role.AUDITOR, "?type=UnitRenamed").at("/items/0/summary").stringValue())
        .contains("Trung tâm Phục vụ hành chính công", "Trung tâm mới");
  }

  @Test
  void goesThroughAllPagesInBothOrders() {
    for (String sort : List.of("position", "-position")) {
      List<Long> seen = new ArrayList<>();
      String cursor = "";
      do {
        JsonNode page = get(Role.AUDITOR, "?limit=3&sort=" + sort + cursor);
        assertThat(page.get("total").intValue()).isEqualTo(ALL);
        page.get("items").forEach(item -> seen.add(item.get("position").longValue()));
        String next = page.get("nextCursor").stringValue(null);
        cursor = next == null ? "" : "&cursor=" + next;
      } while (!cursor.isEmpty());
      assertThat(seen).as(sort).hasSize(ALL).doesNotHaveDuplicates();
      assertThat(seen.get(0) < seen.get(1)).isEqualTo(sort.equals("position"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "actor=van-thu | 18",
        "actor=ai-do | 0",
        "unit=VP | 18",
        "unit=TT | 0",
        "type=ModelApproved | 1",
        "type=LoginFailed | 1",
        "aggregate=m-1 | 12",
        "aggregate=unit:TT | 2",
        "from=2024-06-30T07:15:11Z | 1",
        "to=2024-06-30T07:15:01Z | 6",
        "from=2024-06-30T07:15:01Z&to=2024-06-30T07:15:02Z | 2",
        "path=/location | 1",
        "path=location | 1",
        "aggregate=m-1&path=/location | 1",
        "path=/location&value=tru%20so%20trung%20tam | 1",
        "path=/location&value=Th%C3%A0nh%20ph%E1%BB%91%20B%E1%BA%AFc%20K%E1%BA%A1n | 1",
        "path=/location&value=RECOGNIZED | 0",
        "value=thanh%20pho%20bac%20kan | 2",
        "value=0912345678 | 0",
        "path=/terms/2024/inspections | 3",
        "path=/terms/inspections | 3",
        "path=/terms/2023 | 0",
        "path=/status&value=recognized | 2",
        "decision=401/qd-vp | 2",
        "decision=1/Q%C4%90 | 1",
        "q=khong%20hen | 1",
        "q=niem%20yet%20danh%20muc | 1",
        "q=do%20dem | 1",
        "q=Hoang%20Thi%20Mau | 0",
        "requestId=request | 18",
        "requestId=other | 0"
      })
  void filters(String query, int expected) {
    JsonNode page = get(Role.AUDITOR, "?" + query);
    assertThat(page.get("total").intValue()).as(page.toString()).isEqualTo(expected);
    assertThat(page.get("items")).hasSize(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "?from=x | 400",
        "?colour=red | 400",
        "?cursor=x | 400",
        "?sort=actor | 400",
        "?type=ModelRecognised | 400",
        "?unit=VP-2 | 400"
      })
  void refusesWhatItDoesNotKnow(String query, int status) {
    assertThat(service.get("/api/audit" + query).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void isForFewAndAccountsForFewer(Role role) {
    Answer answer = service.get(role, "/api/audit?minPosition=" + position);
    switch (role) {
      case CLERK, INSPECTOR -> assertThat(answer.status()).isEqualTo(403);
      case AUDITOR, ADMIN -> assertThat(answer.json().get("total").intValue()).isEqualTo(ALL);
      default -> {
        assertThat(answer.json().get("total").intValue()).isEqualTo(ALL - 2);
        assertThat(answer.text()).doesNotContain("AccountOpened", "LoginFailed");
      }
    }
    assertThat(service.getOpen("/api/audit").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void accountsAreForAdministratorsAndAuditors(Role role) {
    String query = "?minPosition=" + position;
    Answer one = service.get(role, "/api/accounts/van-thu" + query);
    Answer all = service.get(role, "/api/accounts" + query);
    if (role != Role.ADMIN && role != Role.AUDITOR) {
      assertThat(List.of(one.status(), all.status())).containsExactly(403, 403);
      return;
    }
    assertThat(one.header("ETag")).isEqualTo("\"0\"");
    assertThat(one.header("Cache-Control")).contains("no-store");
    assertThat(one.json().get("displayName").stringValue()).isEqualTo("Người Mẫu");
    assertThat(one.json().get("roles").get(0).stringValue()).isEqualTo("CLERK");
    assertThat(one.json().get("disabled").booleanValue()).isFalse();
    assertThat(all.json().at("/items/0")).isEqualTo(one.json());
    assertThat(service.get(role, "/api/accounts" + query + "&unit=VP").json())
        .as("with everything under it")
        .isEqualTo(all.json());
    for (String none : List.of("&role=LEADER", "&disabled=true")) {
      JsonNode page = service.get(role, "/api/accounts" + query + none).json();
      assertThat(page.get("total").intValue()).as(none).isZero();
    }
    assertThat(service.get(role, "/api/accounts/ai-do" + query).status()).isEqualTo(404);
  }

  @Test
  void streamsLinesAndTables() {
    Answer lines = service.get("/api/audit?sort=position", "Accept", "application/x-ndjson");
    assertThat(lines.header("Content-Type")).startsWith("application/x-ndjson");
    List<JsonNode> items =
        lines.text().lines().map(line -> JsonMapper.shared().readTree(line)).toList();
    assertThat(items).hasSize(ALL);
    assertThat(items.get(0).get("position").longValue()).isEqualTo(1);
    assertThat(items.get(ALL - 1)).isEqualTo(get(Role.AUDITOR, "?limit=1").at("/items/0"));
    String csv = service.get("/api/audit", "Accept", "text/csv").text();
    assertThat(csv).contains("Vị trí", "ModelUpdated", "Trụ sở Trung tâm");
    assertThat(csv.lines().filter(line -> line.contains("ModelApproved")))
        .singleElement()
        .asString()
        .contains("Phê duyệt mô hình", "DVK-2024-0001", ModelEvents.TITLE);
    assertThat(service.get("/api/audit", "Accept", "image/png").status()).isEqualTo(406);
    String tag = service.get("/api/audit").header("ETag");
    assertThat(service.get("/api/audit", "If-None-Match", tag).status()).isEqualTo(304);
  }

  private JsonNode get(Role role, String query) {
    Answer answer = service.get(role, "/api/audit" + query + "&minPosition=" + position);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }
}
