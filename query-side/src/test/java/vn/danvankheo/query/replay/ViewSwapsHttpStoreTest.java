package vn.danvankheo.query.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.danvankheo.events.model.ModelUpdated;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.projecting.ViewBoard;
import vn.danvankheo.query.testing.Described;
import vn.danvankheo.query.testing.EventDatabase;
import vn.danvankheo.query.testing.ModelEvents;
import vn.danvankheo.query.testing.QueryService;
import vn.danvankheo.query.testing.QueryService.Answer;
import vn.danvankheo.query.testing.UnitEvents;
import vn.danvankheo.query.testing.ViewServer;

/** What an administrator decides about data that comes out of a replay. */
class ViewSwapsHttpStoreTest {
  private static final String PATH = "/api/admin/replays";
  private static final String MODELS =
      "{\"target\":\"views\",\"view\":\"models\",\"reason\":\"Diễn tập\"}";
  private static final String ACCEPT = "{\"reason\":\"Đã xem, dữ liệu cũ sai\"}";
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int COUNT = 20;

  private final EventDatabase events = EventDatabase.create();
  private final MongoDatabase mongo = ViewServer.EMBEDDED.database();
  private QueryService service;

  @BeforeEach
  void start() {
    UnitEvents.register(events, "VP", "Văn phòng UBND tỉnh Bắc Kạn", null);
    UnitEvents.register(events, "VP-TTHCC", "Trung tâm Phục vụ hành chính công", "VP");
    long last = 0;
    for (int i = 0; i < COUNT; i++) {
      String code = "DVK-2024-%04d".formatted(i);
      last =
          events.append(
              "model", id(i), 0, ModelEvents.life(code, "Mô hình " + i, "VP-TTHCC", 2024));
    }
    service = QueryService.start(events, ViewServer.EMBEDDED.uri(mongo));
    shown(last);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void dataThatDiffersWaitsUntilItIsAcceptedAndCanBeTakenBack() {
    editByHand("m-3", "Sửa tay");
    String before = collection();
    String location = begun();
    JsonNode waiting = awaiting(location);
    assertThat(waiting.at("/result/differing").asLong()).isEqualTo(1);
    JsonNode difference = waiting.at("/result/differences/0");
    assertThat(difference.get("view").stringValue()).isEqualTo("models");
    assertThat(difference.get("document").stringValue()).isEqualTo("m-3");
    assertThat(difference.get("path").stringValue()).isEqualTo("/location");
    assertThat(difference.get("old").stringValue()).isEqualTo("Sửa tay");
    assertThat(difference.get("new").stringValue()).isNotEqualTo("Sửa tay");
    assertThat(waiting.at("/result/parity/models/replayed").asLong()).isGreaterThan(COUNT);
    new Described(service.getOpen("/api/openapi/query.json").json())
        .check(PATH + "/{id}", 200, waiting);
    assertThat(location("m-3")).as("nothing is let in").isEqualTo("Sửa tay");
    shown(events.append("model", "m-5", 12, List.of(change(1))));

    String tag = service.get("/api/models/m-3").header("ETag");
    assertThat(swap(Role.AUDITOR, location, ACCEPT).status()).isEqualTo(403);
    assertThat(swap(Role.ADMIN, location, "{}").status()).isEqualTo(422);
    assertThat(swap(Role.ADMIN, location, ACCEPT).status()).isEqualTo(200);
    JsonNode ended = ended(location);
    assertThat(ended.get("state").stringValue()).as(ended.toString()).isEqualTo("SUCCEEDED");
    assertThat(ended.at("/result/differing").asLong()).isEqualTo(1);
    assertThat(location("m-3")).isEqualTo(difference.get("new").stringValue());
    assertThat(service.get("/api/models/m-3", "If-None-Match", tag).status()).isEqualTo(200);
    assertThat(version("m-5")).isEqualTo(12);
    assertThat(told("ViewsSwapped", 1).get("reason").stringValue()).contains("dữ liệu cũ sai");
    assertThat(told("ViewsSwapped", 1).get("summary").stringValue()).contains("1 mục khác");

    shown(events.append("model", "m-5", 13, List.of(change(2))));
    String right = service.get("/api/models/m-3").header("ETag");
    assertThat(swap(Role.ADMIN, location, "{\"reason\":\"Đổi lại\"}").status()).isEqualTo(200);
    JsonNode back = ended(location);
    assertThat(back.at("/result/stage").stringValue()).isEqualTo("SWAPPED_BACK");
    assertThat(collection()).isEqualTo(before);
    assertThat(location("m-3")).isEqualTo("Sửa tay");
    assertThat(service.get("/api/models/m-3", "If-None-Match", right).status()).isEqualTo(200);
    assertThat(version("m-5")).as("caught up on the way").isEqualTo(13);
    told("ViewsSwapped", 2);

    assertThat(swap(Role.ADMIN, location, "{\"reason\":\"Lại dùng\"}").status()).isEqualTo(200);
    assertThat(ended(location).at("/result/stage").stringValue()).isEqualTo("SWAPPED");
    assertThat(location("m-3")).isNotEqualTo("Sửa tay");
  }

  @Test
  void whatWaitsOutlivesItsProcessAndCanBeGivenUp() {
    editByHand("m-3", "Sửa tay");
    String location = begun();
    awaiting(location);
    service.close();
    service = QueryService.start(events, ViewServer.EMBEDDED.uri(mongo));
    await().atMost(SOON).until(() -> service.get("/api/models").status() == 200);
    assertThat(location("m-3")).isEqualTo("Sửa tay");
    assertThat(swap(Role.ADMIN, location, ACCEPT).status()).isEqualTo(200);
    assertThat(ended(location).get("state").stringValue()).isEqualTo("SUCCEEDED");
    assertThat(location("m-3")).isNotEqualTo("Sửa tay");

    editByHand("m-4", "Sửa tay");
    String other = begun();
    awaiting(other);
    assertThat(swap(Role.ADMIN, location, ACCEPT).status()).as("another runs").isEqualTo(409);
    assertThat(service.post(Role.ADMIN, other + "/cancel", "{}").status()).isEqualTo(200);
    assertThat(swap(Role.ADMIN, other, ACCEPT).status()).isEqualTo(409);
    assertThat(location("m-4")).isEqualTo("Sửa tay");
  }

  @Test
  void onlyTheLastReplayLeadsBack() {
    String first = begun();
    assertThat(ended(first).at("/result/differing").asLong()).isZero();
    String tag = service.get("/api/models/m-3").header("ETag");
    String second = begun();
    ended(second);
    assertThat(service.get("/api/models/m-3", "If-None-Match", tag).status())
        .as("the same documents")
        .isEqualTo(304);
    Answer refused = swap(Role.ADMIN, first, ACCEPT);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().get("code").stringValue()).isEqualTo("REPLAY_NO_WAY_BACK");
    assertThat(drop(Role.ADMIN, first).status()).isEqualTo(409);
    assertThat(swap(Role.ADMIN, second, ACCEPT).status()).isEqualTo(200);
    ended(second);
    assertThat(service.get("/api/models/m-3").header("ETag"))
        .as("what was before the replay is the same, too")
        .isEqualTo(tag);

    String served = collection();
    assertThat(generations()).hasSize(2);
    assertThat(drop(Role.AUDITOR, second).status()).isEqualTo(403);
    assertThat(service.post(Role.ADMIN, second + "/drop", "{}").status()).isEqualTo(422);
    assertThat(drop(Role.ADMIN, second).status()).isEqualTo(200);
    assertThat(generations()).containsExactly(served);
    assertThat(swap(Role.ADMIN, second, ACCEPT).json().get("code").stringValue())
        .isEqualTo("REPLAY_NO_WAY_BACK");
    assertThat(drop(Role.ADMIN, second).status()).as("nothing is left").isEqualTo(409);
    JsonNode told = told("ReplayTold", 1);
    assertThat(told.get("summary").stringValue()).contains("bỏ hẳn dữ liệu tra cứu");
    assertThat(told.get("reason").stringValue()).isEqualTo("Đã xem, dữ liệu cũ sai");
    assertThat(ended(begun()).get("state").stringValue()).isEqualTo("SUCCEEDED");
  }

