package vn.danvankheo.query.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.danvankheo.events.model.ModelUpdated;
import vn.danvankheo.query.testing.EventDatabase;
import vn.danvankheo.query.testing.ModelEvents;
import vn.danvankheo.query.testing.QueryService;
import vn.danvankheo.query.testing.QueryService.Answer;
import vn.danvankheo.query.testing.ReportEvents;
import vn.danvankheo.query.testing.UnitEvents;
import vn.danvankheo.query.testing.ViewServer;

/** Drafting, issuing and drafting again, whatever server the views are on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReportsHttpConformance {
  private static final String DRAFT = "/api/reports/draft?type=YEAR&unit=VP&year=2024";

  private final ViewServer server;
  private final EventDatabase events = EventDatabase.create();
  private QueryService service;
  private int reports;

  ReportsHttpConformance(ViewServer server) {
    this.server = server;
  }

  @BeforeAll
  void start() {
    UnitEvents.register(events, "VP", "Văn phòng UBND tỉnh Bắc Kạn", null);
    UnitEvents.register(events, "VP-TTHCC", "Trung tâm Phục vụ hành chính công", "VP");
    UnitEvents.register(events, "SNN", "Sở Nông nghiệp", null);
    UnitEvents.issue(events, "VP", 2024, 1);
    for (String id : new String[] {"m-1", "m-2", "m-3"}) {
      String unit = id.equals("m-3") ? "SNN" : "VP-TTHCC";
      events.append(
          "model", id, 0, ModelEvents.life("DVK-2024-" + id, "Mô hình " + id, unit, 2024));
    }
    service = QueryService.start(events, server.uri(server.database()));
  }

  @AfterAll
  void stop() {
    if (service != null) {
      service.close();
    }
  }

  private JsonNode draft(String more) {
    Answer answer = service.get(DRAFT + more);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  /** Issues a draft as the command side would, and tells the report's id. */
  private String issue(JsonNode draft, String number) {
    String id = "r-" + ++reports;
    long position = ReportEvents.issue(events, service, draft, id, number);
    return id + "?minPosition=" + position;
  }

  @Test
  void theSameEventsGiveTheSameDigest() {
    JsonNode draft = draft("");
    assertThat(draft.get("digest").stringValue()).matches("sha256:[0-9a-f]{64}");
    assertThat(draft("").get("digest")).isEqualTo(draft.get("digest"));
    assertThat(draft("&asOf=2000-01-01T00:00:00Z").get("digest")).isNotEqualTo(draft.get("digest"));
    assertThat(draft.at("/content/totals/registered/total").asInt()).isEqualTo(2);
    assertThat(draft.at("/content/byUnit/1/own/recognized/total").asInt()).isEqualTo(2);
  }

  @Test
  void noPersonsNameIsInTheContent() {
    JsonNode draft = draft("");
    assertThat(draft.get("content").toString()).doesNotContain("Hoàng Thị Mẫu");
    String place = draft.at("/content/commendations/0/recipients/0/name/person").stringValue();
    assertThat(draft.get("names").get(place).stringValue()).isEqualTo("Hoàng Thị Mẫu");
  }

  @Test
  void whatWasIssuedComesOutOfTheEventsAgainWhateverHappensSince() {
    JsonNode draft = draft("");
    String path = issue(draft, "45/BC-VP");
    long changed =
        events.append(
            "model",
            "m-1",
            12,
            List.of(
                new ModelUpdated(
                    2024, ModelEvents.location("Trụ sở mới"), List.of(), List.of(), true)));
    JsonNode issued = service.get("/api/reports/" + path).json();
    assertThat(issued.get("digest")).isEqualTo(draft.get("digest"));
    assertThat(issued.get("verified").booleanValue()).isTrue();
    assertThat(issued.get("content")).isEqualTo(draft.get("content"));
    assertThat(issued.at("/texts/0/section").stringValue()).isEqualTo("STRENGTHS");
    assertThat(issued.at("/issuedBy/userName").stringValue()).isEqualTo("van-thu");

    JsonNode draftedNext = draft("&minPosition=" + changed);
    assertThat(draftedNext.at("/notices/0/code").stringValue())
        .isEqualTo("CHANGED_SINCE_LAST_REPORT");
    assertThat(draftedNext.at("/notices/0/models").toString()).contains("m-1");
    JsonNode listed =
        service.get("/api/models?changedAfterReport=true&minPosition=" + changed).json();
    assertThat(listed.at("/items/0/id").stringValue()).isEqualTo("m-1");
    assertThat(listed.get("total").asInt()).isEqualTo(1);
    JsonNode overview = service.get("/api/overview?year=2024").json();
    assertThat(overview.at("/changedAfterReport/total").asInt()).isEqualTo(1);
    assertThat(overview.at("/previousYear/changedAfterReport/total").asInt()).isZero();

    JsonNode next = draftedNext.get("content");
    assertThat(next.at("/previousIssue/number").stringValue()).isEqualTo("45/BC-VP");
    assertThat(next.get("changedAfterReport").toString()).contains("m-1");
    assertThat(next.at("/changes/0/modelId").stringValue()).isEqualTo("m-1");
    assertThat(next.at("/changes/0/changes").toString()).contains("objectives");
  }

  @Test
  void whatWasDecidedTooLateToCountIsToldToTheDrafter() {
    assertThat(draft("").get("notices").toString()).doesNotContain("AWARDS_AFTER_LAST_DAY");
    JsonNode early = draft("&to=2024-11-01");
    JsonNode notice = early.at("/notices/0");
    assertThat(notice.get("code").stringValue()).isEqualTo("AWARDS_AFTER_LAST_DAY");
    assertThat(notice.get("to").stringValue()).isEqualTo("2024-11-20");
    assertThat(notice.get("message").stringValue()).contains("01/11/2024", "to=2024-11-20");
    assertThat(notice.get("models").toString()).contains("m-1");
    assertThat(notice.at("/awards").toString())
        .contains("RECOGNITION", "COMMENDATION", "401/QĐ-VP");
    assertThat(early.get("content").toString()).doesNotContain("AWARDS_AFTER_LAST_DAY");
    JsonNode later = draft("&to=" + notice.get("to").stringValue());
    assertThat(later.get("notices").toString()).doesNotContain("AWARDS_AFTER_LAST_DAY");
  }

  @Test
  void issuedReportsAreListed() {
    String path = issue(draft(""), "44/BC-VP");
    String position = path.substring(path.indexOf('?') + 1);
    JsonNode all = service.get("/api/reports?" + position).json();
    assertThat(all.get("items").toString()).contains("44/BC-VP");
    assertThat(all.get("total").asInt()).isEqualTo(all.get("items").size());
    assertThat(service.get("/api/reports?unit=SNN").json().get("total").asInt()).isZero();
    assertThat(service.get("/api/reports?year=2023&type=YEAR").json().get("total").asInt())
        .isZero();
  }

  @Test
  void theAuditTellsWhatWasIssued() {
    String path = issue(draft(""), "43/BC-VP");
    String position = path.substring(path.indexOf('?') + 1);
    Answer answer = service.get("/api/audit?type=ReportIssued&q=43&" + position);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.text()).contains("43/BC-VP", "Báo cáo tổng kết năm");
    assertThat(service.get("/api/audit", "Accept-Language", "en").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "unit=VP&year=2024, /type, REQUIRED",
    "type=YEAR&unit=NOBODY&year=2024, /unit, UNIT_UNKNOWN",
    "type=MONTH&unit=VP&year=2024, /month, REQUIRED",
    "type=YEAR&unit=VP&year=2024&quarter=1, /quarter, UNKNOWN_PARAMETER",
    "type=PERIOD&unit=VP&year=2024&toYear=2024, /toYear, OUT_OF_RANGE",
    "type=YEAR&unit=VP&year=2024&from=2025-01-01, /to, END_BEFORE_START",
  })
  void whatDoesNotFitTogetherIsRefused(String query, String pointer, String code) {
    Answer answer = service.get("/api/reports/draft?" + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/errors/0/pointer").stringValue()).isEqualTo(pointer);
    assertThat(answer.json().at("/errors/0/code").stringValue()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "type=MONTH&month=3, 2024-02-15, 2024-03-14",
    "type=QUARTER&quarter=1, 2023-12-15, 2024-03-14",
    "type=MID_YEAR, 2023-12-15, 2024-06-14",
    "type=YEAR, 2023-12-15, 2024-12-14",
    "type=PERIOD&toYear=2025, 2024-01-01, 2025-12-31",
    "type=YEAR&to=2024-12-31, 2023-12-15, 2024-12-31",
  })
  void countsTheDaysOfTheDecreeUnlessToldOtherwise(String query, String from, String to) {
    JsonNode draft = service.get("/api/reports/draft?unit=VP&year=2024&" + query).json();
    assertThat(draft.get("from").stringValue()).isEqualTo(from);
    assertThat(draft.get("to").stringValue()).isEqualTo(to);
  }

  @Test
  void anUnknownReportIsNotFound() {
    assertThat(service.get("/api/reports/r-0").status()).isEqualTo(404);
    assertThat(service.getOpen("/api/reports/r-0").status()).isEqualTo(401);
  }
}
