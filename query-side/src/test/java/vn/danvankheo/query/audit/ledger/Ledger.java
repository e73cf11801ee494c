package vn.danvankheo.query.audit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.danvankheo.proof.Checkpoint;
import vn.danvankheo.proof.Frontier;
import vn.danvankheo.proof.Hash;
import vn.danvankheo.proof.SignedNote;
import vn.danvankheo.query.audit.ledger.domain.LedgerState;
import vn.danvankheo.query.reading.EventLogReader;
import vn.danvankheo.query.reading.LogRow;
import vn.danvankheo.query.tables.QueryTables;
import vn.danvankheo.query.testing.EventDatabase;
import vn.danvankheo.web.keys.KeyFolder;

/** A ledger over an event database of its own, and a data folder beside it. */
final class Ledger {
  static final String SESSIONS = "the ledger";
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final byte[] PAYLOAD = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

  final EventDatabase events;
  final LedgerStore store;
  private final Path data;

  Ledger(Path data) {
    this(EventDatabase.create(), data);
  }

  private Ledger(EventDatabase events, Path data) {
    this.events = events;
    this.store = new LedgerStore(events.source());
    this.data = data;
  }

  /** The same ledger as a process with another data folder sees it. */
  Ledger withData(Path other) {
    return new Ledger(events, other);
  }

  LedgerSequencer sequencer(MeterRegistry registry, Optional<String> key) {
    KeyFolder folder = new KeyFolder(data);
    return new LedgerSequencer(
        events.named(SESSIONS),
        new QueryTables(events.source()),
        folder,
        new LedgerKeyring(folder, key, Optional.empty()),
        Optional.empty(),
        registry,
        Clock.systemUTC());
  }

  LedgerSequencer start() {
    LedgerSequencer sequencer = sequencer(new SimpleMeterRegistry(), Optional.empty());
    sequencer.start();
    return sequencer;
  }

  /** Lets a sequencer bring in what there is, and ends it. */
  void catchUp() throws Exception {
    try (LedgerSequencer sequencer = start()) {
      awaitCaughtUp();
      assertThat(sequencer.status().state().isWell()).isTrue();
    }
  }

  /** Waits until the ledger is as long as the log. */
  void awaitCaughtUp() {
    await().atMost(SOON).until(() -> size() == log().size());
  }

  void awaitState(LedgerSequencer sequencer, LedgerState state) {
    await().atMost(SOON).until(() -> sequencer.status().state() == state);
  }

  long size() {
    return tablesAreThere() ? store.last().map(StoredCheckpoint::size).orElse(-1L) : -1L;
  }

  private boolean tablesAreThere() {
    try (Connection connection = events.source().getConnection()) {
      return connection.getMetaData().getTables(null, null, "ledger_checkpoint", null).next();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Adds events to a stream, each in a transaction of its own. */
  void add(String id, long firstVersion, int count) throws SQLException {
    try (Connection connection = events.source().getConnection()) {
      for (int i = 0; i < count; i++) {
        EventDatabase.insert(connection, "model", id, firstVersion + i, "Test", 1, PAYLOAD);
      }
    }
  }

  List<LogRow> log() {
    try (Connection connection = events.source().getConnection()) {
      return new EventLogReader(connection).settled(0, Long.MAX_VALUE, Integer.MAX_VALUE);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every signed tree is one over the log's events in their order, and the last has them all. */
  void assertIsTheLog() {
    Frontier expected = Frontier.empty();
    List<Hash> roots = new ArrayList<>(List.of(expected.root()));
    for (LogRow row : log()) {
      expected.append(LedgerEntries.of(row).leafHash());
      roots.add(expected.root());
    }
    assertThat(size()).isEqualTo(roots.size() - 1);
    for (int size = 0; size < roots.size(); size++) {
      Optional<StoredCheckpoint> signed = store.checkpoint(size);
      if (signed.isPresent()) {
        SignedNote note = signed.get().signed();
        assertThat(note.signedBy(store.keys().get(0))).isTrue();
        assertThat(Checkpoint.parse(note.text()).root()).isEqualTo(roots.get(size));
        assertThat(signed.get().root()).isEqualTo(roots.get(size));
      }
    }
  }
}