  @Test
  void readersAndWritersNoticeNothing() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    Queue<String> faults = new ConcurrentLinkedQueue<>();
    AtomicLong reads = new AtomicLong();
    List<Thread> people = new ArrayList<>();
    for (int w = 0; w < 4; w++) {
      int model = w;
      people.add(
          new Thread(
              () -> {
                for (int version = 12; !over.get(); version++) {
                  events.append("model", id(model), version, List.of(change(version)));
                  Answer seen = service.get("/api/models/" + id(model) + "?minVersion=" + version);
                  if (seen.status() != 200 || seen.json().get("version").asLong() < version) {
                    faults.add("A writer got " + seen.status() + " for version " + version);
                  }
                }
              }));
    }
    for (int r = 0; r < 50; r++) {
      Random random = new Random(r);
      people.add(
          new Thread(
              () -> {
                Map<String, Long> seen = new HashMap<>();
                while (!over.get()) {
                  String id = id(random.nextInt(COUNT));
                  Answer answer = service.get("/api/models/" + id);
                  long version =
                      answer.status() == 200 ? answer.json().get("version").asLong() : -1;
                  if (version < seen.getOrDefault(id, 0L)) {
                    faults.add(answer.status() + ": from " + seen.get(id) + " to " + version);
                  }
                  seen.put(id, version);
                  if (random.nextInt(20) == 0) {
                    JsonNode list = service.get("/api/models?limit=100").json();
                    if (list.path("total").asInt() != COUNT) {
                      faults.add("A list has " + list.path("total"));
                    }
                  }
                  reads.incrementAndGet();
                }
              }));
    }
    for (Thread each : people) {
      each.setUncaughtExceptionHandler((thread, thrown) -> faults.add(thrown.toString()));
      each.start();
    }
    String location = "";
    for (int i = 0; i < 3; i++) {
      location = begun();
      JsonNode ended = ended(location);
      assertThat(ended.get("state").stringValue()).as(ended.toString()).isEqualTo("SUCCEEDED");
      assertThat(ended.at("/result/differing").asLong()).isZero();
    }
    assertThat(swap(Role.ADMIN, location, ACCEPT).status()).isEqualTo(200);
    ended(location);
    over.set(true);
    for (Thread each : people) {
      each.join();
    }
    assertThat(faults).isEmpty();
    assertThat(reads.get()).isGreaterThan(500);
  }

  private void editByHand(String id, String location) {
    Bson edit = Updates.set("location", location);
    assertThat(
            mongo
                .getCollection(collection())
                .updateOne(Filters.eq("_id", id), edit)
                .getModifiedCount())
        .isEqualTo(1);
  }

  private String begun() {
    Answer started = service.post(Role.ADMIN, PATH, MODELS);
    assertThat(started.status()).as(started.text()).isEqualTo(202);
    return started.header("Location");
  }

  private Answer swap(Role role, String location, String body) {
    return service.post(role, location + "/swap", body);
  }

  private Answer drop(Role role, String location) {
    return service.post(role, location + "/drop", ACCEPT);
  }

  private Set<String> generations() {
    return service.bean(ViewDatabase.class).collections().stream()
        .filter(name -> name.matches("models_\\d+_\\d+"))
        .collect(Collectors.toSet());
  }

  private JsonNode awaiting(String location) {
    await()
        .atMost(SOON)
        .until(
            () -> service.get(location).json().at("/result/awaiting").asString("").equals("swap"));
    JsonNode waiting = service.get(location).json();
    assertThat(waiting.get("state").stringValue()).isEqualTo("PAUSED");
    return waiting;
  }

  private JsonNode ended(String location) {
    Set<String> ends = Set.of("SUCCEEDED", "FAILED", "CANCELLED");
    await()
        .atMost(SOON)
        .until(() -> ends.contains(service.get(location).json().get("state").stringValue()));
    return service.get(location).json();
  }

  private JsonNode told(String type, int count) {
    await()
        .atMost(SOON)
        .until(() -> service.get("/api/audit?type=" + type).json().get("total").asInt() == count);
    return service.get("/api/audit?type=" + type).json().at("/items/0");
  }

  private void shown(long position) {
    await()
        .atMost(SOON)
        .until(() -> service.get("/api/models?minPosition=" + position).status() == 200);
  }

  private String location(String model) {
    return service.get("/api/models/" + model).json().get("location").stringValue();
  }

  private long version(String model) {
    return service.get("/api/models/" + model).json().get("version").asLong();
  }

  private String collection() {
    return service.bean(ViewBoard.class).status("models").collection();
  }

  private static String id(int model) {
    return "m-" + model;
  }

  private static ModelUpdated change(int i) {
    return new ModelUpdated(2024, ModelEvents.location("Nơi " + i), List.of(), null, false);
  }
}
