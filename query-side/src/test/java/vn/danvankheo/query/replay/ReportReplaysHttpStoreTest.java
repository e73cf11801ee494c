package vn.danvankheo.query.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.danvankheo.events.metadata.Actor;
import vn.danvankheo.events.metadata.EventMetadata;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.query.audit.ledger.LedgerStore;
import vn.danvankheo.query.testing.Described;
import vn.danvankheo.query.testing.EventDatabase;
import vn.danvankheo.query.testing.ModelEvents;
import vn.danvankheo.query.testing.QueryService;
import vn.danvankheo.query.testing.QueryService.Answer;
import vn.danvankheo.query.testing.ReportEvents;
import vn.danvankheo.query.testing.UnitEvents;
import vn.danvankheo.query.testing.ViewServer;

/** Issued reports, made again from the events on an administrator's wish. */
class ReportReplaysHttpStoreTest {
  private static final String DRAFT = "/api/reports/draft?type=YEAR&unit=VP&year=2024";
  private static final String PATH = "/api/admin/replays";
  private static final EventMetadata WHO =
      new EventMetadata(
          new Actor("admin", null, "VP", Role.ADMIN),
          "Thử",
          null,
          null,
          null,
          null,
          "ReplayReport");

  private final EventDatabase events = EventDatabase.create();
  private final String views = ViewServer.EMBEDDED.uri(ViewServer.EMBEDDED.database());
  private QueryService service;
  private JsonNode draft;

  @BeforeEach
  void start() {
    UnitEvents.register(events, "VP", "Văn phòng UBND tỉnh Bắc Kạn", null);
    UnitEvents.register(events, "VP-TTHCC", "Trung tâm Phục vụ hành chính công", "VP");
    long last =
        events.append(
            "model", "m-1", 0, ModelEvents.life("DVK-2024-0001", "Mô hình", "VP-TTHCC", 2024));
    service = QueryService.start(events, views);
    draft = service.get(DRAFT + "&minPosition=" + last).json();
    shown(ReportEvents.issue(events, service, draft, "r-1", "45/BC-VP"));
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private void shown(long position) {
    assertThat(service.get("/api/reports?minPosition=" + position).status()).isEqualTo(200);
  }

  private Answer replay(String reportId, String... headers) {
    String body =
        "{\"target\":\"report\",\"reportId\":\"" + reportId + "\",\"reason\":\"Kiểm tra lại\"}";
    return service.post(Role.ADMIN, PATH, body, headers);
  }

  private JsonNode ended(Answer started) {
    assertThat(started.status()).as(started.text()).isEqualTo(202);
    String location = started.header("Location");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> Set.of("SUCCEEDED", "FAILED").contains(state(location)));
    return service.get(location).json();
  }

  private String state(String location) {
    return service.get(location).json().get("state").stringValue();
  }

