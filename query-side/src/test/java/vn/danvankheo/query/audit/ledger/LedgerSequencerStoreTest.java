package vn.danvankheo.query.audit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.danvankheo.proof.EntryBundle;
import vn.danvankheo.proof.Hash;
import vn.danvankheo.proof.KeyAlgorithm;
import vn.danvankheo.proof.LedgerEntry;
import vn.danvankheo.proof.MerkleProofs;
import vn.danvankheo.proof.SignedNote;
import vn.danvankheo.proof.SignerKey;
import vn.danvankheo.proof.TilePath;
import vn.danvankheo.proof.VerifierKey;
import vn.danvankheo.query.audit.ledger.domain.LedgerState;
import vn.danvankheo.query.reading.LogRow;
import vn.danvankheo.query.testing.EventDatabase;
import vn.danvankheo.web.keys.KeyFolder;

class LedgerSequencerStoreTest {
  private static final byte[] PAYLOAD = "{}".getBytes(StandardCharsets.UTF_8);
  private static final int WRITERS = 8;
  private static final int EVENTS = 6_000;
  private static final int KILLS = 5;

  /** At least so long others write; {@code -Ddanvankheo.ledger.seconds=60} for a minute. */
  private static final Duration LASTING =
      Duration.ofSeconds(Integer.getInteger("danvankheo.ledger.seconds", 0));

  @TempDir Path data;

  @Test
  void signsAnEmptyLogAndThenEveryEventInItsOrder() throws Exception {
    Ledger ledger = new Ledger(data);
    try (LedgerSequencer sequencer = ledger.start()) {
      await().atMost(Duration.ofSeconds(60)).until(() -> ledger.size() == 0);
      ledger.awaitState(sequencer, LedgerState.SEQUENCING);
      ledger.add("a", 0, 700);
      ledger.events.run("NOTIFY danvankheo_events");
      ledger.awaitCaughtUp();
    }
    ledger.assertIsTheLog();

    LogRow row = ledger.log().get(300);
    long leaf = ledger.store.leafIndex(UUID.fromString(row.eventId())).orElseThrow();
    StoredCheckpoint last = ledger.store.last().orElseThrow();
    LedgerEntry entry = LedgerEntry.parse(ledger.store.entry(leaf).orElseThrow());
    assertThat(entry).isEqualTo(LedgerEntries.of(row));
    assertThat(
            MerkleProofs.verifyInclusion(
                entry.leafHash(), leaf, 700, last.root(), ledger.store.inclusion(leaf, 700)))
        .isTrue();
    byte[] bundle = ledger.store.tile(new TilePath(TilePath.ENTRIES, 1, 256)).orElseThrow();
    assertThat(EntryBundle.decode(bundle)).hasSize(256).contains(entry.bytes());
    assertThat(ledger.store.tile(new TilePath(0, 2, 188)).orElseThrow()).hasSize(188 * Hash.SIZE);
    assertThat(ledger.store.tile(new TilePath(0, 2, 189))).isEmpty();
    assertThat(ledger.store.tile(new TilePath(1, 0, 2)).orElseThrow()).hasSize(2 * Hash.SIZE);
  }

  @Test
  void isWaitedForByWhoeverNeedsASignatureOverAnEvent() throws Exception {
    Ledger ledger = new Ledger(data);
    try (LedgerSequencer sequencer = ledger.start()) {
      ledger.awaitState(sequencer, LedgerState.SEQUENCING);
      assertThat(ledger.size()).isZero();
    }
    ledger.add("a", 0, 3);
    long position = ledger.log().get(2).position();
    assertThat(ledger.store.covering(position, Duration.ofMillis(60))).isEmpty();

    CompletableFuture<Optional<StoredCheckpoint>> waiting =
        CompletableFuture.supplyAsync(() -> ledger.store.covering(position, Duration.ofMinutes(1)));
    assertThat(waiting).isNotDone();
    try (LedgerSequencer sequencer = ledger.start()) {
      assertThat(waiting).succeedsWithin(Duration.ofMinutes(1));
      assertThat(waiting.join().orElseThrow().position()).isGreaterThanOrEqualTo(position);
      ledger.awaitState(sequencer, LedgerState.SEQUENCING);
    }
  }

