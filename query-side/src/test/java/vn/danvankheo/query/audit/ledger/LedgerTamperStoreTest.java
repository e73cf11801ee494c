package vn.danvankheo.query.audit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.danvankheo.proof.Checkpoint;
import vn.danvankheo.proof.KeyAlgorithm;
import vn.danvankheo.proof.SignedNote;
import vn.danvankheo.proof.SignerKey;
import vn.danvankheo.query.audit.ledger.LedgerVerification.Report;
import vn.danvankheo.query.audit.ledger.domain.Finding;
import vn.danvankheo.query.audit.ledger.domain.FindingKind;
import vn.danvankheo.query.audit.ledger.domain.Flaw;
import vn.danvankheo.query.oversight.OversightLog;
import vn.danvankheo.query.reading.LogRow;
import vn.danvankheo.query.tables.QueryTables;
import vn.danvankheo.web.keys.KeyFolder;
import vn.danvankheo.web.problem.Language;

/** Whoever has all rights on the database, but neither the key nor what was kept elsewhere. */
class LedgerTamperStoreTest {
  private static final int EVENTS = 600;

  @TempDir Path data;
  private Ledger ledger;
  private SignedNote elsewhere;

  @BeforeEach
  void signSomeHistory() throws Exception {
    ledger = new Ledger(data);
    ledger.add("a", 0, EVENTS / 2);
    ledger.add("b", 0, EVENTS / 2);
    ledger.catchUp();
    elsewhere = ledger.store.last().orElseThrow().signed();
  }

  @Test
  void findsNothingWhereNothingWasDone() throws Exception {
    ledger.add("c", 0, 3);
    Report report = verify();
    assertThat(report.findings()).isEmpty();
    assertThat(report.events()).isEqualTo(EVENTS);
    ledger.catchUp();
    assertThat(verify().events()).isEqualTo(EVENTS + 3);
    assertThat(verify(250, 260).events()).isBetween(11L, 267L);
  }

  @Test
  void namesAChangedPayload() throws Exception {
    LogRow row = ledger.log().get(299);
    tamper("UPDATE event_log SET payload = '{\"a\":2}' WHERE position = 300");
    assertThat(verify().findings())
        .extracting(
            Finding::flaw, Finding::position, Finding::eventId, Finding::aggregateId, Finding::what)
        .containsExactly(tuple(Flaw.PARTS, 300L, row.eventId(), row.aggregateId(), "payload"));
    assertThat(FindingWords.detail(verify().findings().get(0), Language.VI))
        .contains("nội dung", "2024-06-30T07:19:59.000000Z");
    assertThat(verify(1, 200).findings()).isEmpty();
  }

  @Test
  void namesAChangedActor() throws Exception {
    tamper(
        "UPDATE event_log SET metadata = convert_to(replace(convert_from(metadata, 'UTF8'),"
            + " 'van-thu', 'ke-khac'), 'UTF8') WHERE position = 7");
    assertThat(verify().findings())
        .extracting(Finding::flaw, Finding::position, Finding::what)
        .containsExactly(tuple(Flaw.PARTS, 7L, "metadata"));
  }

  @Test
  void namesAnEventDeletedInTheMiddleOrAtTheEnd() throws Exception {
    tamper("DELETE FROM event_log WHERE position IN (256, " + EVENTS + ")");
    assertThat(verify().findings())
        .extracting(Finding::flaw, Finding::position)
        .containsExactly(tuple(Flaw.EVENT_GONE, 256L), tuple(Flaw.EVENT_GONE, (long) EVENTS));
  }

  @Test
  void namesTwoEventsSwapped() throws Exception {
    tamper(
        "UPDATE event_log SET position = -position WHERE position IN (10, 20);"
            + "UPDATE event_log SET position = 30 + position WHERE position < 0");
    assertThat(verify().findings())
        .extracting(f -> f.flaw().kind(), Finding::position)
        .containsExactly(tuple(FindingKind.REORDERED, 10L), tuple(FindingKind.REORDERED, 20L));
    tamper(
        "UPDATE event_log SET position = -position WHERE position IN (10, 20);"
            + "UPDATE event_log SET position = 30 + position WHERE position < 0");
    assertThat(verify().findings()).as("put right again").isEmpty();
    tamper(
        "UPDATE event_log SET version = 10000 + version WHERE position IN (10, 20);"
            + "UPDATE event_log SET version = 28 - (version - 10000) WHERE version >= 10000");
    assertThat(verify().findings())
        .extracting(f -> f.flaw().kind(), Finding::position)
        .containsExactly(tuple(FindingKind.REORDERED, 10L), tuple(FindingKind.REORDERED, 20L));
  }

