package vn.danvankheo.query.audit.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
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
import vn.danvankheo.query.audit.ledger.LedgerStore;
import vn.danvankheo.query.audit.ledger.NewLedgerKey;
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
  private static final byte[] HEAVY = new byte[32 << 20];
  private static final String HEAVY_ID = heavy();
  private static QueryService service;

  @TempDir private static Path data;
  @TempDir private Path folder;

  /** A paper that no compression makes small, and no socket's buffers hold. */
  private static String heavy() {
    new Random(1).nextBytes(HEAVY);
    return "sha256:" + Hash.sha256(HEAVY).hex();
  }

  @BeforeAll
  static void start() throws Exception {
    UnitEvents.register(EVENTS, "VP", "Văn phòng UBND tỉnh Bắc Kạn", null);
    UnitEvents.register(EVENTS, "VP-TTHCC", "Trung tâm Phục vụ hành chính công", "VP");
    EVENTS.append("model", "m-1", 0, life(PAPER_ID));
    EVENTS.append("model", "m-heavy", 0, life(HEAVY_ID));
    EVENTS.append("model", "m-2", 0, RandomLife.of(7, 300));
    storePaper(PAPER_ID, PAPER, 5);
    storePaper(HEAVY_ID, HEAVY, 1 << 20);
    service =
        QueryService.start(EVENTS, ViewServer.EMBEDDED.uri(ViewServer.EMBEDDED.database()), data);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static List<ModelEvent> life() {
    return life(PAPER_ID);
  }

  /** With a paper that is there. */
  private static List<ModelEvent> life(String paper) {
    List<ModelEvent> life = new ArrayList<>();
    for (ModelEvent event :
        ModelEvents.life("DVK-2024-0001", ModelEvents.TITLE, "VP-TTHCC", 2024)) {
      life.add(
          event instanceof FindingRemedied
              ? new FindingRemedied(
                  2024, 1, 1, LocalDate.of(2024, 9, 20), "Đã niêm yết <b>", List.of(paper))
              : event);
    }
    return life;
  }

  private static void storePaper(String id, byte[] content, int pieceSize) throws Exception {
    try (Connection connection = EVENTS.source().getConnection();
        PreparedStatement paper =
            connection.prepareStatement(
                "INSERT INTO attachment VALUES (?, 'a.pdf', 'application/pdf', ?, now(), 'a')");
        PreparedStatement piece =
            connection.prepareStatement("INSERT INTO attachment_piece VALUES (?, ?, ?)")) {
      paper.setString(1, id);
      paper.setLong(2, content.length);
      paper.execute();
      for (int no = 0; no * pieceSize < content.length; no++) {
        int from = no * pieceSize;
        piece.setString(1, id);
        piece.setInt(2, no);
        piece.setBytes(
            3, Arrays.copyOfRange(content, from, Math.min(content.length, from + pieceSize)));
        piece.execute();
      }
    }
  }

  private static Answer export(String query) {
    return service.export(query);
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

  /** What each parameter chooses, counted by hand in the whole log. */
  @Test
  void everyFilterChoosesWhatItSays() throws Exception {
    long size = manifest(export("")).at("/log/size").longValue();
    String tree = "&treeSize=" + size;
    List<JsonNode> all = events(export("?attachments=false" + tree));
    assertThat(all).hasSize((int) size);
    Set<String> ofUnit = new HashSet<>(Set.of("unit:VP-TTHCC"));
    for (JsonNode event : all) {
      if (base64(event, "payload").matches("(?s).*\"unitCode\":\"VP-TTHCC\".*")) {
        ofUnit.add(text(event, "aggregateId"));
      }
    }
    String noon = "2024-06-30T07:15:05.000000Z";
    String later = "2024-06-30T07:15:08.000000Z";
    Map<String, Predicate<JsonNode>> filters = new LinkedHashMap<>();
    filters.put("aggregate=m-2", e -> text(e, "aggregateId").equals("m-2"));
    filters.put("unit=VP-TTHCC", e -> ofUnit.contains(text(e, "aggregateId")));
    filters.put("actor=van-thu", e -> base64(e, "metadata").contains("\"van-thu\""));
    filters.put("actor=nobody", e -> false);
    filters.put("type=ModelApproved", e -> text(e, "type").equals("ModelApproved"));
    filters.put(
        "type=ModelApproved,ModelUpdated",
        e -> List.of("ModelApproved", "ModelUpdated").contains(text(e, "type")));
    filters.put("requestId=request", e -> base64(e, "metadata").contains("\"request\""));
    filters.put("requestId=another", e -> false);
    List<String> some = List.of(ids(all).get(3), ids(all).get(7), new UUID(1, 2).toString());
    filters.put("eventId=" + String.join(",", some), e -> some.contains(text(e, "eventId")));
    filters.put(
        "aggregate=m-1&from=" + noon,
        e -> text(e, "aggregateId").equals("m-1") && text(e, "recordedAt").compareTo(noon) >= 0);
    filters.put(
        "unit=VP-TTHCC&type=ModelUpdated&to=" + noon,
        e ->
            ofUnit.contains(text(e, "aggregateId"))
                && text(e, "type").equals("ModelUpdated")
                && text(e, "recordedAt").compareTo(noon) <= 0);
    filters.put(
        "actor=van-thu&from=" + noon + "&to=" + later,
        e ->
            base64(e, "metadata").contains("\"van-thu\"")
                && text(e, "recordedAt").compareTo(noon) >= 0
                && text(e, "recordedAt").compareTo(later) <= 0);
    for (Map.Entry<String, Predicate<JsonNode>> filter : filters.entrySet()) {
      Answer answer = export("?" + filter.getKey() + "&attachments=false" + tree);
      assertThat(ids(events(answer)))
          .as(filter.getKey())
          .isEqualTo(ids(all.stream().filter(filter.getValue()).toList()));
      assertThat(verified(answer, 0)).as(filter.getKey()).contains("ALL IS PROVEN");
    }
    List<JsonNode> period =
        events(export("?from=" + noon + "&to=" + later + "&attachments=false" + tree));
    List<String> between = ids(all);
    assertThat(ids(period))
        .as("from the first that belongs to it to the last, with all between")
        .isEqualTo(
            between.subList(
                first(all, e -> text(e, "recordedAt").compareTo(noon) >= 0),
                all.size()
                    - first(reversed(all), e -> text(e, "recordedAt").compareTo(later) <= 0)));
  }

  private static int first(List<JsonNode> events, Predicate<JsonNode> wanted) {
    int at = 0;
    while (!wanted.test(events.get(at))) {
      at++;
    }
    return at;
  }

  private static List<JsonNode> reversed(List<JsonNode> events) {
    List<JsonNode> reversed = new ArrayList<>(events);
    Collections.reverse(reversed);
    return reversed;
  }

  private static List<JsonNode> events(Answer answer) throws IOException {
    return text(answer, "events.ndjson").lines().map(JsonMapper.shared()::readTree).toList();
  }

  private static List<String> ids(List<JsonNode> events) {
    return events.stream().map(event -> text(event, "eventId")).toList();
  }

  private static String text(JsonNode event, String field) {
    return event.get(field).stringValue();
  }

  private static String base64(JsonNode event, String field) {
    return new String(Base64.getDecoder().decode(text(event, field)), StandardCharsets.UTF_8);
  }

  @Test
  void aThirdAtOnceIsToldToComeAgainAndGetsItsTurn() throws Exception {
    long size = manifest(export("?aggregate=m-1")).at("/log/size").longValue();
    // Of a tree that is there, so that neither waits for the other's record to be signed.
    String heavy = "/api/audit/export?aggregate=m-heavy&treeSize=" + size;
    try (InputStream one = service.stream(Role.AUDITOR, heavy);
        InputStream two = service.stream(Role.AUDITOR, heavy)) {
      assertThat(one.read()).isEqualTo('P');
      assertThat(two.read()).isEqualTo('P');
      Answer third = service.get("/api/audit/export?aggregate=m-1");
      assertThat(third.status()).isEqualTo(429);
      assertThat(third.header("Retry-After")).isEqualTo("2");
      assertThat(third.json().get("code").stringValue()).isEqualTo("TOO_MANY_REQUESTS");
    }
    assertThat(verified(export("?aggregate=m-heavy"), 0)).contains("1 attachments");
  }

  @Test
  void whatIsNotSignedYetIsNotHandedOut() throws Exception {
    try (Connection other = EVENTS.source().getConnection();
        Statement lock = other.createStatement()) {
      other.setAutoCommit(false);
      lock.execute("LOCK TABLE ledger_entry IN EXCLUSIVE MODE");
      EVENTS.append("model", "m-unsigned", 0, life());
      Answer answer = service.get("/api/audit/export?aggregate=m-unsigned");
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.header("Retry-After")).isEqualTo("2");
      assertThat(answer.json().get("code").stringValue()).isEqualTo("NOT_YET_VISIBLE");
      other.rollback();
    }
    assertThat(verified(export("?aggregate=m-unsigned"), 0)).contains("ALL IS PROVEN");
  }

  @Test
  void oldBundlesAndCheckpointsStayProvenWhenTheKeyChanges() throws Exception {
    Answer old = export("?aggregate=m-1");
    long size = manifest(old).at("/log/size").longValue();
    String oldKey = service.getOpen("/api/public/tlog/key").text().strip();
    String kept = service.get("/api/audit/checkpoint").text();

    ByteArrayOutputStream said = new ByteArrayOutputStream();
    assertThat(NewLedgerKey.run(data, new PrintStream(said, true, StandardCharsets.UTF_8)))
        .isZero();
    String newKey = said.toString(StandardCharsets.UTF_8).strip();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> service.getOpen("/api/public/tlog/key").text().strip().equals(newKey));
    EVENTS.append("model", "m-by-the-new-key", 0, life());

    assertThat(verified(old, 0, "--key", oldKey)).contains("ALL IS PROVEN");
    verified(old, 1, "--key", newKey);
    Answer later = export("?aggregate=m-1&earlier=" + size);
    assertThat(verified(later, 0, "--key", newKey)).contains("The earlier tree of " + size);
    verified(later, 1, "--key", oldKey);
    assertThat(text(later, "keys")).isEqualTo(newKey + "\n" + oldKey + "\n");
    Path mine = Files.writeString(folder.resolve("kept"), kept);
    Answer grown = export("?aggregate=m-1&earlier=" + kept.lines().skip(1).findFirst().get());
    assertThat(verified(grown, 0, "--key", newKey, "--checkpoint", mine.toString()))
        .contains("Your own checkpoint");
    assertThat(service.bean(LedgerStore.class).verify().findings()).isEmpty();
  }

  @Test
  void aBundleOfNothingSaysSo() throws Exception {
    assertThat(verified(export("?aggregate=nobody"), 0))
        .contains("the bundle has no event")
        .doesNotContain("histories");
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
    assertThat(service.get("/api/audit/export?eventId=1-2-3-4-5").status()).isEqualTo(400);
    assertThat(service.get("/api/audit/export?treeSize=0").status()).isEqualTo(400);
    assertThat(service.get("/api/audit/export?treeSize=123456789").status()).isEqualTo(404);
    assertThat(service.get("/api/audit/export?earlier=123456789").status()).isEqualTo(404);
  }

  @Test
  void whatWasTamperedWithInTheDatabaseIsHandedOutAndShows() throws Exception {
    EVENTS.append("model", "m-forged", 0, life());
    assertThat(verified(export("?aggregate=m-forged"), 0)).contains("ALL IS PROVEN");
    EVENTS.run("CREATE TABLE kept AS SELECT * FROM event_log WHERE aggregate_id = 'm-forged'");
    EVENTS.run(
        "UPDATE event_log SET payload = convert_to(replace(convert_from(payload, 'UTF8'),"
            + " 'Thành phố', 'Thị trấn'), 'UTF8') WHERE aggregate_id = 'm-forged' AND version = 0");
    EVENTS.run("DELETE FROM event_log WHERE aggregate_id = 'm-forged' AND version = 3");
    assertThat(verified(export("?aggregate=m-forged"), 1))
        .contains("the log has another payload", "versions 3 to 3 are missing");
    EVENTS.run(
        "DELETE FROM event_log WHERE aggregate_id = 'm-forged';"
            + "INSERT INTO event_log SELECT * FROM kept");
  }
}
