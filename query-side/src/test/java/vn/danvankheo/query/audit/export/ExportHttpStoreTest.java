package vn.danvankheo.query.audit.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.danvankheo.events.fold.PersonalTexts;
import vn.danvankheo.events.model.FindingRemedied;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.sealing.MasterKey;
import vn.danvankheo.events.sealing.TextKey;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.proof.Hash;
import vn.danvankheo.query.testing.EventDatabase;
import vn.danvankheo.query.testing.ModelEvents;
import vn.danvankheo.query.testing.QueryService;
import vn.danvankheo.query.testing.QueryService.Answer;
import vn.danvankheo.query.testing.RandomLife;
import vn.danvankheo.query.testing.UnitEvents;
import vn.danvankheo.query.testing.ViewServer;
import vn.danvankheo.verifier.Main;

/** Bundles over HTTP from real stores, checked by the program that is handed out. */
class ExportHttpStoreTest {
  private static final byte[] PAPER = "Biên bản khắc phục".getBytes(StandardCharsets.UTF_8);
  private static final String PAPER_ID = "sha256:" + Hash.sha256(PAPER).hex();
  private static final String NAME = "Lò Văn Riêng";
  private static final EventDatabase EVENTS = EventDatabase.create();
  private static QueryService service;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws Exception {
    UnitEvents.register(EVENTS, "VP", "Văn phòng UBND tỉnh Bắc Kạn", null);
    UnitEvents.register(EVENTS, "VP-TTHCC", "Trung tâm Phục vụ hành chính công", "VP");
    EVENTS.append("model", "m-1", 0, life());
    EVENTS.append("model", "m-2", 0, RandomLife.of(7, 300));
    storePaper();
    service = QueryService.start(EVENTS, ViewServer.EMBEDDED.uri(ViewServer.EMBEDDED.database()));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  /** With a paper that is there. */
  private static List<ModelEvent> life() {
    List<ModelEvent> life = new ArrayList<>();
    for (ModelEvent event :
        ModelEvents.life("DVK-2024-0001", ModelEvents.TITLE, "VP-TTHCC", 2024)) {
      life.add(
          event instanceof FindingRemedied
              ? new FindingRemedied(
                  2024, 1, 1, LocalDate.of(2024, 9, 20), "Đã niêm yết <b>", List.of(PAPER_ID))
              : event);
    }
    return life;
  }

  private static void storePaper() throws Exception {
    try (Connection connection = EVENTS.source().getConnection();
        PreparedStatement paper =
            connection.prepareStatement(
                "INSERT INTO attachment VALUES (?, 'a.pdf', 'application/pdf', ?, now(), 'a')");
        PreparedStatement piece =
            connection.prepareStatement("INSERT INTO attachment_piece VALUES (?, ?, ?)")) {
      paper.setString(1, PAPER_ID);
      paper.setLong(2, PAPER.length);
      paper.execute();
      for (int no = 0; no < 2; no++) {
        piece.setString(1, PAPER_ID);
        piece.setInt(2, no);
        piece.setBytes(3, Arrays.copyOfRange(PAPER, no * 5, no == 0 ? 5 : PAPER.length));
        piece.execute();
      }
    }
  }

  private static Answer export(String query) {
    Answer answer = service.get("/api/audit/export" + query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  private String verified(Answer answer, int status, String... options) throws IOException {
    Path file = Files.write(folder.resolve("bundle.zip"), answer.response().body());
    List<String> args = new ArrayList<>(List.of(options));
    args.add(file.toString());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int ended =
        Main.run(
            args.toArray(String[]::new),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            Locale.ENGLISH);
    String said = out.toString(StandardCharsets.UTF_8);
    assertThat(ended).as(said).isEqualTo(status);
    return said;
  }

  private static Map<String, byte[]> files(Answer answer) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(answer.response().body()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private static JsonNode manifest(Answer answer) throws IOException {
    return JsonMapper.shared().readTree(files(answer).get("manifest.json"));
  }

  @Test
  void aModelsBundleIsProven() throws Exception {
    Answer answer = export("?aggregate=m-1&reason=Thanh+tra");
    assertThat(answer.header("Content-Type")).isEqualTo("application/zip");
    String key = service.getOpen("/api/public/tlog/key").text();
    assertThat(verified(answer, 0, "--key", key))
        .contains(life().size() + " events", "1 histories", "1 attachments", "ALL IS PROVEN");
    assertThat(files(answer).keySet())
        .containsExactly(
            "manifest.json",
            "events.ndjson",
            "proofs.ndjson",
            "checkpoint",
            "keys",
            "history.html",
            "attachments/" + PAPER_ID.replace(':', '-'));
  }

  @Test
  void theHistoryIsReadableAndCarriesNothingThatRuns() throws Exception {
    String page =
        new String(files(export("?aggregate=m-1")).get("history.html"), StandardCharsets.UTF_8);
    assertThat(page)
        .contains("<html lang=\"vi\">", "Thành phố Bắc Kạn", "Trụ sở Trung tâm", "Địa điểm")
        .contains("Trung tâm Phục vụ hành chính công năm 2024", "Đã niêm yết &lt;b&gt;")
        .doesNotContain("<script", "http:", "https:", "niêm yết <b>");
  }

  @Test
  void theSameTreeGivesTheSameBytesAlsoAfterMoreEvents() throws Exception {
    Answer first = export("?unit=VP-TTHCC");
    long size = manifest(first).at("/log/size").longValue();
    EVENTS.append("model", "m-late-" + size, 0, life());
    String pinned = "?unit=VP-TTHCC&treeSize=" + size;
    assertThat(export(pinned).response().body()).isEqualTo(first.response().body());
    assertThat(verified(first, 0)).contains(histories(first) + " histories");
    Answer later = export("?unit=VP-TTHCC&earlier=" + size);
    assertThat(verified(later, 0)).contains("The earlier tree of " + size + " entries");
    assertThat(manifest(later).get("events").longValue())
        .isGreaterThan(manifest(first).get("events").longValue());
  }

  private static String histories(Answer answer) throws IOException {
    return manifest(answer).get("aggregates").asString();
  }

  @Test
  void aPeriodHasNoGapsAndTheWholeLogIsAPeriod() throws Exception {
    assertThat(verified(export(""), 0)).contains("No event is left out between");
    String some = verified(export("?from=2024-06-30T07:15:03Z&to=2024-06-30T07:16:00Z"), 0);
    assertThat(some).contains("No event is left out between");
    assertThat(verified(export("?from=2031-01-01T00:00:00Z&to=2031-01-02T00:00:00Z"), 0))
        .contains("ALL IS PROVEN");
  }

  @Test
  void aSelectionSaysThatItIsOne() throws Exception {
    Answer answer = export("?type=ModelUpdated,ModelApproved&attachments=false");
    assertThat(manifest(answer).get("complete").stringValue()).isEqualTo("NONE");
    assertThat(verified(answer, 0)).contains("Whether the selection left out");
    assertThat(verified(export("?actor=van-thu&aggregate=m-2"), 0)).contains("300 events");
  }

  @Test
  void everyExportLeavesARecord() throws Exception {
    Answer answer = export("?aggregate=m-2&reason=Theo+đơn".replace("đ", "%C4%91"));
    String digest = "sha256:" + Hash.sha256(files(answer).get("manifest.json")).hex();
    Answer exports = export("?type=AuditExported");
    String lines = new String(files(exports).get("events.ndjson"), StandardCharsets.UTF_8);
    String payloads = decoded(lines, "payload");
    assertThat(payloads).contains("\"filter\":\"aggregate=m-2\"", digest, "\"events\":300");
    assertThat(decoded(lines, "metadata")).contains("Theo đơn", "nguoi-xem");
  }

  @Test
  void personalWordsAreAddedOnlyForWhoMayReadThemAndGoWithTheirKeys() throws Exception {
    sealedModel("m-person");
    String chosen = "?aggregate=m-person&personal=true";
    assertThat(service.get(Role.LEADER, "/api/audit/export" + chosen).status()).isEqualTo(403);

    Answer old = export(chosen);
    assertThat(manifest(old).get("personal").booleanValue()).isTrue();
    assertThat(text(old, "personal.ndjson"))
        .contains("\"pointer\":\"/form/subjectName\"", "\"text\":\"" + NAME + "\"");
    assertThat(text(old, "history.html")).contains(NAME);
    assertThat(text(old, "events.ndjson")).isEqualTo(text(plain(), "events.ndjson"));
    assertThat(verified(old, 0)).contains("personal.ndjson are not proven by the log");
    String records = text(export("?type=AuditExported"), "events.ndjson");
    assertThat(decoded(records, "payload")).contains("\"personal\":true", "\"personal\":false");
    assertNoName(plain());

    EVENTS.run("UPDATE personal_key SET wrapped = NULL, destroyed_at = now()");
    Answer erased = export(chosen);
    assertThat(text(erased, "personal.ndjson")).contains("\"erased\":true");
    assertThat(text(erased, "history.html")).contains("đã xóa theo yêu cầu");
    assertNoName(erased);
    assertThat(verified(erased, 0)).contains("ALL IS PROVEN");
    EVENTS.append("model", "m-after-erasure", 0, life());
    assertThat(verified(old, 0)).as("from before the erasure").contains("ALL IS PROVEN");
  }

  private static Answer plain() {
    return export("?aggregate=m-person");
  }

  private static String text(Answer answer, String file) throws IOException {
    return new String(files(answer).get(file), StandardCharsets.UTF_8);
  }

  /** Neither as it is nor within what is encoded. */
  private static void assertNoName(Answer answer) throws IOException {
    for (byte[] file : files(answer).values()) {
      assertThat(new String(file, StandardCharsets.UTF_8)).doesNotContain(NAME);
    }
    String events = text(answer, "events.ndjson");
    assertThat(decoded(events, "payload")).contains("sealed").doesNotContain(NAME);
    assertThat(decoded(events, "metadata")).doesNotContain(NAME);
  }

  /** A model whose subject is a person, stored as the command side stores it. */
  private static void sealedModel(String id) throws Exception {
    MasterKey master = MasterKey.parse(EventDatabase.MASTER_KEY);
    TextKey key = master.newKey("0192f0c1-0000-7000-8000-000000000001", id + "/subjectName");
    try (Connection connection = EVENTS.source().getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO personal_key (id, subject, wrapped, created_at)"
                    + " VALUES (?::uuid, ?, ?, now())")) {
      insert.setString(1, key.id());
      insert.setString(2, id + "/subjectName");
      insert.setBytes(3, key.wrapped(master));
      insert.executeUpdate();
    }
    List<ModelEvent> sealed = new ArrayList<>();
    for (ModelEvent event : life()) {
      sealed.add(
          (ModelEvent)
              PersonalTexts.change(
                  (Record) event,
                  (path, text) ->
                      path.endsWith("subjectName") ? key.seal(PersonalText.of(NAME)) : text));
    }
    EVENTS.append("model", id, 0, sealed);
  }

  private static String decoded(String lines, String field) {
    StringBuilder decoded = new StringBuilder();
    for (String line : lines.split("\n")) {
      String base64 = JsonMapper.shared().readTree(line).get(field).stringValue();
      decoded
          .append(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8))
          .append('\n');
    }
    return decoded.toString();
  }

  @Test
  void whoMayNotOrAsksForWhatIsNotThereIsTold() {
    assertThat(service.get(Role.CLERK, "/api/audit/export").status()).isEqualTo(403);
    assertThat(service.get(Role.COORDINATOR, "/api/audit/export").status()).isEqualTo(403);
    assertThat(service.getOpen("/api/audit/export").status()).isEqualTo(401);
    assertThat(service.get("/api/audit/export?what=1").status()).isEqualTo(400);
    assertThat(service.get("/api/audit/export?treeSize=0").status()).isEqualTo(400);
    assertThat(service.get("/api/audit/export?treeSize=123456789").status()).isEqualTo(404);
    assertThat(service.get("/api/audit/export?earlier=123456789").status()).isEqualTo(404);
  }

  @Test
  void whatWasTamperedWithInTheDatabaseIsHandedOutAndShows() throws Exception {
    EVENTS.append("model", "m-forged", 0, life());
    assertThat(verified(export("?aggregate=m-forged"), 0)).contains("ALL IS PROVEN");
    EVENTS.run(
        "UPDATE event_log SET payload = convert_to(replace(convert_from(payload, 'UTF8'),"
            + " 'Thành phố', 'Thị trấn'), 'UTF8') WHERE aggregate_id = 'm-forged' AND version = 0");
    EVENTS.run("DELETE FROM event_log WHERE aggregate_id = 'm-forged' AND version = 3");
    assertThat(verified(export("?aggregate=m-forged"), 1))
        .contains("the log has another payload", "versions 3 to 3 are missing");
  }
}
