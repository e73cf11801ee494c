package vn.danvankheo.query.views.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.unit.UnitRegistered;
import vn.danvankheo.events.vocabulary.UnitType;
import vn.danvankheo.query.testing.EventDatabase;
import vn.danvankheo.query.testing.ModelEvents;
import vn.danvankheo.query.testing.QueryService;
import vn.danvankheo.query.testing.QueryService.Answer;
import vn.danvankheo.query.testing.ViewServer;

/** What has to be answered whatever server the views are on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ModelsHttpConformance {
  private final ViewServer server;
  private final EventDatabase events = EventDatabase.create();
  private static final List<ModelEvent> LIFE =
      ModelEvents.life("DVK-2024-0001", ModelEvents.TITLE, "VP-TTHCC", 2024);
  private QueryService service;
  private long position;

  ModelsHttpConformance(ViewServer server) {
    this.server = server;
  }

  @BeforeAll
  void start() {
    unit("VP", "Văn phòng UBND tỉnh Bắc Kạn", null);
    unit("VP-TTHCC", "Trung tâm Phục vụ hành chính công", "VP");
    unit("VP-NC", "Phòng Nội chính", "VP");
    events.append("model", "m-1", 0, LIFE);
    for (int i = 2; i <= 7; i++) {
      String code = "DVK-2024-000" + i;
      events.append(
          "model",
          "m-" + i,
          0,
          List.of(
              ModelEvents.registered(
                  code, 2024, ModelEvents.form("Tuyến phố tự quản số " + i, "VP-NC", 2024))));
    }
    service = QueryService.start(events, server.uri(server.database()));
    position =
        events.append(
            "model",
            "m-8",
            0,
            List.of(
                ModelEvents.registered(
                    "DVK-2025-0001", 2025, ModelEvents.form("Đường hoa", "VP", 2025))));
  }

  @AfterAll
  void stop() {
    if (service != null) {
      service.close();
    }
  }

  @Test
  void showsAWholeModel() {
    Answer answer = service.get("/api/models/m-1?minVersion=11");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("ETag")).isEqualTo("\"11\"");
    assertThat(Long.parseLong(answer.header("X-Position"))).isPositive();
    JsonNode model = answer.json();
    assertThat(model.get("id").stringValue()).isEqualTo("m-1");
    assertThat(model.get("status").stringValue()).isEqualTo("REGISTERED");
    assertThat(model.get("location").stringValue()).isEqualTo("Trụ sở Trung tâm");
    assertThat(model.get("unitName").stringValue()).isEqualTo("Trung tâm Phục vụ hành chính công");
    assertThat(model.get("contactPhone").stringValue()).isEqualTo("0912345678");
    assertThat(model.get("replicatedFrom").isNull()).isTrue();
    assertThat(model.get("createdAt").stringValue()).isEqualTo("2024-06-30T07:15:00.000Z");
    assertThat(model.propertyNames()).noneMatch(name -> name.startsWith("_"));
    JsonNode term = model.get("terms").get(0);
    assertThat(term.get("status").stringValue()).isEqualTo("RECOGNIZED");
    assertThat(term.at("/objectives/0/target").decimalValue()).isEqualByComparingTo("2400.5");
    assertThat(term.at("/inspections/0/findings/0/state").stringValue()).isEqualTo("CONFIRMED");
    assertThat(term.at("/commendations/0/recipients/0/name").stringValue())
        .isEqualTo("Hoàng Thị Mẫu");
    assertThat(model.at("/terms/1/status").stringValue()).isEqualTo("REGISTERED");
  }

  @Test
  void answers304ToWhoHasTheVersion() {
    assertThat(service.get("/api/models/m-1?minVersion=11", "If-None-Match", "\"11\"").status())
        .isEqualTo(304);
    assertThat(service.get("/api/models/m-1", "If-None-Match", "\"10\"").status()).isEqualTo(200);
  }

  @Test
  void waitsForAVersionAndGivesUpInTime() {
    Answer never = service.get("/api/models/m-1?minVersion=999", "Prefer", "wait=1");
    assertThat(never.status()).isEqualTo(503);
    assertThat(never.header("Retry-After")).isEqualTo("1");
    assertThat(never.json().get("code").stringValue()).isEqualTo("NOT_YET_VISIBLE");
    assertThat(service.get("/api/models/m-1?minPosition=999999", "Prefer", "wait=0").status())
        .isEqualTo(503);
  }

  @Test
  void showsAModelAsItStood() {
    JsonNode first = service.get("/api/models/m-1?atVersion=0").json();
    assertThat(first.get("version").longValue()).isZero();
    assertThat(first.get("location").stringValue()).isEqualTo("Thành phố Bắc Kạn");
    assertThat(service.get("/api/models/m-1?atVersion=0").header("Cache-Control"))
        .contains("immutable");
    Instant third = Instant.parse("2024-06-30T07:15:02Z");
    assertThat(service.get("/api/models/m-1?asOf=" + third).json().get("version").longValue())
        .isEqualTo(2);
    assertThat(service.get("/api/models/m-1?atVersion=99").status()).isEqualTo(404);
    assertThat(service.get("/api/models/m-1?asOf=2020-01-01T00:00:00Z").status()).isEqualTo(404);
    assertThat(service.get("/api/models/m-1?asOf=2020-01-01T00:00:00Z&atVersion=1").status())
        .isEqualTo(400);
    assertThat(service.get("/api/models/m-1?minVersion=11").json())
        .as("folded from events as from the view")
        .isEqualTo(service.get("/api/models/m-1?atVersion=11").json());
  }

  @Test
  void walksAListByCursors() {
    List<String> walked = new ArrayList<>();
    String path = "/api/models?limit=3&minPosition=" + position;
    JsonNode page = service.get(path).json();
    while (true) {
      page.get("items").forEach(item -> walked.add(item.get("id").stringValue()));
      assertThat(page.get("total").intValue()).isEqualTo(8);
      if (page.get("nextCursor").isNull()) {
        break;
      }
      page = service.get(path + "&cursor=" + page.get("nextCursor").stringValue()).json();
    }
    assertThat(walked).hasSize(8).doesNotHaveDuplicates();
    String cursor = service.get(path).json().get("nextCursor").stringValue();
    assertThat(service.get("/api/models?limit=3&sort=title&cursor=" + cursor).status())
        .isEqualTo(400);
    assertThat(service.get("/api/models?cursor=AAAA").status()).isEqualTo(400);
    assertThat(service.get("/api/models?colour=red").status()).isEqualTo(400);
    assertThat(service.get("/api/models?sort=colour").status()).isEqualTo(400);
    assertThat(service.get("/api/models?limit=201").status()).isEqualTo(400);
  }

  @Test
  void findsWordsWithoutMarksInModelsAndTheirUnits() {
    assertThat(ids("q=ngay%20thu%20ba%20KHONG%20hen")).containsExactly("m-1");
    assertThat(ids("q=noi%20chinh%20tuyen%20pho")).hasSize(6);
    assertThat(ids("q=duong%20hoa")).containsExactly("m-8");
    assertThat(ids("q=2025-0001")).containsExactly("m-8");
    assertThat(ids("q=khong%20co%20gi")).isEmpty();
  }

  @Test
  void filters() {
    assertThat(ids("unit=VP")).hasSize(8);
    assertThat(ids("unit=VP-TTHCC")).containsExactly("m-1");
    assertThat(ids("unit=VP&year=2024&status=RECOGNIZED")).containsExactly("m-1");
    assertThat(ids("status=RECOGNIZED")).as("its latest term is only registered").isEmpty();
    assertThat(ids("year=2025")).containsExactlyInAnyOrder("m-1", "m-8");
    assertThat(ids("level=OFFICE")).containsExactly("m-1");
    assertThat(ids("level=PROVINCE")).isEmpty();
    assertThat(ids("commended=true")).containsExactly("m-1");
    assertThat(ids("commended=false")).hasSize(7);
    assertThat(ids("commended=true&year=2025")).isEmpty();
    assertThat(ids("commended=false&year=2025")).hasSize(2);
    assertThat(ids("exemplar=true")).isEmpty();
    assertThat(ids("late=true")).containsExactly("m-1");
    assertThat(ids("late=true&year=2024")).isEmpty();
    assertThat(ids("field=ADMINISTRATIVE_REFORM&subjectKind=COLLECTIVE")).hasSize(8);
    assertThat(ids("field=NEW_RURAL_AND_URBAN")).isEmpty();
    assertThat(ids("nationalField=ECONOMY")).isEmpty();
    assertThat(ids("replicatedFrom=m-1")).isEmpty();
  }

  @Test
  void sortsAsTheVietnameseAlphabetDoes() {
    assertThat(ids("sort=title").get(7)).isEqualTo("m-7");
    assertThat(ids("sort=title").subList(0, 2)).containsExactly("m-8", "m-1");
    assertThat(ids("sort=-code").get(0)).isEqualTo("m-8");
    assertThat(ids("sort=unitCode,-title").get(0)).isEqualTo("m-8");
  }

  @Test
  void showsCountsInPlaceOfListsAndNoLongTexts() {
    JsonNode item = service.get("/api/models?q=ngay&minPosition=" + position).json().at("/items/0");
    assertThat(item.has("content")).isFalse();
    assertThat(item.get("coordinatingUnits").intValue()).isEqualTo(1);
    assertThat(item.at("/terms/0/inspections").intValue()).isEqualTo(1);
    assertThat(item.at("/terms/0/openFindings").intValue()).isZero();
    assertThat(item.at("/terms/0/year").intValue()).isEqualTo(2024);
    assertThat(item.get("unitName").stringValue()).startsWith("Trung tâm");
  }

  @Test
  void givesListsAsTables() {
    Answer csv = service.get("/api/models?unit=VP&minPosition=" + position, "Accept", "text/csv");
    assertThat(csv.status()).isEqualTo(200);
    assertThat(csv.header("Content-Type")).startsWith("text/csv");
    assertThat(csv.text()).contains("Mã đăng ký").contains("Ngày thứ Ba").contains("Nội chính");
    assertThat(csv.text()).doesNotContain("0912345678");
    assertThat(csv.text().lines().count()).isEqualTo(9);
    Answer english = service.get("/api/models", "Accept", "text/csv", "Accept-Language", "en");
    assertThat(english.text()).contains("Registration code");
    Answer xlsx =
        service.get(
            "/api/models",
            "Accept",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    assertThat(xlsx.response().body()).startsWith('P', 'K');
    assertThat(service.get("/api/models", "Accept", "image/png").status()).isEqualTo(406);
  }

  @Test
  void warnsOfTitlesThatAreThereAlready() {
    String path =
        "/api/models/similar?title=MO%20HINH%3A%20tu%20quan%20tuyen%20pho%20so%203&limit=2";
    Answer answer = service.get(path + "&minPosition=" + position);
    JsonNode found = answer.json();
    assertThat(found.get("total").intValue()).isEqualTo(6);
    assertThat(found.get("warning").stringValue()).contains("Đã có 6 mô hình");
    assertThat(found.get("items")).hasSize(2);
    JsonNode first = found.at("/items/0");
    assertThat(first.get("id").stringValue()).isEqualTo("m-3");
    assertThat(first.get("code").stringValue()).isEqualTo("DVK-2024-0003");
    assertThat(first.get("title").stringValue()).isEqualTo("Tuyến phố tự quản số 3");
    assertThat(first.get("unitCode").stringValue()).isEqualTo("VP-NC");
    assertThat(first.get("unitName").stringValue()).isEqualTo("Phòng Nội chính");
    assertThat(first.get("year").intValue()).isEqualTo(2024);
    assertThat(first.get("status").stringValue()).isEqualTo("REGISTERED");
    assertThat(first.get("similarity").decimalValue()).isEqualByComparingTo("1");
    assertThat(found.at("/items/1/similarity").decimalValue()).isEqualByComparingTo("0.82");
    assertThat(service.get(path, "If-None-Match", answer.header("ETag")).status()).isEqualTo(304);
    JsonNode none = service.get("/api/models/similar?title=Nuoi%20ong").json();
    assertThat(none.get("items")).isEmpty();
    assertThat(none.has("warning")).isFalse();
    assertThat(service.get("/api/models/similar").status()).isEqualTo(400);
    assertThat(service.getOpen(path).status()).isEqualTo(401);
  }

  @Test
  void namesModelsWithTitlesLikeOne() {
    JsonNode found =
        service
            .get("/api/models/m-3/similar?minPosition=" + position, "Accept-Language", "en")
            .json();
    assertThat(found.get("total").intValue()).isEqualTo(5);
    assertThat(found.get("warning").stringValue()).contains("nearly the same title: 5");
    found
        .get("items")
        .forEach(item -> assertThat(item.get("id").stringValue()).isNotEqualTo("m-3"));
    assertThat(service.get("/api/models/m-8/similar").json().get("total").intValue()).isZero();
    assertThat(service.get("/api/models/m-99/similar").status()).isEqualTo(404);
  }

  @Test
  void refusesStrangersAndUnknownIds() {
    assertThat(service.getOpen("/api/models").status()).isEqualTo(401);
    assertThat(service.get("/api/models/00000000-0000-0000-0000-000000000000").status())
        .isEqualTo(404);
  }

  private List<String> ids(String query) {
    List<String> ids = new ArrayList<>();
    Answer answer = service.get("/api/models?" + query + "&minPosition=" + position);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    answer.json().get("items").forEach(item -> ids.add(item.get("id").stringValue()));
    return ids;
  }

  private void unit(String code, String name, String parent) {
    UnitType type = parent == null ? UnitType.OFFICE : UnitType.DEPARTMENT;
    LocalDate from = LocalDate.of(2020, 1, 1);
    events.append(
        "unit",
        "unit:" + code,
        0,
        List.of(new UnitRegistered(code, name, type, parent, null, List.of(), from)));
  }
}
