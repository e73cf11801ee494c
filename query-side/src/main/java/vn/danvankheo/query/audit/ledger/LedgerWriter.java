package vn.danvankheo.query.audit.ledger;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.danvankheo.proof.Checkpoint;
import vn.danvankheo.proof.LedgerEntry;
import vn.danvankheo.proof.VerifierKey;
import vn.danvankheo.query.audit.ledger.domain.GrowingTree;
import vn.danvankheo.query.audit.ledger.domain.LedgerSigners;
import vn.danvankheo.query.audit.ledger.domain.LedgerState;
import vn.danvankheo.query.audit.ledger.domain.LedgerStopped;
import vn.danvankheo.query.reading.EventLogReader;
import vn.danvankheo.query.reading.LogRow;

/**
 * One process's time as the only writer of the ledger, on the connection that holds the lock. What
 * it finds must agree with itself, with the events and with the checkpoint that was kept outside,
 * or it writes nothing.
 */
final class LedgerWriter {
  private final Connection connection;
  private final LedgerTables tables;
  private final EventLogReader reader;
  private final KeptCheckpoint kept;
  private final Clock clock;
  private final String origin;
  private final LedgerSigners signers;
  private final GrowingTree tree;
  private long position;

  LedgerWriter(
      Connection connection,
      EventLogReader reader,
      KeptCheckpoint kept,
      Clock clock,
      String origin,
      LedgerSigners signers)
      throws SQLException, IOException {
    this.connection = connection;
    this.tables = new LedgerTables(connection);
    this.reader = reader;
    this.kept = kept;
    this.clock = clock;
    this.origin = origin;
    this.signers = signers;
    Optional<StoredCheckpoint> last = tables.last();
    long size = last.map(StoredCheckpoint::size).orElse(0L);
    List<VerifierKey> keys = tables.keys();
    kept.check(origin, size, tables.hashes(), keys);
    this.tree = treeOf(size);
    this.position = last.map(StoredCheckpoint::position).orElse(0L);
    if (last.isPresent()) {
      checkSigned(last.get(), keys);
      checkLastEvent(last.get());
    }
    begin(keys, last.isPresent());
  }

  private GrowingTree treeOf(long size) {
    try {
      return new GrowingTree(size, tables.hashes());
    } catch (IllegalStateException shorter) {
      throw changed(shorter.getMessage());
    }
  }

  private void checkSigned(StoredCheckpoint last, List<VerifierKey> keys) {
    if (!last.saysSo(origin) || keys.stream().noneMatch(last.signed()::signedBy)) {
      throw changed("The last checkpoint, of " + last.size() + " entries, is not the ledger's own");
    }
    if (!tree.root().equals(last.root())) {
      throw changed("The tree of " + last.size() + " entries is not the one that was signed");
    }
  }

  /** A log that lost its end may get other events at the same positions. */
  private void checkLastEvent(StoredCheckpoint last) throws SQLException {
    if (last.size() == 0) {
      return;
    }
    Optional<byte[]> entry = tables.entry(last.size() - 1);
    List<LogRow> rows = reader.settled(last.position() - 1, last.position(), 1);
    if (rows.isEmpty()
        || entry.isEmpty()
        || !Arrays.equals(LedgerEntries.of(rows.get(0)).bytes(), entry.get())) {
      throw changed(
          "The event at position " + last.position() + " is not the one that the ledger ends with");
    }
  }

  private static LedgerStopped changed(String how) {
    return new LedgerStopped(LedgerState.CHANGED, how);
  }

  /** Signs the empty tree of a new log, or the present one by both keys when they change. */
  private void begin(List<VerifierKey> keys, boolean known) throws SQLException, IOException {
    boolean newKey = !keys.contains(signers.current().verifier());
    if (known && !newKey) {
      return;
    }
    write(
        () -> {
          tables.addKey(signers.current().verifier(), tree.size());
          sign(signers);
        });
  }

  /** The last position that is in the ledger. */
  long position() {
    return position;
  }

  long size() {
    return tree.size();
  }

  /**
   * Appends what follows in the log and signs it, in one transaction. After a failure this writer
   * is of no more use.
   *
   * @param rows the next rows behind {@link #position}, at least one
   */
  void append(List<LogRow> rows) throws SQLException, IOException {
    long before = tree.size();
    List<LedgerEntry> entries = rows.stream().map(LedgerEntries::of).toList();
    entries.forEach(entry -> tree.append(entry.leafHash()));
    position = rows.get(rows.size() - 1).position();
    write(
        () -> {
          if (tables.last().map(StoredCheckpoint::size).orElse(-1L) != before) {
            throw changed("The ledger has no longer the " + before + " entries that were signed");
          }
          tables.addEntries(before, entries);
          tables.grow(tree.drain());
          sign(new LedgerSigners(signers.current(), null));
        });
  }

  private void sign(LedgerSigners by) throws SQLException, IOException {
    String note = by.sign(new Checkpoint(origin, tree.size(), tree.root())).note();
    tables.put(new StoredCheckpoint(tree.size(), position, tree.root(), clock.instant(), note));
    connection.commit();
    kept.keep(note);
  }

  private void write(Work work) throws SQLException, IOException {
    connection.setAutoCommit(false);
    try {
      work.run();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  @FunctionalInterface
  private interface Work {
    void run() throws SQLException, IOException;
  }
}
