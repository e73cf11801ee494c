package vn.danvankheo.query.history.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.danvankheo.events.StoredEvent;
import vn.danvankheo.events.catalogue.EventCatalogue;
import vn.danvankheo.events.catalogue.EventType;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.serialization.EventJson;
import vn.danvankheo.events.unit.UnitRenamed;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.query.serving.Labels;
import vn.danvankheo.query.testing.ModelEvents;
import vn.danvankheo.query.testing.Streams;
import vn.danvankheo.query.testing.UnitEvents;
import vn.danvankheo.web.problem.Language;

class DifferencesTest {
  private static final Path GOLDEN = Path.of("../shared-events/src/test/resources/golden");
  private static final ChangeWords WORDS =
      new ChangeWords(
          new Wording(key -> Labels.of(key, Language.VI), Map.of("VP", "Văn phòng")::get));

  private static List<List<Change>> changes(List<StoredEvent> events) {
    List<List<Change>> changes = new ArrayList<>();
    @Nullable Record state = null;
    for (StoredEvent event : events) {
      Record next = Shapes.after(state, event);
      changes.add(Differences.between(state, next));
      state = next;
    }
    return changes;
  }

  private static List<List<Change>> life() {
    return changes(Streams.stored("m", ModelEvents.life("DVK-1", ModelEvents.TITLE, "VP", 2024)));
  }

  private static String text(Change change, @Nullable JsonNode value) {
    String text =
        WORDS.text(change.path(), value == null ? null : Personal.shown(value, PersonalText::text));
    return String.valueOf(text);
  }

  private static ObjectNode json(String text) {
    return (ObjectNode) JsonMapper.shared().readTree(text.replace('\'', '"'));
  }

  private static List<String> paths(String before, String after) {
    return Differences.between(json(before), json(after)).stream().map(Change::path).toList();
  }

  @Test
  void tellsOldAndNewOfWhatAnUpdateChangedAndNothingElse() {
    assertThat(life().get(2))
        .extracting(Change::path, c -> text(c, c.before()), c -> text(c, c.after()))
        .containsExactly(
            tuple("/location", "Thành phố Bắc Kạn", "Trụ sở Trung tâm"),
            tuple("/terms/2024/changedSinceReturn", "Không", "Có"));
  }

  @Test
  void namesItemsOfListsByTheirOwnKeys() {
    assertThat(life().get(11))
        .extracting(Change::path, c -> WORDS.label("model", c.path()), c -> text(c, c.after()))
        .contains(
            tuple(
                "/terms/2025/objectives/Mức độ hài lòng/target",
                "Năm 2025 › Mục tiêu “Mức độ hài lòng” › Mức phấn đấu",
                "98"));
    assertThat(life().get(7))
        .extracting(Change::path, c -> WORDS.label("model", c.path()), c -> text(c, c.after()))
        .contains(
            tuple(
                "/terms/2024/inspections/1/findings/1/state",
                "Năm 2024 › Kiểm tra số 1 › Tồn tại số 1 › Tình trạng",
                "Đã khắc phục, chờ xác nhận"));
  }

  @Test
  void sayWhatIsStoredInWords() {
    assertThat(life().get(0))
        .extracting(Change::path, c -> text(c, c.after()))
        .contains(
            tuple("/unitCode", "Văn phòng"),
            tuple("/budgetVnd", "45.000.000 đồng"),
            tuple("/startsOn", "12/03/2024"),
            tuple("/status", "Đã đăng ký, chờ thẩm định"),
            tuple("/createdAt", "08:00 01/03/2024"),
            tuple("/contactPhone", "0912345678"));
  }

  @Test
  void keepsPersonalTextsMarkedAndOutOfPaths() {
    assertThat(life().stream().flatMap(List::stream))
        .filteredOn(c -> c.after() != null && c.after().toString().contains("Hoàng Thị Mẫu"))
        .extracting(Change::path, c -> String.valueOf(c.after()))
        .containsExactly(
            tuple("/responsiblePerson", "{\"personal\":\"Hoàng Thị Mẫu\"}"),
            tuple(
                "/terms/2024/commendations/1/recipients/1/name",
                "{\"personal\":\"Hoàng Thị Mẫu\"}"));
  }

