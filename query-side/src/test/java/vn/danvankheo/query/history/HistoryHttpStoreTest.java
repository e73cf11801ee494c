package vn.danvankheo.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.danvankheo.events.account.AccountOpened;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.unit.UnitRenamed;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.query.testing.EventDatabase;
import vn.danvankheo.query.testing.ModelEvents;
import vn.danvankheo.query.testing.PatchApplied;
import vn.danvankheo.query.testing.QueryService;
import vn.danvankheo.query.testing.QueryService.Answer;
import vn.danvankheo.query.testing.RandomLife;
import vn.danvankheo.query.testing.UnitEvents;
import vn.danvankheo.query.testing.ViewServer;

/** Histories and differences over HTTP, on real stores. */
class HistoryHttpStoreTest {
  private static final List<ModelEvent> LIFE =
      ModelEvents.life("DVK-2024-0001", ModelEvents.TITLE, "VP-TTHCC", 2024);
  private static final int LONG = 60;
  private static final String FIRST = "2024-06-30T07:15:00Z";
  private static final EventDatabase EVENTS = EventDatabase.create();
  private static QueryService service;
  private static long position;

  @BeforeAll
  static void start() {
    UnitEvents.register(EVENTS, "VP", "Văn phòng UBND tỉnh Bắc Kạn", null);
    UnitEvents.register(EVENTS, "VP-TTHCC", "Trung tâm Phục vụ hành chính công", "VP");
    EVENTS.append(
        "unit",
        "unit:VP-TTHCC",
        1,
        List.of(new UnitRenamed("Trung tâm mới", LocalDate.of(2025, 7, 1), UnitEvents.BASIS)));
    EVENTS.append(
        "account",
        "account:van-thu",
        0,
        List.of(
            new AccountOpened(
                "van-thu", PersonalText.of("Lý Văn Mẫu"), "Văn thư", "VP", List.of(Role.CLERK))));
    UnitEvents.issue(EVENTS, "VP", 2024, null);
    EVENTS.append("model", "m-1", 0, LIFE);
    EVENTS.append("model", "m-2", 0, RandomLife.of(7, LONG));
    position = EVENTS.append("model", "m-3", 0, RandomLife.of(8, 1));
    service = QueryService.start(EVENTS, ViewServer.EMBEDDED.uri(ViewServer.EMBEDDED.database()));
    assertThat(get("/api/models/m-3?minVersion=0").status()).isEqualTo(200);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static Answer get(String path, String... headers) {
    String sign = path.contains("?") ? "&" : "?";
    return service.get(path + sign + "minPosition=" + position, headers);
  }

  private static List<String> types(JsonNode page) {
    return StreamSupport.stream(page.get("items").spliterator(), false)
        .map(item -> item.get("type").stringValue())
        .toList();
  }

  private static JsonNode change(JsonNode of, String path) {
    return StreamSupport.stream(of.get("changes").spliterator(), false)
        .filter(change -> change.get("path").stringValue().equals(path))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void tellsEveryEventInOrder() {
    Answer answer = get("/api/models/m-1/history");
    assertThat(answer.status()).isEqualTo(200);
    JsonNode page = answer.json();
    assertThat(types(page))
        .containsExactlyElementsOf(LIFE.stream().map(e -> e.getClass().getSimpleName()).toList());
    assertThat(page.get("total").intValue()).isEqualTo(LIFE.size());
    assertThat(page.get("nextCursor").isNull()).isTrue();
    JsonNode updated = page.get("items").get(2);
    assertThat(change(updated, "/location").get("old").stringValue())
        .isEqualTo("Thành phố Bắc Kạn");
    assertThat(change(updated, "/location").get("newText").stringValue())
        .isEqualTo("Trụ sở Trung tâm");
    assertThat(change(updated, "/location").get("label").stringValue()).isEqualTo("Địa điểm");
    assertThat(updated.at("/actor/userName").stringValue()).isEqualTo("van-thu");
    assertThat(updated.at("/actor/displayName").stringValue()).isEqualTo("Lý Văn Mẫu");
    assertThat(updated.at("/actor/unitName").stringValue())
        .isEqualTo("Văn phòng UBND tỉnh Bắc Kạn");
    assertThat(updated.get("requestId").stringValue()).isEqualTo("request");
    assertThat(updated.get("reason").isNull()).isTrue();
    assertThat(updated.get("recordedAt").stringValue()).isEqualTo("2024-06-30T07:15:02.000Z");
    assertThat(updated.get("occurredAt")).isEqualTo(updated.get("recordedAt"));
  }

  @Test
  void tellsWhenAThingHappenedThatWasTypedInAtAnotherTime() {
    JsonNode registered = get("/api/models/m-1/history/0").json();
    assertThat(registered.get("occurredOn").stringValue()).isEqualTo("2024-03-01");
    assertThat(registered.get("occurredAt").stringValue()).isEqualTo("2024-02-29T17:00:00.000Z");
    assertThat(registered.get("recordedAt").stringValue()).isEqualTo("2024-06-30T07:15:00.000Z");
    assertThat(registered.get("summary").stringValue())
        .as("the name that the unit had then")
        .contains("của Trung tâm Phục vụ hành chính công năm 2024, mã DVK-2024-0001");
  }

  @Test
  void speaksEnglish() {
    Answer english = get("/api/models/m-1/history/8", "Accept-Language", "en");
    assertThat(english.json().get("summary").stringValue())
        .isEqualTo(
            "Chuyên viên confirmed that finding no. 1 “Chưa niêm yết danh mục” of inspection no. 1"
                + " of 2024 is remedied.");
    assertThat(english.header("Vary")).contains("Accept-Language");
    assertThat(english.header("ETag"))
        .isNotEqualTo(get("/api/models/m-1/history/8").header("ETag"));
  }

  @Test
  void oneEventNeverChanges() {
    Answer one = get("/api/models/m-1/history/2");
    assertThat(one.json()).isEqualTo(get("/api/models/m-1/history").json().at("/items/2"));
    assertThat(one.header("Cache-Control")).contains("private", "immutable");
    assertThat(get("/api/models/m-1/history/2", "If-None-Match", one.header("ETag")).status())
        .isEqualTo(304);
  }

  @Test
  void tellsOfEveryEventWhatDiffersByIt() {
    JsonNode items = get("/api/models/m-2/history?limit=" + LONG).json().get("items");
    for (int version = 1; version < LONG; version++) {
      String diff = "/api/models/m-2/diff?from=" + (version - 1) + "&to=" + version;
      assertThat(items.get(version).get("changes")).isEqualTo(get(diff).json().get("changes"));
      assertThat(get("/api/models/m-2/history/" + version).json()).isEqualTo(items.get(version));
    }
  }

  @Test
  void hasAnEventAsSoonAsItIsInTheLog() {
    EVENTS.append("model", "m-4", 0, RandomLife.of(9, 1));
    for (int version = 1; version < 20; version++) {
      EVENTS.append("model", "m-4", version, List.of(LIFE.get(2)));
      JsonNode page = service.get("/api/models/m-4/history?sort=-version&limit=1").json();
      assertThat(page.at("/items/0/version").intValue()).isEqualTo(version);
      assertThat(page.get("total").intValue()).isEqualTo(version + 1);
    }
  }

  @Test
  void walksThroughBothWaysByCursors() {
    for (String sort : List.of("version", "-version")) {
      List<Long> walked = new ArrayList<>();
      String path = "/api/models/m-2/history?limit=7&sort=" + sort;
      JsonNode page = get(path).json();
      while (true) {
        page.get("items").forEach(item -> walked.add(item.get("version").longValue()));
        assertThat(page.get("total").intValue()).isEqualTo(LONG);
        if (page.get("nextCursor").isNull()) {
          break;
        }
        page = get(path + "&cursor=" + page.get("nextCursor").stringValue()).json();
      }
      List<Long> expected = new ArrayList<>();
      for (long version = 0; version < LONG; version++) {
        expected.add(sort.startsWith("-") ? 0 : expected.size(), version);
      }
      assertThat(walked).isEqualTo(expected);
    }
  }

  @Test
  void keepsToAStretchOfTime() {
    Instant first = Instant.parse(FIRST);
    String stretch = "from=" + first.plusSeconds(3) + "&to=" + first.plusSeconds(5);
    JsonNode page = get("/api/models/m-1/history?" + stretch).json();
    assertThat(types(page))
        .containsExactly("ModelResubmitted", "ModelApproved", "ProgressReported");
    assertThat(page.get("total").intValue()).isEqualTo(3);
    assertThat(change(page.get("items").get(0), "/status").get("old").stringValue())
        .isEqualTo("RETURNED");
    JsonNode none = get("/api/models/m-1/history?from=2030-01-01T00:00:00Z").json();
    assertThat(none.get("total").intValue()).isZero();
    assertThat(none.get("items")).isEmpty();
  }

  @Test
  void answers304ToWhoHasIt() {
    Answer answer = get("/api/models/m-1/history");
    assertThat(get("/api/models/m-1/history", "If-None-Match", answer.header("ETag")).status())
        .isEqualTo(304);
  }

  @Test
  void refusesWhatIsNotAsked() {
    String history = "/api/models/m-1/history";
    assertThat(get("/api/models/none/history").status()).isEqualTo(404);
    assertThat(get("/api/models/unit:VP/history").status()).isEqualTo(404);
    assertThat(get(history + "/99").status()).isEqualTo(404);
    assertThat(get(history + "/x").status()).isEqualTo(404);
    assertThat(get(history + "?limit=0").status()).isEqualTo(400);
    assertThat(get(history + "?cursor=AAAA").status()).isEqualTo(400);
    assertThat(get(history + "?sort=type").status()).isEqualTo(400);
    assertThat(get(history + "?from=yesterday").status()).isEqualTo(400);
    assertThat(get(history + "?colour=red").status()).isEqualTo(400);
    assertThat(get(history, "Accept", "text/csv").status()).isEqualTo(406);
    assertThat(service.getOpen(history).status()).isEqualTo(401);
    assertThat(service.getOpen("/api/models/m-1/diff?from=0&to=1").status()).isEqualTo(401);
    assertThat(get("/api/models/m-1/diff?from=0").status()).isEqualTo(400);
    assertThat(get("/api/models/m-1/diff?from=0&to=99").status()).isEqualTo(404);
    assertThat(get("/api/models/none/diff?from=0&to=0").status()).isEqualTo(404);
    assertThat(get("/api/models/m-1/diff?from=0&to=1", "Accept", "text/plain").status())
        .isEqualTo(406);
  }

  @Test
  void tellsWhatDiffersBetweenTwoVersions() {
    Answer answer = get("/api/models/m-1/diff?from=0&to=3");
    assertThat(answer.header("Cache-Control")).contains("immutable");
    JsonNode diff = answer.json();
    assertThat(diff.get("from").longValue()).isZero();
    assertThat(diff.get("to").longValue()).isEqualTo(3);
    assertThat(change(diff, "/location").get("new").stringValue()).isEqualTo("Trụ sở Trung tâm");
    assertThat(
            StreamSupport.stream(diff.get("changes").spliterator(), false)
                .map(change -> change.get("path").stringValue()))
        .as("it was returned in between, and is registered again")
        .doesNotContain("/status", "/version", "/updatedAt");
    assertThat(get("/api/models/m-1/diff?from=3&to=3").json().get("changes")).isEmpty();
  }

  @Test
  void patchesMakeOneVersionTheOther() {
    int[][] pairs = {{0, 1}, {0, LONG - 1}, {LONG - 1, 0}, {20, 40}, {41, 40}, {30, 30}};
    for (int[] pair : pairs) {
      Answer patch =
          get(
              "/api/models/m-2/diff?from=" + pair[0] + "&to=" + pair[1],
              "Accept",
              "application/json-patch+json");
      assertThat(patch.header("Content-Type")).startsWith("application/json-patch+json");
      assertThat(PatchApplied.to(atVersion(pair[0]), patch.json())).isEqualTo(atVersion(pair[1]));
    }
  }

  @Test
  void justBeforeAndAfterAnEventDifferByItsChanges() {
    Instant first = Instant.parse(FIRST);
    for (int version = 1; version < LIFE.size(); version++) {
      Instant at = first.plusSeconds(version);
      JsonNode before = get("/api/models/m-1?asOf=" + at.minusMillis(1)).json();
      JsonNode after = get("/api/models/m-1?asOf=" + at).json();
      assertThat(before.get("version").intValue()).isEqualTo(version - 1);
      assertThat(after.get("version").intValue()).isEqualTo(version);
      String diff = "/api/models/m-1/diff?from=" + (version - 1) + "&to=" + version;
      JsonNode patch = get(diff, "Accept", "application/json-patch+json").json();
      assertThat(PatchApplied.to(before, patch)).isEqualTo(after);
      assertThat(get(diff).json().get("changes"))
          .isEqualTo(get("/api/models/m-1/history/" + version).json().get("changes"));
    }
  }

  @Test
  void unitsAndPlansStandAsTheyWereRecorded() {
    String before = "?asOf=2024-06-30T07:15:00.999Z";
    String after = "?asOf=2024-06-30T07:15:01Z";
    JsonNode unit = get("/api/units/VP-TTHCC" + before + "&on=2026-01-01").json();
    assertThat(unit.get("name").stringValue()).isEqualTo("Trung tâm Phục vụ hành chính công");
    assertThat(unit.get("version").intValue()).isZero();
    unit = get("/api/units/VP-TTHCC" + after + "&on=2026-01-01").json();
    assertThat(unit.get("name").stringValue()).isEqualTo("Trung tâm mới");
    assertThat(get("/api/units/VP-TTHCC" + after).json().get("name").stringValue())
        .as("recorded, but for a later day")
        .isEqualTo("Trung tâm Phục vụ hành chính công");
    assertThat(get("/api/units?asOf=2024-01-01T00:00:00Z").json().get("total").intValue()).isZero();
    assertThat(get("/api/units" + after).json().get("total").intValue()).isEqualTo(2);
    assertThat(get("/api/units/VP?asOf=2024-01-01T00:00:00Z").status()).isEqualTo(404);
    assertThat(get("/api/plans/VP-2024" + after).json().get("number").stringValue())
        .isEqualTo("12/KH-VP");
    assertThat(get("/api/plans/VP-2024?asOf=2024-01-01T00:00:00Z").status()).isEqualTo(404);
    assertThat(get("/api/plans?asOf=2024-01-01T00:00:00Z").json().get("items")).isEmpty();
    assertThat(get("/api/plans/VP-2024?asOf=yesterday").status()).isEqualTo(400);
  }

  @Test
  void aModelCarriesTheNameThatItsUnitHadAtTheMoment() {
    assertThat(
            get("/api/models/m-1?asOf=2025-06-30T00:00:00Z").json().get("unitName").stringValue())
        .isEqualTo("Trung tâm Phục vụ hành chính công");
    assertThat(
            get("/api/models/m-1?asOf=2025-07-02T00:00:00Z").json().get("unitName").stringValue())
        .isEqualTo("Trung tâm mới");
    assertThat(get("/api/models/m-1?atVersion=11").json().get("unitName").stringValue())
        .isEqualTo("Trung tâm Phục vụ hành chính công");
  }

  private static JsonNode atVersion(int version) {
    return get("/api/models/m-2?atVersion=" + version).json();
  }
}