  @Test
  void namesAForgedEvent() throws Exception {
    tamper(
        "UPDATE event_log SET position = position + 1000 WHERE position > 500;"
            + "UPDATE event_log SET position = position - 999 WHERE position > 1000;"
            + "INSERT INTO event_log SELECT 501, gen_random_uuid(), aggregate_type, 'forged', 0,"
            + " type, revision, recorded_at, payload, metadata FROM event_log WHERE position = 1");
    List<Finding> findings = verify().findings();
    assertThat(findings)
        .filteredOn(f -> f.flaw() == Flaw.EVENT_UNKNOWN)
        .extracting(Finding::aggregateId, Finding::position)
        .containsExactly(tuple("forged", 501L));
    assertThat(findings)
        .filteredOn(f -> f.flaw() != Flaw.EVENT_UNKNOWN)
        .as("those that had to make room")
        .hasSize(EVENTS - 500)
        .allMatch(f -> f.flaw() == Flaw.PLACE);
  }

  @Test
  void findsTheLedgersOwnRowsRecomputedToMatch() throws Exception {
    tamper("UPDATE event_log SET payload = '{\"a\":2}' WHERE position = 300");
    ledger.recompute();
    assertThat(verify().findings())
        .extracting(Finding::flaw)
        .containsExactlyInAnyOrder(Flaw.KEPT_TREE, Flaw.SIGNED_TREE);
    assertThat(FindingWords.detail(verify().findings().get(0), Language.EN)).contains("600");
  }

  @Test
  void findsALedgerSignedAnewByAnotherKey() throws Exception {
    tamper("UPDATE event_log SET payload = '{\"a\":2}' WHERE position = 300");
    String origin = ledger.store.keys().get(0).name();
    signAnew(SignerKey.generate(origin, KeyAlgorithm.ED25519, new SecureRandom()));
    assertThat(verify().findings()).extracting(Finding::flaw).containsOnly(Flaw.KEPT_FOREIGN);
    assertThat(run(List.of()).status())
        .as("by the data folder's own checkpoint too")
        .isEqualTo(VerifyCommand.FOUND);
  }

  @Test
  void findsPartsOfTheLedgerThatWereChanged() throws Exception {
    tamper(
        "UPDATE ledger_tile SET hashes = overlay(hashes PLACING '\\x00'::bytea FROM 5)"
            + " WHERE level = 1");
    assertThat(verify().findings())
        .extracting(Finding::flaw, Finding::what)
        .containsExactly(tuple(Flaw.TILE, "tile/1/000.p/2"));
    tamper("UPDATE ledger_checkpoint SET note = replace(note, E'\\n— ', E'\\n— x')");
    tamper("DELETE FROM ledger_entry WHERE leaf_index = 4");
    assertThat(verify().findings())
        .extracting(Finding::flaw)
        .contains(Flaw.SIGNATURE, Flaw.ENTRY, Flaw.TILE);
  }

  @Test
  void isNotLedAstrayByTheColumnsBesideAnEntry() throws Exception {
    ledger.add("c", 0, 2_000);
    ledger.catchUp();
    for (long position : List.of(1L, 2_601L, 9_000_000_000L)) {
      tamper("UPDATE ledger_entry SET position = " + position + " WHERE leaf_index = 2047");
      assertThat(verify().findings())
          .extracting(Finding::flaw, Finding::what)
          .containsExactly(tuple(Flaw.ENTRY, "2047"));
      assertThat(verify(2_048, 2_048).findings()).hasSize(1);
    }
    tamper("UPDATE ledger_entry SET position = 2048 WHERE leaf_index = 2047");
    assertThat(verify().findings()).isEmpty();
    tamper(
        "UPDATE ledger_entry SET position = 9000000000, entry = convert_to(replace("
            + "convert_from(entry, 'UTF8'), ':2048,', ':9000000000,'), 'UTF8')"
            + " WHERE leaf_index = 2047");
    assertThat(verify().findings())
        .extracting(Finding::flaw, Finding::what)
        .containsExactly(tuple(Flaw.LEAF, "2047"));
  }

