package vn.danvankheo.query.audit.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.danvankheo.proof.Hash;
import vn.danvankheo.proof.LedgerEntry;
import vn.danvankheo.proof.NoteSignature;
import vn.danvankheo.proof.TiledHashes;
import vn.danvankheo.proof.TreeHashes;
import vn.danvankheo.proof.VerifierKey;
import vn.danvankheo.query.audit.ledger.domain.GrowingTree.TileGrowth;
import vn.danvankheo.query.reading.EventDatabaseFailure;
import vn.danvankheo.query.reading.Sql;

/** The ledger's tables over one connection. */
final class LedgerTables {
  static final String CHECKPOINT =
      "SELECT size, position, root, signed_at, note FROM ledger_checkpoint ";
  private static final String ENTRIES =
      """
      INSERT INTO ledger_entry (leaf_index, event_id, position, entry)
      SELECT * FROM unnest(?::bigint[], ?::uuid[], ?::bigint[], ?::bytea[])
      """;
  private static final String GROW =
      """
      INSERT INTO ledger_tile (level, index, hashes) VALUES (?, ?, ?)
      ON CONFLICT (level, index) DO UPDATE SET hashes = ledger_tile.hashes || EXCLUDED.hashes
      """;

  private final Connection connection;

  LedgerTables(Connection connection) {
    this.connection = connection;
  }

  Optional<StoredCheckpoint> last() throws SQLException {
    return checkpoint("ORDER BY size DESC LIMIT 1");
  }

  Optional<StoredCheckpoint> checkpoint(long size) throws SQLException {
    return checkpoint("WHERE size = " + size);
  }

  private Optional<StoredCheckpoint> checkpoint(String which) throws SQLException {
    return Sql.first(connection, CHECKPOINT + which, LedgerTables::checkpoint);
  }

  static StoredCheckpoint checkpoint(ResultSet row) throws SQLException {
    return new StoredCheckpoint(
        row.getLong(1),
        row.getLong(2),
        Hash.of(row.getBytes(3)),
        row.getObject(4, OffsetDateTime.class).toInstant(),
        row.getString(5));
  }

  /** Public keys, the newest last. */
  List<VerifierKey> keys() throws SQLException {
    return Sql.list(
        connection,
        "SELECT verifier FROM ledger_key ORDER BY no",
        row -> VerifierKey.parse(row.getString(1)));
  }

  Optional<byte[]> entry(long leafIndex) throws SQLException {
    return Sql.first(
        connection,
        "SELECT entry FROM ledger_entry WHERE leaf_index = ?",
        row -> row.getBytes(1),
        leafIndex);
  }

  Optional<Long> leafIndex(UUID eventId) throws SQLException {
    return Sql.first(
        connection,
        "SELECT leaf_index FROM ledger_entry WHERE event_id = ?",
        row -> row.getLong(1),
        eventId);
  }

  List<byte[]> entries(long first, int count) throws SQLException {
    return Sql.list(
        connection,
        "SELECT entry FROM ledger_entry WHERE leaf_index >= ? AND leaf_index < ?"
            + " ORDER BY leaf_index",
        row -> row.getBytes(1),
        first,
        first + count);
  }

  byte[] tile(int level, long index) throws SQLException {
    return Sql.first(
            connection,
            "SELECT hashes FROM ledger_tile WHERE level = ? AND index = ?",
            row -> row.getBytes(1),
            level,
            index)
        .orElseGet(() -> new byte[0]);
  }

  /** The tree's hashes, read while they are needed; fails with {@link EventDatabaseFailure}. */
  TreeHashes hashes() {
    return new TiledHashes(
        (level, index) -> {
          try {
            return tile(level, index);
          } catch (SQLException e) {
            throw new EventDatabaseFailure(e);
          }
        });
  }

  void addEntries(long firstLeaf, List<LedgerEntry> entries) throws SQLException {
    Long[] leaves = new Long[entries.size()];
    UUID[] ids = new UUID[entries.size()];
    Long[] positions = new Long[entries.size()];
    byte[][] bytes = new byte[entries.size()][];
    for (int i = 0; i < leaves.length; i++) {
      LedgerEntry entry = entries.get(i);
      leaves[i] = firstLeaf + i;
      ids[i] = UUID.fromString(entry.eventId());
      positions[i] = entry.position();
      bytes[i] = entry.bytes();
    }
    Sql.update(
        connection,
        ENTRIES,
        connection.createArrayOf("bigint", leaves),
        connection.createArrayOf("uuid", ids),
        connection.createArrayOf("bigint", positions),
        connection.createArrayOf("bytea", bytes));
  }

  void grow(List<TileGrowth> growth) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(GROW)) {
      for (TileGrowth each : growth) {
        statement.setInt(1, each.tile().level());
        statement.setLong(2, each.tile().index());
        statement.setBytes(3, each.hashes());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** Adds a checkpoint, or puts one in place of that for the same tree. */
  void put(StoredCheckpoint checkpoint) throws SQLException {
    Sql.update(
        connection,
        """
        INSERT INTO ledger_checkpoint (size, position, root, signed_at, note)
        VALUES (?, ?, ?, ?, ?) ON CONFLICT (size) DO UPDATE SET note = EXCLUDED.note
        """,
        checkpoint.size(),
        checkpoint.position(),
        checkpoint.root().bytes(),
        checkpoint.signedAt().atOffset(ZoneOffset.UTC),
        checkpoint.note());
  }

  /** Puts a witness's signature below the log's, unless the note was changed meanwhile. */
  void addSignature(long size, NoteSignature cosignature) throws SQLException {
    Optional<StoredCheckpoint> stored = checkpoint(size);
    if (stored.isPresent()) {
      Sql.update(
          connection,
          "UPDATE ledger_checkpoint SET note = ? WHERE size = ? AND note = ?",
          stored.get().signed().with(cosignature).note(),
          size,
          stored.get().note());
    }
  }

  void addKey(VerifierKey key, long fromSize) throws SQLException {
    Sql.update(
        connection,
        "INSERT INTO ledger_key (verifier, from_size) VALUES (?, ?)",
        key.text(),
        fromSize);
  }
}
