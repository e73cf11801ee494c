package vn.danvankheo.query.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.danvankheo.events.model.ModelUpdated;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.query.mongo.BuildStore;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.projecting.ViewBoard;
import vn.danvankheo.query.testing.Described;
import vn.danvankheo.query.testing.EventDatabase;
import vn.danvankheo.query.testing.ModelEvents;
import vn.danvankheo.query.testing.QueryService;
import vn.danvankheo.query.testing.QueryService.Answer;
import vn.danvankheo.query.testing.UnitEvents;
import vn.danvankheo.query.testing.ViewServer;

/** Views, made again from the events on an administrator's wish while they are served. */
class ViewReplaysHttpStoreTest {
  private static final String PATH = "/api/admin/replays";
  private static final String ALL = "{\"target\":\"views\",\"reason\":\"Diễn tập\"}";
  private static final String SLOW =
      "{\"target\":\"views\",\"rateLimit\":1,\"reason\":\"Diễn tập\"}";
  private static final Duration SOON = Duration.ofSeconds(60);

  private final EventDatabase events = EventDatabase.create();
  private final String views = ViewServer.EMBEDDED.uri(ViewServer.EMBEDDED.database());
  private long last;
  private QueryService service;

  @BeforeEach
  void start() {
    UnitEvents.register(events, "VP", "Văn phòng UBND tỉnh Bắc Kạn", null);
    UnitEvents.register(events, "VP-TTHCC", "Trung tâm Phục vụ hành chính công", "VP");
    for (int i = 1; i <= 5; i++) {
      last =
          events.append(
              "model",
              "m-" + i,
              0,
              ModelEvents.life("DVK-2024-000" + i, "Mô hình " + i, "VP-TTHCC", 2024));
    }
    service = QueryService.start(events, views);
    shown(last);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private void shown(long position) {
    await()
        .atMost(SOON)
        .until(() -> service.get("/api/models?minPosition=" + position).status() == 200);
  }

  private String begun(String body) {
    Answer started = service.post(Role.ADMIN, PATH, body);
    assertThat(started.status()).as(started.text()).isEqualTo(202);
    return started.header("Location");
  }

  private JsonNode ended(String location) {
    await()
        .atMost(SOON)
        .until(() -> Set.of("SUCCEEDED", "FAILED", "CANCELLED").contains(state(location)));
    return service.get(location).json();
  }

  private String state(String location) {
    return service.get(location).json().get("state").stringValue();
  }

  private Answer tell(String location, String what) {
    return service.post(Role.ADMIN, location + "/" + what, "{}");
  }

  private String collection(String view) {
    return service.bean(ViewBoard.class).status(view).collection();
  }

  @Test
  void allViewsAreBuiltAnewLetInAndThatIsRecorded() {
    String before = collection("models");
    JsonNode list = service.get("/api/models").json().get("items");
    String location = begun(ALL);
    JsonNode operation = ended(location);
    assertThat(operation.get("state").stringValue())
        .as(operation.toString())
        .isEqualTo("SUCCEEDED");
    assertThat(operation.get("done")).isEqualTo(operation.get("total"));
    assertThat(operation.get("done").asLong()).isEqualTo(last);
    assertThat(operation.at("/result/position").asLong()).isEqualTo(last);
    assertThat(operation.at("/result/views/models/documents").asLong()).isEqualTo(5);
    assertThat(operation.at("/result/views/models/digest").stringValue()).startsWith("sha256");
    assertThat(operation.at("/result/views/models/parts/audit/documents").asLong())
        .isEqualTo(last - 2);
    new Described(service.getOpen("/api/openapi/query.json").json())
        .check(PATH + "/{id}", 200, operation);

    assertThat(collection("models")).isNotEqualTo(before);
    assertThat(service.get("/api/models").json().get("items")).isEqualTo(list);
    BuildStore marks = new BuildStore(service.bean(ViewDatabase.class));
    await().atMost(SOON).until(() -> marks.all().isEmpty());
    shown(events.append("model", "m-1", 12, List.of(change(1))));
    assertThat(service.get("/api/models/m-1").json().get("version").asLong()).isEqualTo(12);

    await()
        .atMost(SOON)
        .until(
            () -> service.get("/api/audit?type=ReplayFinished").json().get("total").asInt() == 1);
    JsonNode record = service.get("/api/audit?type=ReplayFinished").json().at("/items/0");
    assertThat(record.get("summary").stringValue()).contains("dữ liệu tra cứu");
    assertThat(record.get("reason").stringValue()).isEqualTo("Diễn tập");
  }

  @Test
  void oneViewLeavesTheOthersAsTheyAre() {
    String models = collection("models");
    String units = collection("units");
    JsonNode operation =
        ended(begun("{\"target\":\"views\",\"view\":\"units\",\"reason\":\"Diễn tập\"}"));
    assertThat(operation.get("state").stringValue()).isEqualTo("SUCCEEDED");
    assertThat(operation.get("total").asLong()).isEqualTo(2);
    assertThat(operation.at("/result/views").propertyNames()).containsExactly("units");
    assertThat(collection("models")).isEqualTo(models);
    assertThat(collection("units")).isNotEqualTo(units);
  }

  @Test
  void differentViewsAreReplayedAtTheSameTimeAndNoViewTwice() {
    // So many that neither has ended before the other has begun, and others were refused.
    for (int i = 0; i < 100; i++) {
      UnitEvents.register(events, "VP-" + i, "Phòng số " + i, "VP");
    }
    String slow = "{\"target\":\"views\",\"view\":\"%s\",\"rateLimit\":1,\"reason\":\"Diễn tập\"}";
    String models = begun(slow.formatted("models"));
    String units = begun(slow.formatted("units"));
    BuildStore marks = new BuildStore(service.bean(ViewDatabase.class));
    await().atMost(SOON).until(() -> marks.all().size() == 2);
    for (String refused : List.of(ALL, slow.formatted("models"), slow.formatted("units"))) {
      Answer answer = service.post(Role.ADMIN, PATH, refused);
      assertThat(answer.status()).as(refused).isEqualTo(409);
      assertThat(answer.json().get("code").stringValue()).isEqualTo("REPLAY_RUNNING");
    }
    assertListed(units, models);
    assertThat(tell(models, "pause").status()).isEqualTo(200);
    assertThat(tell(units, "rate").status()).isEqualTo(200);
    assertThat(ended(units).get("state").stringValue()).isEqualTo("SUCCEEDED");
    assertThat(state(models)).as("the one is held, the other not").isEqualTo("PAUSED");
    assertThat(tell(models, "rate").status()).isEqualTo(200);
    assertThat(tell(models, "resume").status()).isEqualTo(200);
    assertThat(ended(models).get("state").stringValue()).isEqualTo("SUCCEEDED");

    String all = begun(SLOW);
    assertThat(service.post(Role.ADMIN, PATH, slow.formatted("units")).status()).isEqualTo(409);
    tell(all, "cancel");
  }

  /** Whoever lost the addresses finds them, and what was asked for. */
  private void assertListed(String newer, String older) {
    JsonNode first = service.get(PATH + "?limit=1").json();
    assertThat(PATH + "/" + first.at("/items/0/id").stringValue()).isEqualTo(newer);
    assertThat(first.get("total").asInt()).isEqualTo(2);
    Answer second = service.get(PATH + "?limit=1&cursor=" + first.get("nextCursor").stringValue());
    new Described(service.getOpen("/api/openapi/query.json").json())
        .check(PATH, 200, second.json());
    JsonNode item = second.json().at("/items/0");
    assertThat(PATH + "/" + item.get("id").stringValue()).isEqualTo(older);
    assertThat(item.at("/result/view").stringValue()).isEqualTo("models");
    assertThat(item.at("/result/reason").stringValue()).isEqualTo("Diễn tập");
    assertThat(item.at("/result/rateLimit").asInt()).isEqualTo(1);
    assertThat(second.json().get("nextCursor").isNull()).isTrue();
    assertThat(service.get(Role.CLERK, PATH).status()).isEqualTo(403);
  }

  @Test
  void oneAtATimeAndItIsHeldHurriedAndStreamed() throws Exception {
    String location = begun(SLOW);
    Answer second = service.post(Role.ADMIN, PATH, ALL);
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.json().get("code").stringValue()).isEqualTo("REPLAY_RUNNING");
    assertThat(second.json().get("detail").stringValue())
        .contains(location.substring(PATH.length() + 1));

    Answer paused = service.post(Role.ADMIN, location + "/pause", "{\"reason\":\"Giờ cao điểm\"}");
    assertThat(paused.status()).as(paused.text()).isEqualTo(200);
    assertThat(paused.json().get("state").stringValue()).isEqualTo("PAUSED");
    assertThat(paused.json().get("etaSeconds").isNull()).isTrue();
    assertThat(tell(location, "pause").status()).isEqualTo(200);
    assertThat(service.post(Role.ADMIN, location + "/rate", "{\"rateLimit\":7}").status())
        .isEqualTo(200);
    assertThat(tell(location, "rate").status()).as("no limit").isEqualTo(200);
    for (String wrong : List.of("{\"rateLimit\":0}", "{\"speed\":1}")) {
      assertThat(service.post(Role.ADMIN, location + "/rate", wrong).status()).isEqualTo(422);
    }
    assertThat(service.post(Role.ADMIN, location + "/rate", "{").status()).isEqualTo(400);
    assertThat(state(location)).isEqualTo("PAUSED");
    assertThat(tell(location, "resume").status()).isEqualTo(200);
    try (BufferedReader stream =
        new BufferedReader(
            new InputStreamReader(
                service.stream(Role.ADMIN, location + "/stream"), StandardCharsets.UTF_8))) {
      assertThat(stream.lines().filter(line -> line.startsWith("data:")).toList())
          .isNotEmpty()
          .last()
          .asString()
          .contains("\"SUCCEEDED\"");
    }
    assertThat(tell(location, "pause").status()).isEqualTo(409);
    assertThat(tell(location, "cancel").json().get("code").stringValue())
        .isEqualTo("REPLAY_NOT_RUNNING");
    List<JsonNode> told = told(5);
    assertThat(told.stream().map(entry -> entry.get("summary").stringValue()))
        .satisfiesExactly(
            words -> assertThat(words).contains("cho tiếp tục lập lại dữ liệu tra cứu"),
            words -> assertThat(words).contains("giới hạn tốc độ lập lại dữ liệu tra cứu"),
            words -> assertThat(words).contains("nhiều nhất 7 sự kiện mỗi giây"),
            words -> assertThat(words).contains("tạm dừng việc lập lại dữ liệu tra cứu"),
            words -> assertThat(words).contains("tạm dừng việc lập lại dữ liệu tra cứu"));
    assertThat(told.get(4).get("reason").stringValue()).isEqualTo("Giờ cao điểm");
    assertThat(told.get(3).get("reason").isNull()).isTrue();
    assertThat(told.get(4).at("/actor/userName").stringValue()).isEqualTo("nguoi-xem");
  }

