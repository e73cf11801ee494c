package vn.danvankheo.query.drift;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import tools.jackson.databind.JsonNode;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.query.projecting.ViewBoard;
import vn.danvankheo.query.testing.Described;
import vn.danvankheo.query.testing.EventDatabase;
import vn.danvankheo.query.testing.ModelEvents;
import vn.danvankheo.query.testing.QueryService;
import vn.danvankheo.query.testing.QueryService.Answer;
import vn.danvankheo.query.testing.UnitEvents;
import vn.danvankheo.query.testing.ViewServer;

/** What views show is compared with the events all the time, and mended when it is asked for. */
abstract class DriftHttpConformance {
  private static final String PATH = "/api/admin/drift";
  private static final String REPLAYS = "/api/admin/replays";
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final List<ModelEvent> LIFE =
      ModelEvents.life("DVK-2024-0001", ModelEvents.TITLE, "VP", 2024);

  private final EventDatabase events = EventDatabase.create();
  private final MongoDatabase mongo;
  private final QueryService service;

  DriftHttpConformance(ViewServer server) {
    mongo = server.database();
    UnitEvents.register(events, "VP", "Văn phòng UBND tỉnh Bắc Kạn", null);
    long last = 0;
    for (int i = 0; i < 30; i++) {
      last = events.append("model", "m-" + i, 0, LIFE);
    }
    service =
        QueryService.start(
            events,
            server.uri(mongo),
            Map.of("danvankheo.upkeep.period", "400ms", "danvankheo.upkeep.step", "7"));
    assertThat(service.get("/api/models?minPosition=" + last).status()).isEqualTo(200);
  }