  @Test
  void aReportComesOutTheSameAndThatIsRecorded() {
    JsonNode operation = ended(replay("r-1"));
    assertThat(operation.get("state").stringValue())
        .as(operation.toString())
        .isEqualTo("SUCCEEDED");
    assertThat(operation.at("/result/digest")).isEqualTo(draft.get("digest"));
    assertThat(operation.at("/result/same").booleanValue()).isTrue();
    assertThat(operation.get("done")).isEqualTo(operation.get("total"));
    assertThat(operation.get("total").asInt()).isEqualTo(12);
    new Described(service.getOpen("/api/openapi/query.json").json())
        .check(PATH + "/{id}", 200, operation);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> service.get("/api/audit?type=ReplayFinished").json().get("total").asInt() == 1);
    JsonNode record = service.get("/api/audit?type=ReplayFinished").json().at("/items/0");
    assertThat(record.get("summary").stringValue()).contains("giống báo cáo đã phát hành");
    assertThat(record.get("reason").stringValue()).isEqualTo("Kiểm tra lại");
  }

  @Test
  void anotherDigestThanTheEventsGiveFailsAndIsNamed() {
    String forged = "sha256:" + "0".repeat(64);
    shown(ReportEvents.issue(events, service, draft, "r-2", "46/BC-VP", forged));
    JsonNode operation = ended(replay("r-2"));
    assertThat(operation.get("state").stringValue()).isEqualTo("FAILED");
    assertThat(operation.at("/error/code").stringValue()).isEqualTo("REPORT_DIFFERS");
    assertThat(operation.at("/error/detail").stringValue()).contains("nguyên như khi được ghi");
    assertThat(operation.at("/result/issuedDigest").stringValue()).isEqualTo(forged);
    assertThat(operation.at("/result/digest")).isEqualTo(draft.get("digest"));
    assertThat(operation.at("/result/findings")).isEmpty();
    assertThat(service.get("/api/reports/r-2").json().get("verified").booleanValue()).isFalse();
    Answer printed = service.get("/api/reports/r-2?format=pdf");
    assertThat(printed.status()).isEqualTo(500);
    assertThat(printed.json().get("code").stringValue()).isEqualTo("REPORT_DIFFERS");
  }

  @Test
  void anEventChangedSinceIsNamedAsTheCause() {
    LedgerStore ledger = service.bean(LedgerStore.class);
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(() -> ledger.last().orElseThrow().size() == 15);
    events.run(
        "UPDATE event_log SET payload = convert_to(replace(convert_from(payload, 'UTF8'),"
            + " 'COLLECTIVE', 'HOUSEHOLD'), 'UTF8')"
            + " WHERE aggregate_id = 'm-1' AND version = 0");
    JsonNode operation = ended(replay("r-1"));
    assertThat(operation.at("/error/code").stringValue()).isEqualTo("REPORT_EVENTS_CHANGED");
    assertThat(operation.at("/result/digest")).isNotEqualTo(draft.get("digest"));
    assertThat(operation.at("/result/findings/0/aggregateId").stringValue()).isEqualTo("m-1");
    assertThat(operation.at("/result/findings/0/kind").stringValue()).isEqualTo("CHANGED");
  }

  @Test
  void whatAProcessThatIsGoneHadBegunIsTakenOverByOneThatServes() {
    ReplayStore store = new ReplayStore(events.source());
    String id =
        store
            .create(new ReplayStore.Wanted(ReportReplays.TARGET, "r-1", null, "{}"), WHO)
            .orElseThrow()
            .id();
    ReplayStore.Job job = store.waiting(ReportReplays.TARGET).get(0);
    store.begin(job, 12, Instant.EPOCH);
    await().atMost(Duration.ofSeconds(60)).until(() -> state(PATH + "/" + id).equals("SUCCEEDED"));
    assertThat(store.waiting(ReportReplays.TARGET)).isEmpty();
  }

  @Test
  void askingAgainWithTheSameKeyIsHarmless() {
    Answer first = replay("r-1", "Idempotency-Key", "k-1");
    ended(first);
    Answer again = replay("r-1", "Idempotency-Key", "k-1");
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(again.json().get("state").stringValue()).isEqualTo("SUCCEEDED");
    String other = "{\"target\":\"report\",\"reportId\":\"r-1\",\"reason\":\"Khác\"}";
    Answer reused = service.post(Role.ADMIN, PATH, other, "Idempotency-Key", "k-1");
    assertThat(reused.status()).isEqualTo(422);
    assertThat(reused.json().get("code").stringValue()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    assertThat(replay("r-1", "Idempotency-Key", "k 1").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"target\":\"tables\",\"reason\":\"Diễn tập\"} | /target | NOT_ALLOWED",
        "{\"target\":\"report\",\"reason\":\"x\"} | /reportId | REQUIRED",
        "{\"target\":\"report\",\"reportId\":\"r-9\",\"reason\":\"x\"} | /reportId | REPORT_UNKNOWN",
        "{\"target\":\"report\",\"reportId\":\"r-1\"} | /reason | REQUIRED",
        "{\"target\":\"report\",\"reason\":\"x\",\"speed\":1} | /speed | UNKNOWN_FIELD",
      })
  void whatCannotBeReplayedIsRefused(String body, String pointer, String code) {
    Answer answer = service.post(Role.ADMIN, PATH, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.json().at("/errors/0/pointer").stringValue()).isEqualTo(pointer);
    assertThat(answer.json().at("/errors/0/code").stringValue()).isEqualTo(code);
  }

  @Test
  void administratorsReplayAndAuditorsRead() {
    Answer started = replay("r-1");
    ended(started);
    String body = "{\"target\":\"report\",\"reportId\":\"r-1\",\"reason\":\"x\"}";
    assertThat(service.post(Role.AUDITOR, PATH, body).status()).isEqualTo(403);
    assertThat(service.get(Role.ADMIN, started.header("Location")).status()).isEqualTo(200);
    assertThat(service.get(Role.CLERK, started.header("Location")).status()).isEqualTo(403);
    assertThat(service.getOpen(started.header("Location")).status()).isEqualTo(401);
    assertThat(service.get(PATH + "/x").status()).isEqualTo(404);
    assertThat(service.get(PATH + "/0190f3c2-7b5e-7c4e-9d3a-2f1e8b6a4c10").status()).isEqualTo(404);
  }
}