  /** What replays were told, as the audit has it, the newest first. */
  private List<JsonNode> told(int count) {
    String entries = "/api/audit?type=ReplayTold";
    await().atMost(SOON).until(() -> service.get(entries).json().get("total").asInt() == count);
    return service.get(entries).json().get("items").valueStream().toList();
  }

  @Test
  void cancelledItLeavesNothing() {
    String before = collection("models");
    String location = begun(SLOW);
    ViewDatabase database = service.bean(ViewDatabase.class);
    await().atMost(SOON).until(() -> !new BuildStore(database).all().isEmpty());
    assertThat(tell(location, "cancel").json().get("state").stringValue()).isEqualTo("CANCELLED");
    await()
        .atMost(SOON)
        .until(
            () ->
                new BuildStore(database).all().isEmpty()
                    && generations(database).equals(Set.of(before)));
    assertThat(collection("models")).isEqualTo(before);
    assertThat(told(1).get(0).get("summary").stringValue()).contains("hủy việc lập lại");
    assertThat(ended(begun(ALL)).get("state").stringValue()).isEqualTo("SUCCEEDED");
  }

  @Test
  void whileItsTablesAreBeingMadeEveryCallerIsToldToComeAgain() throws Exception {
    String unknown = "/0190f3c2-7b5e-7c4e-9d3a-2f1e8b6a4c10";
    Map<String, List<Supplier<Answer>>> calls =
        Map.of(
            "replay",
            List.of(
                () -> service.post(Role.ADMIN, PATH, ALL),
                () -> service.post(Role.ADMIN, PATH + unknown + "/pause", ""),
                () -> service.get(PATH + unknown)),
            "verification",
            List.of(
                () -> service.post(Role.ADMIN, "/api/admin/verifications", "{}"),
                () -> service.get("/api/admin/verifications" + unknown)),
            "drift",
            List.of(() -> service.get("/api/admin/drift")));
    try (Connection connection = events.source().getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : calls.keySet()) {
        statement.execute("ALTER TABLE " + table + " RENAME TO not_yet");
        for (Supplier<Answer> call : calls.get(table)) {
          Answer answer = call.get();
          assertThat(answer.status()).as(table + ": " + answer.text()).isEqualTo(503);
          assertThat(answer.header("Retry-After")).isEqualTo("1");
        }
        statement.execute("ALTER TABLE not_yet RENAME TO " + table);
        for (Supplier<Answer> call : calls.get(table)) {
          assertThat(call.get().status()).as(table).isNotEqualTo(503);
        }
      }
    }
  }

  private static Set<String> generations(ViewDatabase database) {
    return database.collections().stream()
        .filter(name -> name.matches("models_\\d+_\\d+"))
        .collect(Collectors.toSet());
  }

  @Test
  void itOutlivesItsProcessAndGivesTheSame() {
    JsonNode whole = ended(begun(ALL)).at("/result/views/models");
    String location = begun(SLOW);
    BuildStore marks = new BuildStore(service.bean(ViewDatabase.class));
    await().atMost(SOON).until(() -> marks.all().stream().anyMatch(mark -> mark.done() > 0));
    service.close();
    service = QueryService.start(events, views);
    await().atMost(SOON).until(() -> service.get(location).json().get("done").asLong() > 0);
    assertThat(tell(location, "rate").status()).isEqualTo(200);
    JsonNode operation = ended(location);
    assertThat(operation.get("state").stringValue()).isEqualTo("SUCCEEDED");
    assertThat(operation.at("/result/views/models")).isEqualTo(whole);
  }

  @Test
  void whateverProcessIsAskedTheLeaderDoesIt() {
    try (QueryService other = QueryService.start(events, views)) {
      Answer started = other.post(Role.ADMIN, PATH, SLOW);
      String location = started.header("Location");
      assertThat(service.post(Role.ADMIN, PATH, ALL).status()).isEqualTo(409);
      assertThat(other.post(Role.ADMIN, location + "/rate", "{}").status()).isEqualTo(200);
      assertThat(ended(location).get("state").stringValue()).isEqualTo("SUCCEEDED");
      String green = collection("models");
      await()
          .atMost(SOON)
          .until(() -> green.equals(other.bean(ViewBoard.class).status("models").collection()));
    }
  }

  @Test
  void anEventThatCannotBeFoldedStopsItAndNothingIsSwapped() throws Exception {
    String before = collection("models");
    try (Connection connection = events.source().getConnection()) {
      byte[] unreadable = "{\"surprise\":1}".getBytes(StandardCharsets.UTF_8);
      EventDatabase.insert(connection, "model", "m-2", 12, "ModelUpdated", 1, unreadable);
    }
    JsonNode operation = ended(begun(ALL));
    assertThat(operation.get("state").stringValue()).isEqualTo("FAILED");
    assertThat(operation.at("/error/code").stringValue()).isEqualTo("REPLAY_STOPPED");
    assertThat(operation.at("/result/view").stringValue()).startsWith("models");
    assertThat(operation.at("/result/event").stringValue())
        .contains("of m-2")
        .contains("ModelUpdated")
        .doesNotContain("surprise");
    assertThat(operation.at("/result/cause").stringValue()).isNotEmpty().doesNotContain("surprise");
    assertThat(collection("models")).isEqualTo(before);
    assertThat(service.get("/api/models").status()).isEqualTo(200);

    await()
        .atMost(SOON)
        .until(() -> !service.get("/api/models/m-2").header("X-Waits-For").isEmpty());
    Answer model = service.get("/api/models/m-2");
    assertThat(model.json().get("version").asLong()).isEqualTo(11);
    assertThat(model.header("X-Waits-For")).isEqualTo(Long.toString(last + 1));
    Answer later = service.get("/api/models/m-2?minVersion=12");
    assertThat(later.status()).isEqualTo(503);
    assertThat(later.header("Retry-After")).isEqualTo("300");
    assertThat(later.json().get("code").stringValue()).isEqualTo("WAITS_FOR_EVENT");
    assertThat(later.json().get("detail").stringValue()).contains(Long.toString(last + 1));
    assertThat(service.get("/api/models/m-1").header("X-Waits-For")).isEmpty();
  }

  @Test
  void askingAgainWithTheSameKeyIsHarmless() {
    Answer first = service.post(Role.ADMIN, PATH, SLOW, "Idempotency-Key", "k-1");
    Answer again = service.post(Role.ADMIN, PATH, SLOW, "Idempotency-Key", "k-1");
    assertThat(again.status()).isEqualTo(202);
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    // That the key was used for something else counts more than that a replay is in the way.
    Answer reused = service.post(Role.ADMIN, PATH, ALL, "Idempotency-Key", "k-1");
    assertThat(reused.status()).isEqualTo(422);
    tell(first.header("Location"), "cancel");
    ended(first.header("Location"));
    assertThat(service.post(Role.ADMIN, PATH, ALL, "Idempotency-Key", "k-1").status())
        .isEqualTo(422);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"target\":\"tables\",\"reason\":\"x\"} | /target | NOT_ALLOWED",
        "{\"target\":\"views\",\"view\":\"tables\",\"reason\":\"x\"} | /view | VIEW_UNKNOWN",
        "{\"target\":\"views\",\"reportId\":\"r-1\",\"reason\":\"x\"} | /reportId | UNKNOWN_FIELD",
        "{\"target\":\"report\",\"view\":\"units\",\"reason\":\"x\"} | /view | UNKNOWN_FIELD",
        "{\"target\":\"views\",\"rateLimit\":0,\"reason\":\"x\"} | /rateLimit | OUT_OF_RANGE",
        "{\"target\":\"views\"} | /reason | REQUIRED",
      })
  void whatCannotBeReplayedIsRefused(String body, String pointer, String code) {
    Answer answer = service.post(Role.ADMIN, PATH, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.json().at("/errors/0/pointer").stringValue()).isEqualTo(pointer);
    assertThat(answer.json().at("/errors/0/code").stringValue()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"pause", "resume", "cancel", "rate"})
  void onlyAdministratorsTellItAnything(String what) {
    String unknown = PATH + "/0190f3c2-7b5e-7c4e-9d3a-2f1e8b6a4c10/" + what;
    assertThat(service.post(Role.AUDITOR, unknown, "{}").status()).isEqualTo(403);
    assertThat(service.post(Role.ADMIN, unknown, "{}").status()).isEqualTo(404);
    assertThat(service.post(Role.ADMIN, PATH + "/x/" + what, "{}").status()).isEqualTo(404);
    assertThat(service.getOpen(unknown).status()).isIn(401, 405);
  }

  private static ModelUpdated change(int i) {
    return new ModelUpdated(2024, ModelEvents.location("Nơi " + i), List.of(), null, false);
  }
}