  @Test
  void losesNothingWhileOthersWriteAndRollBackAndItIsKilled() throws Exception {
    Ledger ledger = new Ledger(data);
    AtomicInteger committed = new AtomicInteger();
    long begun = System.nanoTime();
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      Random random = new Random(i);
      String model = "M" + i;
      running.add(
          writers.submit(
              () ->
                  write(
                      ledger.events,
                      random,
                      model,
                      committed,
                      () -> committed.get() >= EVENTS && hasPassed(begun, LASTING))));
    }
    long sizeSeen = -1;
    Hash rootSeen = Hash.empty();
    List<LedgerSequencer> all = new ArrayList<>(List.of(ledger.start()));
    for (int kill = 1; kill <= KILLS; kill++) {
      int goal = kill * EVENTS / (KILLS + 1);
      Duration moment = LASTING.multipliedBy(kill).dividedBy(KILLS + 1);
      await()
          .atMost(LASTING.plusSeconds(60))
          .until(() -> ledger.size() >= goal && hasPassed(begun, moment));
      ledger.events.disconnect(Ledger.SESSIONS);
      all.add(ledger.start());
      StoredCheckpoint last = ledger.store.last().orElseThrow();
      if (sizeSeen >= 0) {
        assertThat(
                MerkleProofs.verifyConsistency(
                    sizeSeen,
                    rootSeen,
                    last.size(),
                    last.root(),
                    ledger.store.consistency(sizeSeen, last.size())))
            .isTrue();
      }
      sizeSeen = last.size();
      rootSeen = last.root();
    }
    for (Future<?> writer : running) {
      writer.get();
    }
    writers.shutdown();
    ledger.awaitCaughtUp();
    for (LedgerSequencer sequencer : all) {
      sequencer.close();
    }

