package vn.danvankheo.query.audit.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.danvankheo.proof.EntryBundle;
import vn.danvankheo.proof.Hash;
import vn.danvankheo.proof.MerkleProofs;
import vn.danvankheo.proof.TilePath;
import vn.danvankheo.proof.TreeHashes;
import vn.danvankheo.proof.VerifierKey;
import vn.danvankheo.query.reading.EventDatabaseFailure;
import vn.danvankheo.query.reading.Signal;
import vn.danvankheo.query.reading.Sql;
import vn.danvankheo.query.tables.QueryTables;

/** Reads the ledger for whoever asks; what it gives lies within the last signed tree. */
public final class LedgerStore {
  private static final Duration GLANCE = Duration.ofMillis(20);

  private final DataSource source;
  private final Signal never = new Signal();

  /**
   * Reads from the event database.
   *
   * @param source its connections
   */
  public LedgerStore(DataSource source) {
    this.source = source;
  }

  /**
   * The last signed tree.
   *
   * @return empty before the first was signed
   * @throws EventDatabaseFailure when the event database is away
   */
  public Optional<StoredCheckpoint> last() {
    return read(LedgerTables::last);
  }

  /**
   * The last signed tree, if it covers all events up to a position.
   *
   * @param position a place in the log
   * @return empty when it does not yet, also while a first start still makes the ledger's tables
   * @throws EventDatabaseFailure when the event database is away
   */
  public Optional<StoredCheckpoint> covering(long position) {
    try {
      return last().filter(checkpoint -> checkpoint.position() >= position);
    } catch (EventDatabaseFailure e) {
      if (QueryTables.areMissing(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * The same, and gives the ledger time to come that far: it is a second behind at most (99 of
   * 100).
   *
   * @param position a place in the log
   * @param atMost how long to wait
   * @return empty when it still does not cover it, because it is stopped or just being made
   * @throws EventDatabaseFailure when the event database is away
   */
  public Optional<StoredCheckpoint> covering(long position, Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    Optional<StoredCheckpoint> covering = covering(position);
    try {
      while (covering.isEmpty() && System.nanoTime() < deadline) {
        never.awaitBeyond(0, GLANCE);
        covering = covering(position);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return covering;
  }

  /**
   * A signed tree.
   *
   * @param size how many entries it has
   * @return empty when no tree of that size was signed
   * @throws EventDatabaseFailure when the event database is away
   */
  public Optional<StoredCheckpoint> checkpoint(long size) {
    return read(tables -> tables.checkpoint(size));
  }

  /**
   * Compares all events with the ledger. Changes nothing.
   *
   * @return what is not as it was recorded
   * @throws EventDatabaseFailure when the event database is away
   */
  public LedgerVerification.Report verify() {
    return Sql.with(
        source,
        connection ->
            new LedgerVerification(connection).run(1, Long.MAX_VALUE, List.of(), events -> {}));
  }

  /**
   * The ledger's public keys.
   *
   * @return the newest last
   * @throws EventDatabaseFailure when the event database is away
   */
  public List<VerifierKey> keys() {
    return read(LedgerTables::keys);
  }

  /**
   * Where an event stands in the tree.
   *
   * @param eventId its id
   * @return its leaf's index; empty when it is not in the ledger, or not yet
   * @throws EventDatabaseFailure when the event database is away
   */
  public Optional<Long> leafIndex(UUID eventId) {
    return read(tables -> tables.leafIndex(eventId));
  }

  /**
   * The entry of a leaf.
   *
   * @param leafIndex from 0
   * @return its bytes; empty when the ledger is shorter
   * @throws EventDatabaseFailure when the event database is away
   */
  public Optional<byte[]> entry(long leafIndex) {
    return read(tables -> tables.entry(leafIndex));
  }

  /**
   * Proves that a leaf is in a tree.
   *
   * @param leafIndex from 0, below size
   * @param size of the tree, not above the last signed one's
   * @return the hashes beside the way to the root
   * @throws EventDatabaseFailure when the event database is away
   */
  public List<Hash> inclusion(long leafIndex, long size) {
    return read(tables -> MerkleProofs.inclusion(leafIndex, size, tables.hashes()));
  }

  /**
   * Proves that a tree is the beginning of another.
   *
   * @param from the smaller tree's size, from 0
   * @param to the larger tree's size, not above the last signed one's
   * @return the proof
   * @throws EventDatabaseFailure when the event database is away
   */
  public List<Hash> consistency(long from, long to) {
    return read(tables -> MerkleProofs.consistency(from, to, tables.hashes()));
  }

  /**
   * The tree's hashes, for many proofs in a row.
   *
   * @param connection stays the caller's, and is used whenever a hash is not yet known
   * @return the hashes of what is stored, which may be more than the last signed tree; keeps what
   *     it has read
   */
  public static TreeHashes hashes(Connection connection) {
    return new LedgerTables(connection).hashes();
  }

  /** Whether there is such an event; it may be on its way into the ledger. */
  boolean isEvent(UUID eventId) {
    return Sql.first(
            source, "SELECT 1 FROM event_log WHERE event_id = ?", row -> row.getInt(1), eventId)
        .isPresent();
  }

  /** A tile's bytes; empty when the ledger does not reach it. */
  Optional<byte[]> tile(TilePath path) {
    return read(
        tables -> {
          if (path.level() == TilePath.ENTRIES) {
            List<byte[]> entries = tables.entries(path.index() * TilePath.FULL, path.width());
            return entries.size() < path.width()
                ? Optional.empty()
                : Optional.of(EntryBundle.encode(entries));
          }
          byte[] hashes = tables.tile(path.level(), path.index());
          int length = path.width() * Hash.SIZE;
          return hashes.length < length
              ? Optional.empty()
              : Optional.of(Arrays.copyOf(hashes, length));
        });
  }

  private <T> T read(Reading<T> reading) {
    return Sql.with(source, connection -> reading.read(new LedgerTables(connection)));
  }

  @FunctionalInterface
  private interface Reading<T> {
    T read(LedgerTables tables) throws SQLException;
  }
}
