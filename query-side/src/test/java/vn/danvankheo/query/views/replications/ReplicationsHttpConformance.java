package vn.danvankheo.query.views.replications;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.model.ModelRegistered;
import vn.danvankheo.events.model.ModelReplicated;
import vn.danvankheo.events.state.Takeover;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.events.vocabulary.SourceModel;
import vn.danvankheo.query.testing.EventDatabase;
import vn.danvankheo.query.testing.ModelEvents;
import vn.danvankheo.query.testing.QueryService;
import vn.danvankheo.query.testing.QueryService.Answer;
import vn.danvankheo.query.testing.UnitEvents;
import vn.danvankheo.query.testing.ViewServer;

/**
 * Models that were taken over, whatever server the views are on: m-1 as it is told now, by NC and
 * later by TN; m-2 as the oldest events tell it, in its own stream; m-3 was not.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReplicationsHttpConformance {
  private static final String DRAFT = "/api/reports/draft?type=YEAR&unit=VP&year=2024";

  private final ViewServer server;
  private final EventDatabase events = EventDatabase.create();
  private QueryService service;

  ReplicationsHttpConformance(ViewServer server) {
    this.server = server;
  }

  @BeforeAll
  void start() {
    UnitEvents.register(events, "VP", "Văn phòng UBND tỉnh Bắc Kạn", null);
    UnitEvents.register(events, "TT", "Trung tâm Phục vụ hành chính công", "VP");
    UnitEvents.register(events, "NC", "Phòng Nội chính", null);
    UnitEvents.register(events, "TN", "Văn phòng UBND tỉnh Thái Nguyên", null);
    for (String id : List.of("m-1", "m-2", "m-3")) {
      events.append(
          "model", id, 0, ModelEvents.life("DVK-2024-" + id, "Mô hình " + id, "TT", 2024));
    }
    events.append("model", "m-2", 12, List.of(new ModelReplicated("c-0", "NC", 2025)));
    takeOver("NC", "c-1", "2024-06-30T07:15:05Z");
    takeOver("TN", "c-2", "2024-06-30T07:16:00Z");
    service = QueryService.start(events, server.uri(server.database()));
  }

  /** As the command side writes it, at a moment. */
  private void takeOver(String unit, String copy, String at) {
    String stream = Takeover.aggregateId("m-1", unit, 2025);
    events.append("replication", stream, 0, List.of(new ModelReplicated(copy, unit, 2025)));
    ModelRegistered form =
        ModelEvents.registered("DVK-2025-" + copy, 2025, ModelEvents.form(copy, unit, 2025));
    ModelEvent registered =
        new ModelRegistered(
            form.code(),
            form.year(),
            form.form(),
            form.objectives(),
            form.registeredOn(),
            form.late(),
            form.registeredBy(),
            new SourceModel("m-1", "Mô hình m-1", "TT"));
    events.append("model", copy, 0, List.of(registered));
    events.run(
        "UPDATE event_log SET recorded_at = '" + at + "' WHERE aggregate_id = '" + stream + "'");
  }

  @AfterAll
  void stop() {
    if (service != null) {
      service.close();
    }
  }

  private JsonNode get(String path) {
    Answer answer = service.get(Role.AUDITOR, path);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private String replicas(String path) {
    return get(path).get("replicas").toString();
  }

  @Test
  void theSourceShowsItsCopiesAndKeepsItsVersion() {
    Answer source = service.get("/api/models/m-1?minVersion=11");
    assertThat(source.header("ETag")).isEqualTo("\"11\"");
    assertThat(source.json().get("replicas").toString())
        .isEqualTo(
            "[{\"id\":\"c-1\",\"unitCode\":\"NC\",\"year\":2025},"
                + "{\"id\":\"c-2\",\"unitCode\":\"TN\",\"year\":2025}]");
    assertThat(replicas("/api/models/m-2")).contains("c-0");
    assertThat(replicas("/api/models/m-3")).isEqualTo("[]");
    assertThat(get("/api/models/m-1/history").get("items")).hasSize(12);
  }

  @Test
  void aTagThatDoesNotTellOfTheCopiesAnswersNobody() {
    assertThat(service.get("/api/models/m-1", "If-None-Match", "\"11\"").status()).isEqualTo(200);
    assertThat(service.get("/api/models/m-3", "If-None-Match", "\"11\"").status()).isEqualTo(304);
  }

  @Test
  void thePastHasTheCopiesOfItsTime() {
    assertThat(replicas("/api/models/m-1?atVersion=0")).isEqualTo("[]");
    assertThat(replicas("/api/models/m-1?atVersion=11")).contains("c-1").doesNotContain("c-2");
    assertThat(replicas("/api/models/m-1?asOf=2024-06-30T07:15:04Z")).isEqualTo("[]");
    assertThat(replicas("/api/models/m-1?asOf=2024-06-30T07:16:00Z")).contains("c-1", "c-2");
  }

  @Test
  void listsAndFiguresCountThem() {
    assertThat(replicated("")).isEqualTo(Map.of("m-1", 2, "m-2", 1, "m-3", 0));
    assertThat(replicated("&asOf=2024-06-30T07:15:06Z")).containsEntry("m-1", 1);
    assertThat(ids("/api/models?replicatedFrom=m-1")).containsExactlyInAnyOrder("c-1", "c-2");
    assertThat(service.get("/api/models?unit=TT&sort=code", "Accept", "text/csv").text().lines())
        .anyMatch(line -> line.contains("DVK-2024-m-1") && line.contains(",2,"));
    for (String asOf : List.of("", "&asOf=2024-06-30T07:16:00Z")) {
      JsonNode figures = get("/api/overview?year=2024&unit=VP" + asOf);
      assertThat(figures.at("/replicated/total").intValue()).isEqualTo(2);
      assertThat(figures.at("/recognized/total").intValue()).isEqualTo(3);
      assertThat(figures.at("/total/total").intValue()).isEqualTo(3);
    }
    JsonNode before = get("/api/overview?year=2024&unit=VP&asOf=2024-06-30T07:15:04Z");
    assertThat(before.at("/replicated/total").intValue()).isZero();
  }

  private Map<String, Integer> replicated(String more) {
    Map<String, Integer> counts = new HashMap<>();
    get("/api/models?unit=TT" + more)
        .get("items")
        .forEach(i -> counts.put(i.get("id").stringValue(), i.get("replicas").intValue()));
    return counts;
  }

  private List<String> ids(String path) {
    List<String> ids = new ArrayList<>();
    get(path).get("items").forEach(item -> ids.add(item.get("id").stringValue()));
    return ids;
  }

  @Test
  void theAuditOfTheSourceTellsOfThem() {
    JsonNode about = get("/api/audit?aggregate=m-1&type=ModelReplicated");
    assertThat(about.get("total").intValue()).isEqualTo(2);
    JsonNode newest = about.get("items").get(0);
    assertThat(newest.get("aggregateId").stringValue()).isEqualTo("replication:m-1:TN:2025");
    assertThat(newest.get("version").intValue()).isZero();
    assertThat(newest.get("summary").stringValue())
        .contains("nhân rộng", "Văn phòng UBND tỉnh Thái Nguyên", "2025");
    assertThat(newest.get("changes").toString()).contains("\"/sourceId\"", "\"/replicaId\"", "c-2");
    assertThat(get("/api/audit?aggregate=m-1").get("total").intValue()).isEqualTo(14);
    assertThat(get("/api/audit?aggregate=replication:m-1:NC:2025").get("total").intValue())
        .isEqualTo(1);
    assertThat(get("/api/audit?type=ModelReplicated&unit=VP").get("total").intValue()).isEqualTo(3);
  }

  @Test
  void reportsCountThemAsFarAsTheyWereKnown() {
    JsonNode draft = get(DRAFT);
    assertThat(draft.at("/content/totals/replicated/total").intValue()).isEqualTo(2);
    assertThat(draft.at("/content/replications").toString()).contains("c-0", "c-1", "c-2");
    JsonNode before = get(DRAFT + "&asOf=2024-06-30T07:14:00Z");
    assertThat(before.at("/content/totals/replicated/total").intValue()).isZero();
  }

  @Test
  void aBundleOfTheSourceOrItsUnitHasThem() throws IOException {
    Map<String, String> bundle = bundle("aggregate=m-1");
    assertThat(bundle.get("history.html"))
        .contains("Nhân rộng replication:m-1:NC:2025", "Phòng Nội chính");
    assertThat(bundle.get("manifest.json"))
        .contains("\"events\" : 14", "\"aggregates\" : 3", "STREAMS");
    assertThat(bundle("unit=TT&type=ModelReplicated").get("manifest.json"))
        .contains("\"events\" : 3");
  }

  private Map<String, String> bundle(String query) throws IOException {
    Answer answer = service.export("?" + query);
    Map<String, String> files = new HashMap<>();
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(answer.response().body()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