  @Test
  void aPlaceInAListSaysNothing() {
    assertThat(
            paths(
                "{'objectives':[{'indicator':'a/b','target':1},{'indicator':'c','target':2}]}",
                "{'objectives':[{'indicator':'c','target':2},{'indicator':'a/b','target':3}]}"))
        .containsExactly("/objectives/a~1b/target");
    assertThat(paths("{'team':[{'position':'A'}]}", "{'team':[{'position':'A'},{'position':'B'}]}"))
        .containsExactly("/team/2/position");
    assertThat(
            paths(
                "{'recipients':[{'name':{'personal':'A'}},{'name':'B'}]}",
                "{'recipients':[{'name':{'personal':'C'}},{'name':'B'}]}"))
        .containsExactly("/recipients/1/name");
  }

  @Test
  void aCorrectedReportIsComparedWithTheOneThatReplacesIt() {
    assertThat(
            paths(
                "{'progressReports':[{'no':1,'period':'2024-Q2','summary':'x'}]}",
                "{'progressReports':[{'no':1,'period':'2024-Q2','summary':'x','correctedBy':2},"
                    + "{'no':2,'period':'2024-Q2','summary':'y'}]}"))
        .containsExactly(
            "/progressReports/2024-Q2/no",
            "/progressReports/2024-Q2/summary",
            "/progressReports/2024-Q2 (1)/no",
            "/progressReports/2024-Q2 (1)/period",
            "/progressReports/2024-Q2 (1)/summary",
            "/progressReports/2024-Q2 (1)/correctedBy");
  }

  @Test
  void nothingNullAndEmptyAreTheSame() {
    assertThat(paths("{'a':null,'b':[],'version':1}", "{'c':[],'d':null,'version':2}")).isEmpty();
    assertThat(paths("{'legalBases':['A','B']}", "{'legalBases':['A']}"))
        .containsExactly("/legalBases");
  }

  @Test
  void tellsTheOldNameOfAUnit() {
    var renamed = new UnitRenamed("Văn phòng mới", LocalDate.of(2025, 7, 1), UnitEvents.BASIS);
    assertThat(
            changes(
                    Streams.stored(
                        "unit:VP",
                        List.of(UnitEvents.registered("VP", "Văn phòng cũ", null), renamed)))
                .get(1))
        .extracting(Change::path, c -> text(c, c.before()), c -> text(c, c.after()))
        .contains(
            tuple("/name", "Văn phòng cũ", "Văn phòng mới"),
            tuple("/names/2025-07-01/basis/code", "null", "1/QĐ"));
  }

  @Test
  void fieldsOfOneNameAreToldApart() {
    assertThat(WORDS.label("report", "/position")).isEqualTo("Lập từ sự kiện đến vị trí");
    assertThat(WORDS.label("account", "/position")).isEqualTo("Chức vụ");
    assertThat(WORDS.label("report", "/scope/type")).isEqualTo("Phạm vi › Loại báo cáo");
    assertThat(WORDS.label("unit", "/type")).isEqualTo("Loại đơn vị");
  }

  @Test
  void everyFieldOfEveryShapeHasItsWords() throws IOException {
    for (EventType type : EventCatalogue.types()) {
      if (!ModelEvent.class.isAssignableFrom(type.eventClass())) {
        try (Stream<Path> files = Files.list(GOLDEN.resolve(type.name()))) {
          byte[] newest =
              Files.readAllBytes(
                  files
                      .filter(f -> f.endsWith(type.revision() + ".json"))
                      .findFirst()
                      .orElseThrow());
          if (type.name().matches("UnitRegistered|PlanIssued|AccountOpened|UnitRated")) {
            StoredEvent first =
                Streams.stored(1, "x:y", 0, EventJson.read(type.name(), type.revision(), newest));
            assertThat(changes(List.of(first)).get(0))
                .isNotEmpty()
                .allSatisfy(change -> assertThat(WORDS.label("model", change.path())).isNotBlank());
          }
        }
      }
    }
    assertThat(life().stream().flatMap(List::stream))
        .allSatisfy(change -> assertThat(WORDS.label("model", change.path())).isNotBlank());
  }
}