  @BeforeEach
  void isHealthyAtFirst() {
    awaitRound();
    assertThat(items()).isEmpty();
    assertThat(health().getStatus()).isEqualTo(Status.UP);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void whatWasChangedByHandIsFound() {
    collection("models", "").updateOne(eq("_id", "m-7"), set("title", "Bịa đặt"));
    JsonNode found = found("m-7");
    assertThat(found.get("view").stringValue()).isEqualTo("models");
    assertThat(found.get("healedAt").isNull()).isTrue();
    assertThat(found.get("position").asLong()).isPositive();
    assertThat(found.get("differences")).hasSize(1);
    JsonNode difference = found.at("/differences/0");
    assertThat(difference.get("path").stringValue()).isEqualTo("/title");
    assertThat(difference.get("stored").stringValue()).isEqualTo("Bịa đặt");
    assertThat(difference.get("folded").stringValue()).isEqualTo(ModelEvents.TITLE);
    assertThat(health().getStatus()).isEqualTo(Status.DOWN);
    assertThat(health().getDetails()).isEqualTo(Map.of("models", 1L));
    await().atMost(SOON).until(() -> metric("danvankheo_drift_found") == 1);
    awaitRound();
    assertThat(items()).as("found again is found once").hasSize(1);

    Answer wrong = service.get("/api/models/m-7");
    assertThat(wrong.header("ETag")).isEqualTo("\"11\"");
    JsonNode healed = ended(heal("models", "m-7"));
    assertThat(healed.get("state").stringValue()).as(healed.toString()).isEqualTo("SUCCEEDED");
    assertThat(healed.get("done").asInt()).isEqualTo(LIFE.size());
    assertThat(healed.at("/result/differences").asInt()).isEqualTo(1);
    Answer right = service.get("/api/models/m-7", "If-None-Match", wrong.header("ETag"));
    assertThat(right.status()).as("whoever has the wrong one is told").isEqualTo(200);
    assertThat(right.json().get("title").stringValue()).isEqualTo(ModelEvents.TITLE);
    assertThat(right.header("ETag")).isEqualTo("\"11.1\"");
    assertThat(service.get("/api/models/m-7", "If-None-Match", right.header("ETag")).status())
        .isEqualTo(304);
    assertThat(item("m-7").get("healedAt").isNull()).isFalse();
    assertThat(health().getStatus()).isEqualTo(Status.UP);
    await()
        .atMost(SOON)
        .until(
            () -> service.get("/api/audit?type=ReplayFinished").json().get("total").asInt() == 1);
    assertThat(
            service
                .get("/api/audit?type=ReplayFinished")
                .json()
                .at("/items/0/reason")
                .stringValue())
        .isEqualTo("Lệch");
  }

  @Test
  void theMissingTheSurplusAndWhatEventsGaveAreFoundToo() {
    collection("models", "").deleteOne(eq("_id", "m-3"));
    Document surplus = collection("models", "").find(eq("_id", "m-4")).first();
    surplus.put("_id", "m-99");
    collection("models", "").insertOne(surplus);
    Document entry = collection("models", "_audit").find(eq("aggregateId", "m-5")).first();
    collection("models", "_audit")
        .updateOne(eq("_id", entry.get("_id")), set("actor", "nguoi-khac"));
    collection("units", "").updateOne(eq("_id", "VP"), set("_version", 17.5));

    JsonNode missing = found("m-3").at("/differences/0");
    assertThat(missing.get("path").stringValue()).isEmpty();
    assertThat(missing.get("stored").isNull()).isTrue();
    assertThat(missing.get("folded").isNull()).isFalse();
    JsonNode more = found("m-99").at("/differences/0");
    assertThat(more.get("stored").isNull()).isFalse();
    assertThat(more.get("folded").isNull()).isTrue();
    JsonNode audit = found("m-5").at("/differences/0");
    assertThat(audit.get("part").stringValue()).isEqualTo("audit");
    assertThat(audit.get("document").stringValue()).isEqualTo(entry.getString("_id"));
    assertThat(audit.get("path").stringValue()).isEqualTo("/actor");
    assertThat(found("VP").at("/differences/0/path").stringValue()).isEqualTo("/_version");

    for (String id : List.of("m-3", "m-99", "m-5")) {
      ended(heal("models", id));
      assertThat(item(id).get("healedAt").isNull()).as(id).isFalse();
    }
    ended(heal("units", "VP"));
    assertThat(service.get("/api/models/m-3").status()).isEqualTo(200);
    assertThat(service.get("/api/models/m-99").status()).isEqualTo(404);
    awaitRound();
    assertThat(health().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void onlyWhatThereIsCanBeHealed() {
    JsonNode nothing = ended(heal("models", "m-none"));
    assertThat(nothing.get("state").stringValue()).isEqualTo("FAILED");
    assertThat(nothing.at("/error/code").stringValue()).isEqualTo("REPLAY_OF_NOTHING");
    Answer everywhere =
        service.post(
            Role.ADMIN, REPLAYS, "{\"target\":\"views\",\"modelId\":\"m-1\",\"reason\":\"x\"}");
    assertThat(everywhere.status()).isEqualTo(422);
    assertThat(everywhere.json().at("/errors/0/pointer").stringValue()).isEqualTo("/view");
  }

  private Answer heal(String view, String id) {
    return service.post(
        Role.ADMIN,
        REPLAYS,
        "{\"target\":\"views\",\"view\":\"%s\",\"modelId\":\"%s\",\"reason\":\"Lệch\"}"
            .formatted(view, id));
  }

  private JsonNode ended(Answer started) {
    assertThat(started.status()).as(started.text()).isEqualTo(202);
    String location = started.header("Location");
    await().atMost(SOON).until(() -> !service.get(location).json().get("finishedAt").isNull());
    return service.get(location).json();
  }

  @Test
  void namesAreHiddenWhereverTheyAre() {
    Document commended = collection("models", "").find(eq("_id", "m-1")).first();
    collection("models", "")
        .updateOne(eq("_id", "m-1"), set("responsiblePerson", "Nguyễn Thị Bịa"));
    assertThat(commended).isNotNull();
    JsonNode found = found("m-1");
    assertThat(found.toString()).contains("/responsiblePerson").doesNotContain("Bịa");
  }

  @Test
  void writersGiveNoFalseAlarm() throws Exception {
    ExecutorService writers = Executors.newFixedThreadPool(2);
    AtomicBoolean enough = new AtomicBoolean();
    List<Future<Integer>> written = new ArrayList<>();
    for (int w = 0; w < 2; w++) {
      String id = "w-" + w + "-";
      written.add(writers.submit(() -> write(id, enough)));
    }
    double before = metric("danvankheo_drift_checked");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> metric("danvankheo_drift_checked") > before + 150);
    enough.set(true);
    for (Future<Integer> each : written) {
      assertThat(each.get()).isPositive();
    }
    writers.shutdown();
    assertThat(items()).isEmpty();
  }

  private int write(String id, AtomicBoolean enough) {
    int models = 0;
    while (!enough.get()) {
      long last = 0;
      for (int version = 0; version < LIFE.size(); version++) {
        last = events.append("model", id + models, version, LIFE.subList(version, version + 1));
      }
      // No faster than the views can follow.
      assertThat(service.get("/api/models?limit=1&minPosition=" + last).status()).isEqualTo(200);
      models++;
    }
    return models;
  }

  @Test
  void isAListForThoseWhoVerify() {
    for (int i = 10; i < 15; i++) {
      collection("models", "").updateOne(eq("_id", "m-" + i), set("title", "Bịa đặt"));
      found("m-" + i);
    }
    JsonNode first = service.get(PATH + "?limit=3").json();
    assertThat(first.get("items")).hasSize(3);
    assertThat(first.get("total").asInt()).isEqualTo(5);
    assertThat(first.at("/items/0/documentId").stringValue()).isEqualTo("m-14");
    new Described(service.getOpen("/api/openapi/query.json").json()).check(PATH, 200, first);
    JsonNode second =
        service.get(PATH + "?limit=3&cursor=" + first.get("nextCursor").stringValue()).json();
    assertThat(second.get("items")).hasSize(2);
    assertThat(second.get("nextCursor").isNull()).isTrue();
    assertThat(service.get(PATH + "?cursor=abc").status()).isEqualTo(400);
    assertThat(service.get(PATH + "?open=true").status()).isEqualTo(400);
    assertThat(service.get(Role.ADMIN, PATH).status()).isEqualTo(200);
    assertThat(service.get(Role.LEADER, PATH).status()).isEqualTo(403);
    assertThat(service.getOpen(PATH).status()).isEqualTo(401);
  }

  private org.springframework.boot.health.contributor.Health health() {
    return service.bean("driftHealthIndicator", HealthIndicator.class).health();
  }

  private MongoCollection<Document> collection(String view, String part) {
    return mongo.getCollection(service.bean(ViewBoard.class).status(view).collection() + part);
  }

  private JsonNode found(String documentId) {
    await().atMost(SOON).until(() -> item(documentId) != null);
    return item(documentId);
  }

  private JsonNode item(String documentId) {
    for (JsonNode item : items()) {
      if (item.get("documentId").stringValue().equals(documentId)) {
        return item;
      }
    }
    return null;
  }

  private JsonNode items() {
    return service.get(PATH).json().get("items");
  }

  /** As many looks as there are documents, and as many again for a round that was under way. */
  private void awaitRound() {
    double before = metric("danvankheo_drift_checked");
    await().atMost(SOON).until(() -> metric("danvankheo_drift_checked") >= before + 62);
  }

  private double metric(String name) {
    return service.bean(MeterRegistry.class).get(name).counters().stream()
        .mapToDouble(counter -> counter.count())
        .sum();
  }
}