    assertThat(ledger.size()).isEqualTo(committed.get()).isGreaterThanOrEqualTo(EVENTS);
    ledger.assertIsTheLog();
    Map<String, Long> versions = new HashMap<>();
    long size = ledger.size();
    for (long tile = 0; tile * TilePath.FULL < size; tile++) {
      int width = (int) Math.min(TilePath.FULL, size - tile * TilePath.FULL);
      byte[] bundle = ledger.store.tile(new TilePath(TilePath.ENTRIES, tile, width)).orElseThrow();
      for (byte[] bytes : EntryBundle.decode(bundle)) {
        LedgerEntry entry = LedgerEntry.parse(bytes);
        assertThat(entry.version())
            .isEqualTo(versions.merge(entry.aggregateId(), 0L, (a, b) -> a + 1));
      }
    }
    StoredCheckpoint before = ledger.store.last().orElseThrow();
    ledger.catchUp();
    assertThat(ledger.store.last()).contains(before);
  }

  private static boolean hasPassed(long begun, Duration time) {
    return System.nanoTime() - begun >= time.toNanos();
  }

  private static void write(
      EventDatabase events,
      Random random,
      String model,
      AtomicInteger committed,
      BooleanSupplier done) {
    try (Connection connection = events.source().getConnection()) {
      connection.setAutoCommit(false);
      long version = 0;
      while (!done.getAsBoolean()) {
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
          EventDatabase.insert(connection, "model", model, version + i, "Test", 1, PAYLOAD);
        }
        if (random.nextInt(5) == 0) {
          connection.rollback();
        } else {
          connection.commit();
          version += count;
          committed.addAndGet(count);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void oneWritesAndTheOtherTakesOver() throws Exception {
    Ledger ledger = new Ledger(data);
    LedgerSequencer first = ledger.start();
    ledger.awaitState(first, LedgerState.SEQUENCING);
    try (LedgerSequencer second = ledger.start()) {
      ledger.awaitState(second, LedgerState.FOLLOWING);
      ledger.add("a", 0, 3);
      ledger.awaitCaughtUp();
      first.close();
      ledger.add("a", 3, 3);
      ledger.awaitCaughtUp();
      ledger.awaitState(second, LedgerState.SEQUENCING);
    }
    ledger.assertIsTheLog();
  }

  @Test
  void doesNotSignWithoutTheLedgersKey() throws Exception {
    Ledger ledger = new Ledger(data);
    ledger.add("a", 0, 3);
    ledger.catchUp();
    Path elsewhere = Files.createDirectory(data.resolve("elsewhere"));
    String origin = ledger.store.keys().get(0).name();
    SignerKey foreign = SignerKey.generate(origin, KeyAlgorithm.ED25519, new SecureRandom());
    ledger.add("a", 3, 3);
    Ledger other = ledger.withData(elsewhere);
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    try (LedgerSequencer none = other.sequencer(registry, Optional.empty());
        LedgerSequencer wrong = ledger.sequencer(registry, Optional.of(foreign.text()))) {
      none.start();
      wrong.start();
      ledger.awaitState(none, LedgerState.NO_KEY);
      ledger.awaitState(wrong, LedgerState.WRONG_KEY);
      assertThat(wrong.status().detail()).doesNotContain("PRIVATE");
    }
    assertThat(ledger.size()).isEqualTo(3);
    assertThat(new KeyFolder(elsewhere).read(LedgerKeyring.FILE)).isEmpty();
  }

  @Test
  void changesItsKeyWithBothSignatures() throws Exception {
    Ledger ledger = new Ledger(data);
    ledger.add("a", 0, 3);
    ledger.catchUp();
    VerifierKey old = ledger.store.keys().get(0);
    String oldText =
        new String(
            new KeyFolder(data).read(LedgerKeyring.FILE).orElseThrow(), StandardCharsets.UTF_8);
    SignerKey fresh = SignerKey.generate(old.name(), KeyAlgorithm.ED25519, new SecureRandom());
    Optional<String> both = Optional.of("# the new one first\n" + fresh.text() + "\n" + oldText);
    try (LedgerSequencer sequencer = ledger.sequencer(new SimpleMeterRegistry(), both)) {
      sequencer.start();
      ledger.awaitState(sequencer, LedgerState.SEQUENCING);
      ledger.add("a", 3, 1);
      ledger.awaitCaughtUp();
    }
    assertThat(ledger.store.keys()).containsExactly(old, fresh.verifier());
    SignedNote turning = ledger.store.checkpoint(3).orElseThrow().signed();
    assertThat(turning.signedBy(old)).isTrue();
    assertThat(turning.signedBy(fresh.verifier())).isTrue();
    SignedNote after = ledger.store.last().orElseThrow().signed();
    assertThat(after.signedBy(fresh.verifier())).isTrue();
    assertThat(after.signedBy(old)).isFalse();
  }

  @Test
  void stopsWhenTheDatabaseIsPutBackAndGoesOnWhenItIsMended() throws Exception {
    Ledger ledger = new Ledger(data);
    ledger.add("a", 0, 3);
    ledger.catchUp();
    ledger.events.run("CREATE TABLE kept_log AS SELECT * FROM event_log");
    ledger.add("a", 3, 2);
    ledger.catchUp();
    ledger.events.run("CREATE TABLE kept_checkpoint AS SELECT * FROM ledger_checkpoint");
    ledger.events.run("CREATE TABLE kept_tile AS SELECT * FROM ledger_tile");
    ledger.events.run("CREATE TABLE kept_entry AS SELECT * FROM ledger_entry");
    ledger.events.run(
        "DELETE FROM event_log WHERE version > 2; DELETE FROM ledger_entry WHERE leaf_index > 2;"
            + "DELETE FROM ledger_checkpoint WHERE size > 3;"
            + "UPDATE ledger_tile SET hashes = substring(hashes FOR 96)");
    ledger.add("b", 0, 1);
    try (LedgerSequencer sequencer = ledger.start()) {
      ledger.awaitState(sequencer, LedgerState.ROLLED_BACK);
      assertThat(ledger.size()).as("nothing signed").isEqualTo(3);
      ledger.events.run(
          "TRUNCATE event_log, ledger_checkpoint, ledger_tile, ledger_entry;"
              + "INSERT INTO ledger_checkpoint SELECT * FROM kept_checkpoint;"
              + "INSERT INTO ledger_tile SELECT * FROM kept_tile;"
              + "INSERT INTO ledger_entry SELECT * FROM kept_entry;"
              + "INSERT INTO event_log SELECT * FROM kept_log");
      ledger.awaitState(sequencer, LedgerState.CHANGED);
      assertThat(sequencer.status().detail()).contains("position 5");
    }
    assertThat(ledger.size()).isEqualTo(5);
  }

  @Test
  void noticesWhileRunningThatTheLedgerIsNoLongerWhatItSigned() throws Exception {
    Ledger ledger = new Ledger(data);
    ledger.add("a", 0, 3);
    try (LedgerSequencer sequencer = ledger.start()) {
      ledger.awaitCaughtUp();
      ledger.events.run("DELETE FROM ledger_checkpoint WHERE size > 0");
      ledger.add("a", 3, 1);
      await().atMost(Duration.ofSeconds(60)).until(() -> !sequencer.status().state().isWell());
      ledger.awaitState(sequencer, LedgerState.ROLLED_BACK);
    }
    assertThat(ledger.size()).isZero();
  }
}
