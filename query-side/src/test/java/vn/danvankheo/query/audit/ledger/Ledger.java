package vn.danvankheo.query.audit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.danvankheo.proof.Checkpoint;
import vn.danvankheo.proof.Frontier;
import vn.danvankheo.proof.LedgerEntry;
import vn.danvankheo.proof.VerifierKey;
import vn.danvankheo.query.audit.ledger.domain.GrowingTree;
import vn.danvankheo.query.audit.ledger.domain.LedgerState;
import vn.danvankheo.query.reading.EventLogReader;
import vn.danvankheo.query.reading.LogRow;
import vn.danvankheo.query.tables.QueryTables;
import vn.danvankheo.query.testing.EventDatabase;
import vn.danvankheo.web.keys.KeyFolder;

/** A ledger over an event database of its own, and a data folder beside it. */
final class Ledger {
  static final String SESSIONS = "the ledger";
  private static final Duration SOON = Duration.ofSeconds(60);
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

  /** The ledger of a database that is there, as others write it. */
  static Ledger of(EventDatabase events) {
    return new Ledger(events, Path.of("nowhere"));
  }

  /**
   * What an attacker with all rights but the key would do: entries, tiles and the last tree made to
   * fit the events, while nobody can write.
   */
  void recompute() throws SQLException {
    try (Connection connection = events.source().getConnection()) {
      connection.setAutoCommit(false);
      try (Statement lock = connection.createStatement()) {
        lock.execute("TRUNCATE ledger_entry, ledger_tile");
      }
      LedgerTables tables = new LedgerTables(connection);
      StoredCheckpoint last = tables.last().orElseThrow();
      GrowingTree tree = new GrowingTree(0, (level, index) -> null);
      List<LedgerEntry> entries =
          new EventLogReader(connection)
              .settled(0, last.position(), Integer.MAX_VALUE).stream()
                  .map(LedgerEntries::of)
                  .toList();
      entries.forEach(entry -> tree.append(entry.leafHash()));
      tables.addEntries(0, entries);
      tables.grow(tree.drain());
      try (PreparedStatement roots =
          connection.prepareStatement("UPDATE ledger_checkpoint SET root = ? WHERE size = ?")) {
        roots.setBytes(1, tree.root().bytes());
        roots.setLong(2, tree.size());
        roots.executeUpdate();
      }
      connection.commit();
    }
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
    await().atMost(SOON).until(() -> size() == events());
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

  /** How many events there are. */
  long events() {
    try (Connection connection = events.source().getConnection();
        PreparedStatement count = connection.prepareStatement("SELECT count(*) FROM event_log");
        ResultSet row = count.executeQuery()) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
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
  void assertIsTheLog() throws SQLException {
    VerifierKey key = store.keys().get(0);
    try (Connection connection = events.source().getConnection();
        PreparedStatement trees =
            connection.prepareStatement(LedgerTables.CHECKPOINT + "ORDER BY size");
        ResultSet row = trees.executeQuery()) {
      Iterator<LogRow> log = rows(new EventLogReader(connection));
      Frontier expected = Frontier.empty();
      while (row.next()) {
        StoredCheckpoint signed = LedgerTables.checkpoint(row);
        while (expected.size() < signed.size()) {
          expected.append(LedgerEntries.of(log.next()).leafHash());
        }
        assertThat(signed.signed().signedBy(key)).isTrue();
        assertThat(Checkpoint.parse(signed.signed().text()).root()).isEqualTo(expected.root());
        assertThat(signed.root()).isEqualTo(expected.root());
      }
      assertThat(expected.size()).isEqualTo(events());
    }
  }

  /** All rows of the log, some at a time. */
  private static Iterator<LogRow> rows(EventLogReader reader) {
    Stream<List<LogRow>> pages =
        Stream.iterate(
            page(reader, 0),
            page -> !page.isEmpty(),
            page -> page(reader, page.get(page.size() - 1).position()));
    return pages.flatMap(List::stream).iterator();
  }

  private static List<LogRow> page(EventLogReader reader, long behind) {
    try {
      return reader.settled(behind, Long.MAX_VALUE, 2_000);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