  /** Aborted transactions leave room between positions; more than a slice fits in here. */
  @Test
  void countsVeryManyForgedEventsPageByPage() throws Exception {
    tamper("SELECT setval(pg_get_serial_sequence('event_log', 'position'), 10000)");
    ledger.add("c", 0, 1);
    ledger.catchUp();
    tamper(
        "INSERT INTO event_log SELECT 700 + n, gen_random_uuid(), aggregate_type, 'forged', n,"
            + " type, revision, recorded_at, payload, metadata FROM event_log,"
            + " generate_series(0, 4999) n WHERE position = 1");
    Report report = verify();
    assertThat(report.found()).isEqualTo(5_000);
    assertThat(report.findings())
        .hasSize(LedgerVerification.MOST_FINDINGS)
        .allMatch(f -> f.flaw() == Flaw.EVENT_UNKNOWN && "forged".equals(f.aggregateId()));
  }

  /** The sequencer may begin one while somebody verifies up to the tree before. */
  @Test
  void doesNotMindATileBehindTheTree() throws Exception {
    tamper("INSERT INTO ledger_tile VALUES (0, 3, decode(repeat('00', 64), 'hex'))");
    assertThat(verify().findings()).isEmpty();
  }

  @Test
  void findsADatabasePutBackToYesterday() throws Exception {
    tamper("CREATE TABLE yesterday AS SELECT * FROM ledger_checkpoint");
    ledger.add("c", 0, 5);
    ledger.catchUp();
    Path note = Files.writeString(data.resolve("note"), ledger.store.last().orElseThrow().note());
    tamper(
        "DELETE FROM event_log WHERE position > 600; DELETE FROM ledger_entry WHERE position > 600;"
            + "DELETE FROM ledger_checkpoint WHERE size > 600;"
            + "UPDATE ledger_tile SET hashes = substring(hashes FOR 88 * 32) WHERE index = 2");
    Run run = run(List.of(note));
    assertThat(run.status()).isEqualTo(VerifyCommand.FOUND);
    assertThat(run.output()).contains("ROLLED_BACK", "605");
    Files.delete(new KeyFolder(data).path(KeptCheckpoint.FILE));
    assertThat(run(List.of()).status()).as("nothing kept").isEqualTo(VerifyCommand.VERIFIED);
    assertThat(run(List.of(note)).output()).contains("ROLLED_BACK", "605");
  }

  @Test
  void noticesInTheBackgroundWhatWasDoneWhileRunning() throws Exception {
    KeyFolder folder = new KeyFolder(data);
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    try (LedgerWatch watch =
        new LedgerWatch(
            ledger.events.source(),
            new QueryTables(ledger.events.source()),
            folder,
            new VerificationStore(ledger.events.source()),
            new OversightLog(ledger.events.source(), Clock.systemUTC()),
            Duration.ofMillis(50),
            registry,
            Clock.systemUTC())) {
      watch.start();
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> registry.get("danvankheo_ledger_verified").counter().count() >= EVENTS);
      assertThat(watch.findings()).isEmpty();
      tamper("UPDATE event_log SET payload = '{\"a\":2}' WHERE position = 300");
      Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !watch.findings().isEmpty());
      assertThat(watch.findings()).extracting(Finding::position).containsExactly(300L);
      assertThat(registry.get("danvankheo_ledger_findings").gauge().value()).isEqualTo(1);
    }
  }

  private void tamper(String sql) {
    ledger.events.run(sql);
  }

  private void signAnew(SignerKey key) throws SQLException {
    ledger.recompute();
    StoredCheckpoint last = ledger.store.last().orElseThrow();
    tamper("TRUNCATE ledger_checkpoint, ledger_key");
    try (Connection connection = ledger.events.source().getConnection()) {
      LedgerTables tables = new LedgerTables(connection);
      tables.addKey(key.verifier(), 0);
      Checkpoint signed = new Checkpoint(key.verifier().name(), last.size(), last.root());
      String note = signed.sign(key).note();
      tables.put(
          new StoredCheckpoint(
              last.size(), EVENTS, last.root(), Clock.systemUTC().instant(), note));
    }
  }

  private Report verify() throws SQLException {
    return verify(1, Long.MAX_VALUE);
  }

  private Report verify(long from, long to) throws SQLException {
    try (Connection connection = ledger.events.source().getConnection()) {
      return new LedgerVerification(connection).run(from, to, List.of(elsewhere), done -> {});
    }
  }

  private record Run(int status, String output) {}

  private Run run(List<Path> checkpoints) throws SQLException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Connection connection = ledger.events.source().getConnection();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      int status = new VerifyCommand(data, checkpoints, Language.EN, out).run(connection);
      return new Run(status, bytes.toString(StandardCharsets.UTF_8));
    }
  }
}
