package vn.danvankheo.query.audit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.query.audit.ledger.domain.LedgerState;
import vn.danvankheo.query.reading.LogRow;
import vn.danvankheo.query.testing.EventDatabase;
import vn.danvankheo.query.testing.ModelEvents;
import vn.danvankheo.query.testing.QueryService;
import vn.danvankheo.query.testing.QueryService.Answer;
import vn.danvankheo.query.testing.ViewServer;
import vn.danvankheo.web.keys.KeyFolder;

/**
 * Whoever has all rights on the database while the registry runs and people go on writing: the
 * sequencer signs, the watch looks, and an auditor asks over HTTP. Both have to name what was done,
 * and to be content again once it is undone.
 */
class TamperWhileRunningStoreTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int MODELS = 30;
  private static final String KEPT = "INSERT INTO event_log SELECT * FROM kept_log";

  @TempDir private Path data;
  private final EventDatabase events = EventDatabase.create();
  private final Ledger ledger = Ledger.of(events);
  private final AtomicInteger written = new AtomicInteger();
  private final ScheduledExecutorService people = Executors.newSingleThreadScheduledExecutor();
  private QueryService service;
  private List<LogRow> log = List.of();

  @BeforeEach
  void start() {
    for (int i = 0; i < MODELS; i++) {
      write();
    }
    log = ledger.log();
    events.run("CREATE TABLE kept_log AS SELECT * FROM event_log");
    ViewServer views = ViewServer.EMBEDDED;
    service =
        QueryService.start(
            events, views.uri(views.database()), data, Map.of("danvankheo.ledger.rest", "50ms"));
    people.scheduleWithFixedDelay(this::write, 0, 50, TimeUnit.MILLISECONDS);
    await()
        .atMost(SOON)
        .ignoreExceptions()
        .until(() -> ledger.store.last().orElseThrow().size() > log.size());
  }

  @AfterEach
  void stop() throws Exception {
    people.shutdown();
    assertThat(people.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    service.close();
  }

  private void write() {
    String code = "DVK-2024-%04d".formatted(written.incrementAndGet());
    events.append(
        "model", "m-" + code, 0, ModelEvents.life(code, ModelEvents.TITLE, "VP-TTHCC", 2024));
  }

  @Test
  void everyWayOfTamperingIsNamedByTheWatchAndByAnAskedForVerification() throws Exception {
    assertThat(asked("{}")).isEmpty();
    sees(
        "a payload",
        "UPDATE event_log SET payload = convert_to(replace(convert_from(payload, 'UTF8'),"
            + " 'Thành phố', 'Thị trấn'), 'UTF8') WHERE position = 1",
        "DELETE FROM event_log WHERE position = 1;" + KEPT + " WHERE position = 1",
        Set.of(found("CHANGED", 1)));
    sees(
        "the actor",
        "UPDATE event_log SET metadata = convert_to(replace(convert_from(metadata, 'UTF8'),"
            + " 'van-thu', 'ke-khac'), 'UTF8') WHERE position = 7",
        "DELETE FROM event_log WHERE position = 7;" + KEPT + " WHERE position = 7",
        Set.of(found("CHANGED", 7)));
    sees(
        "an event deleted in the middle",
        "DELETE FROM event_log WHERE position = 100",
        KEPT + " WHERE position = 100",
        Set.of(found("MISSING", 100)));
    String swap =
        "UPDATE event_log SET position = -position WHERE position IN (10, 20);"
            + "UPDATE event_log SET position = 30 + position WHERE position < 0";
    sees("two events swapped", swap, swap, Set.of(found("REORDERED", 10), found("REORDERED", 20)));
    sees(
        "a forged event in place of another",
        "DELETE FROM event_log WHERE position = 50;"
            + "INSERT INTO event_log SELECT 50, gen_random_uuid(), aggregate_type, 'm-forged', 0,"
            + " type, revision, recorded_at, payload, metadata FROM event_log WHERE position = 1",
        "DELETE FROM event_log WHERE position = 50;" + KEPT + " WHERE position = 50",
        Set.of(found("MISSING", 50), found("ADDED", 50)));
  }

  @Test
  void anEventDeletedAtTheEndIsNamed() throws Exception {
    people.shutdown();
    assertThat(people.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    ledger.awaitCaughtUp();
    long last = ledger.store.last().orElseThrow().position();
    sees(
        "the last event deleted",
        "CREATE TABLE kept_end AS SELECT * FROM event_log WHERE position = %d;".formatted(last)
            + "DELETE FROM event_log WHERE position = "
            + last,
        "INSERT INTO event_log SELECT * FROM kept_end",
        Set.of(found("MISSING", last)));
  }

  @Test
  void theLedgersOwnRowsMadeToMatchDoNotMatchWhatWasSigned() throws Exception {
    events.run(
        "UPDATE event_log SET payload = convert_to(replace(convert_from(payload, 'UTF8'),"
            + " 'Thành phố', 'Thị trấn'), 'UTF8') WHERE position = 1");
    ledger.recompute();
    await().atMost(SOON).until(() -> watched().equals(Set.of("LEDGER_CHANGED null")));
    assertThat(asked("{}")).isEqualTo(Set.of("LEDGER_CHANGED null"));
    long size = ledger.store.last().orElseThrow().size();
    write();
    await().atMost(SOON).until(() -> ledger.store.last().orElseThrow().size() > size);
    assertThat(asked("{}")).as("signed on").isEqualTo(Set.of("LEDGER_CHANGED null"));
  }

  /**
   * Whoever puts the database back, and removes what the data folder remembers too, gets a registry
   * that runs and signs. Only who kept a checkpoint elsewhere can tell.
   */
  @Test
  void aDatabasePutBackToYesterdayIsToldByACheckpointKeptElsewhere() throws Exception {
    long yesterday = backUp();
    String elsewhere = service.get("/api/audit/checkpoint").text();
    long size = Long.parseLong(elsewhere.lines().skip(1).findFirst().orElseThrow());
    assertThat(size).isGreaterThan(yesterday);
    String given = JsonNodeFactory.instance.objectNode().put("checkpoint", elsewhere).toString();
    assertThat(asked(given)).isEmpty();

    restore();
    LedgerSequencer sequencer = service.bean(LedgerSequencer.class);
    ledger.awaitState(sequencer, LedgerState.ROLLED_BACK);
    assertThat(asked("{}")).isEqualTo(Set.of("ROLLED_BACK null"));
    Files.delete(new KeyFolder(data).path(KeptCheckpoint.FILE));
    ledger.awaitState(sequencer, LedgerState.SEQUENCING);
    await().atMost(SOON).until(() -> ledger.store.last().orElseThrow().size() > size);
    assertThat(asked("{}")).as("nobody remembers").isEmpty();
    assertThat(asked(given)).as("somebody does").isEqualTo(Set.of("LEDGER_CHANGED null"));
    assertThat(service.post(Role.AUDITOR, "/api/admin/verifications", refused()).status())
        .isEqualTo(422);
  }

  private static String refused() {
    return "{\"checkpoint\": \"danvankheo/x\\n7\\n\"}";
  }

  private static final List<String> TABLES =
      List.of("event_log", "ledger_entry", "ledger_tile", "ledger_checkpoint", "ledger_key");

  /** In one moment, as a backup is made. */
  private long backUp() throws SQLException {
    StringBuilder sql = new StringBuilder("BEGIN;LOCK TABLE ");
    sql.append(String.join(", ", TABLES)).append(" IN EXCLUSIVE MODE;");
    TABLES.forEach(t -> sql.append("CREATE TABLE old_%1$s AS TABLE %1$s;".formatted(t)));
    events.run(sql + "COMMIT");
    long size = backedUp();
    await().atMost(SOON).until(() -> ledger.store.last().orElseThrow().size() > size + 50);
    return size;
  }

  private long backedUp() throws SQLException {
    try (Connection connection = events.source().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT max(size) FROM old_ledger_checkpoint")) {
      row.next();
      return row.getLong(1);
    }
  }

  private void restore() {
    StringBuilder sql = new StringBuilder("BEGIN;TRUNCATE " + String.join(", ", TABLES) + ";");
    TABLES.forEach(
        t -> sql.append("INSERT INTO %1$s OVERRIDING SYSTEM VALUE TABLE old_%1$s;".formatted(t)));
    events.run(sql + "COMMIT");
  }

  private void sees(String what, String tampering, String mending, Set<String> expected)
      throws Exception {
    events.run(tampering);
    assertThat(asked("{}")).as(what).isEqualTo(expected);
    await().atMost(SOON).untilAsserted(() -> assertThat(watched()).as(what).isEqualTo(expected));
    events.run(mending);
    assertThat(asked("{}")).as(what + ", undone").isEmpty();
    await().atMost(SOON).untilAsserted(() -> assertThat(watched()).as(what).isEmpty());
  }

  private static String found(String kind, long position) {
    return kind + " " + position;
  }

  private Set<String> watched() {
    return service.bean(LedgerWatch.class).findings().stream()
        .map(finding -> finding.flaw().kind() + " " + finding.position())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Each event that is named is the one that was at that position. */
  private Set<String> asked(String body) {
    Answer started = service.post(Role.AUDITOR, "/api/admin/verifications", body);
    assertThat(started.status()).as(started.text()).isEqualTo(202);
    String operation = started.header("Location");
    await()
        .atMost(SOON)
        .until(() -> service.get(operation).json().get("state").asString().equals("SUCCEEDED"));
    Set<String> found = new TreeSet<>();
    for (JsonNode finding : service.get(operation).json().at("/result/findings")) {
      found.add(finding.get("kind").asString() + " " + finding.get("position").asString("null"));
      assertThat(finding.get("detail").asString()).isNotBlank();
      if (!finding.get("kind").asString().equals("ADDED") && finding.get("position").isNumber()) {
        named(finding);
      }
    }
    return found;
  }

  private void named(JsonNode finding) {
    int position = finding.get("position").asInt();
    if (position <= log.size()) {
      LogRow row = log.get(position - 1);
      assertThat(finding.get("eventId").asString()).isEqualTo(row.eventId());
      assertThat(finding.get("aggregateId").asString()).isEqualTo(row.aggregateId());
    }
  }
}
