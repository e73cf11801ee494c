package vn.danvankheo.query.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.model.ModelUpdated;
import vn.danvankheo.events.unit.UnitMerged;
import vn.danvankheo.events.vocabulary.ReportScope;
import vn.danvankheo.events.vocabulary.ReportType;
import vn.danvankheo.query.reporting.domain.Definition;
import vn.danvankheo.query.reporting.domain.Definitions;
import vn.danvankheo.query.reporting.domain.ModelChanges;
import vn.danvankheo.query.reporting.domain.ModelChanges.Change;
import vn.danvankheo.query.reporting.domain.Periods;
import vn.danvankheo.query.testing.EventDatabase;
import vn.danvankheo.query.testing.ModelEvents;
import vn.danvankheo.query.testing.QueryService;
import vn.danvankheo.query.testing.ReportEvents;
import vn.danvankheo.query.testing.UnitEvents;
import vn.danvankheo.query.testing.ViewServer;

/** Two reports of 2024 asked for again after everything around them has changed. */
class RegenerationStoreTest {
  private static final Map<String, Object> ADDRESS =
      Map.of("danvankheo.public-address", "https://danvankheo.example.vn");
  private static final String YEAR = "/api/reports/draft?type=YEAR&unit=VP&year=2024";
  private static final String MID_YEAR = "/api/reports/draft?type=MID_YEAR&unit=VP&year=2024";
  private static final List<String> FORMATS = List.of("xlsx", "docx", "pdf", "html");

  /** Up to its report on the second quarter, then the rest of its year. */
  private static final int HALF = 6;

  private static final List<ModelEvent> SECOND =
      ModelEvents.life("DVK-2024-2", "Không giấy", "VP-CBTH", 2024);

  private final EventDatabase events = EventDatabase.create();

  @Test
  void theSameDigestAndTheSameBytesComeOutOfTheEventsForEver(@TempDir Path data) {
    long last = history();
    Map<String, byte[]> printed;
    Map<String, String> digests;
    try (QueryService service = start(data)) {
      ReportEvents.issue(
          events,
          service,
          service.get(MID_YEAR + "&minPosition=" + last).json(),
          "mid",
          "20/BC-VP");
      long later = events.append("model", "m-2", HALF, SECOND.subList(HALF, SECOND.size()));
      JsonNode draft = service.get(YEAR + "&minPosition=" + later).json();
      eachDefinitionTellsItsOwnChanges(service, last, draft);
      long issued = ReportEvents.issue(events, service, draft, "year", "45/BC-VP");
      printed = printed(service, issued);
      digests = digests(service);
      assertThat(draft.at("/content/unitName").stringValue()).contains("Văn phòng");
    }

    long changed = whatHappensSince();
    try (QueryService onFreshViews = start(data)) {
      Map<String, byte[]> again = printed(onFreshViews, changed);
      assertThat(digests(onFreshViews)).isEqualTo(digests);
      again.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(printed.get(name)));
      JsonNode now = onFreshViews.get(YEAR).json().get("content");
      assertThat(now.get("changes").toString()).contains("m-1");
      assertThat(now.at("/previousIssue/number").stringValue()).isEqualTo("45/BC-VP");
    }
  }

  private long history() {
    UnitEvents.register(events, "UBND", "Ủy ban nhân dân tỉnh Bắc Kạn", null);
    UnitEvents.register(events, "VP", "Văn phòng UBND tỉnh Bắc Kạn", "UBND");
    UnitEvents.register(events, "VP-TTHCC", "Trung tâm Phục vụ hành chính công", "VP");
    UnitEvents.register(events, "VP-CBTH", "Trung tâm Công báo - Tin học", "VP");
    UnitEvents.issue(events, "VP", 2024, 1);
    events.append("model", "m-1", 0, ModelEvents.life("DVK-2024-1", "Một cửa", "VP-TTHCC", 2024));
    return events.append("model", "m-2", 0, SECOND.subList(0, HALF));
  }

  /** The second model went on after the mid-year report: news of the year's, but no correction. */
  private static void eachDefinitionTellsItsOwnChanges(
      QueryService service, long atMidYear, JsonNode draft) {
    assertThat(draft.get("definitionVersion").intValue()).isEqualTo(2);
    assertThat(draft.at("/content/changes")).isEmpty();
    ReportGenerator generator = service.bean(ReportGenerator.class);
    long position = draft.get("position").longValue();
    ReportScope midYear = Periods.scope(ReportType.MID_YEAR, "VP", 2024, null, null);
    ReportScope year = Periods.scope(ReportType.YEAR, "VP", 2024, null, null);
    Definition first = Definitions.version(1);
    assertThat(generator.generate(first, year, position).report().content().changes())
        .singleElement()
        .extracting(ModelChanges::changes, InstanceOfAssertFactories.list(Change.class))
        .extracting(Change::fact)
        .containsExactly("status", "inspections", "findings", "recognitions", "commendations");
    assertThat(generator.generate(first, midYear, atMidYear).digest())
        .isEqualTo("sha256:896e54fa6c5d6a018db20caaa2ccd42239a933a0eadaa57981a5ab9966cb8fa3");
  }

  /** A correction, a merger, and an event that is read from what an older release had written. */
  private long whatHappensSince() {
    events.append(
        "model",
        "m-1",
        12,
        List.of(
            new ModelUpdated(
                2024, ModelEvents.location("Trụ sở mới"), List.of(), List.of(), true)));
    events.append(
        "unit",
        "unit:VP-CBTH",
        1,
        List.of(new UnitMerged("VP-TTHCC", LocalDate.of(2025, 7, 1), UnitEvents.BASIS)));
    events.run(
        """
        UPDATE event_log SET revision = 1, payload = convert_to(
          replace(convert_from(payload, 'UTF8'), '"aliases":[]', '"alias":""'), 'UTF8')
        WHERE type = 'UnitRegistered' AND aggregate_id = 'unit:VP-TTHCC'
          AND position(convert_to('"aliases":[]', 'UTF8') IN payload) > 0
        """);
    return events.append(
        "model", "m-3", 0, ModelEvents.life("DVK-2024-3", "Thêm một", "VP-TTHCC", 2024));
  }

  private QueryService start(Path data) {
    ViewServer views = ViewServer.EMBEDDED;
    return QueryService.start(events, views.uri(views.database()), data, ADDRESS);
  }

  private static Map<String, byte[]> printed(QueryService service, long position) {
    Map<String, byte[]> printed = new LinkedHashMap<>();
    for (String report : List.of("mid", "year")) {
      for (String format : FORMATS) {
        String path = "/api/reports/" + report + "?format=" + format + "&minPosition=" + position;
        QueryService.Answer answer = service.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        printed.put(report + "." + format, answer.response().body());
      }
    }
    return printed;
  }

  private static Map<String, String> digests(QueryService service) {
    Map<String, String> digests = new LinkedHashMap<>();
    for (String report : List.of("mid", "year")) {
      JsonNode json = service.get("/api/reports/" + report).json();
      assertThat(json.get("verified").booleanValue()).isTrue();
      digests.put(report, json.get("regeneratedDigest").stringValue());
    }
    return digests;
  }
}
