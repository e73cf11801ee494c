package vn.danvankheo.query.audit.ledger;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
    try (PreparedStatement statement = connection.prepareStatement(CHECKPOINT + which);
        ResultSet result = statement.executeQuery()) {
      return result.next() ? Optional.of(checkpoint(result)) : Optional.empty();
    }
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
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT verifier FROM ledger_key ORDER BY no");
        ResultSet result = statement.executeQuery()) {
      List<VerifierKey> keys = new ArrayList<>();
      while (result.next()) {
        keys.add(VerifierKey.parse(result.getString(1)));
      }
      return keys;
    }
  }

  Optional<byte[]> entry(long leafIndex) throws SQLException {
    return bytes("SELECT entry FROM ledger_entry WHERE leaf_index = " + leafIndex);
  }

  Optional<Long> leafIndex(UUID eventId) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT leaf_index FROM ledger_entry WHERE event_id = ?")) {
      statement.setObject(1, eventId);
      try (ResultSet result = statement.executeQuery()) {
        return result.next() ? Optional.of(result.getLong(1)) : Optional.empty();
      }
    }
  }

  List<byte[]> entries(long first, int count) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT entry FROM ledger_entry WHERE leaf_index >= ? AND leaf_index < ?"
                + " ORDER BY leaf_index")) {
      statement.setLong(1, first);
      statement.setLong(2, first + count);
      try (ResultSet result = statement.executeQuery()) {
        List<byte[]> entries = new ArrayList<>(count);
        while (result.next()) {
          entries.add(result.getBytes(1));
        }
        return entries;
      }
    }
  }

  byte[] tile(int level, long index) throws SQLException {
    return bytes("SELECT hashes FROM ledger_tile WHERE level = " + level + " AND index = " + index)
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

  private Optional<byte[]> bytes(String query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet result = statement.executeQuery()) {
      return result.next() ? Optional.of(result.getBytes(1)) : Optional.empty();
    }
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
    try (PreparedStatement statement = connection.prepareStatement(ENTRIES)) {
      array(statement, 1, "bigint", leaves);
      array(statement, 2, "uuid", ids);
      array(statement, 3, "bigint", positions);
      array(statement, 4, "bytea", bytes);
      statement.executeUpdate();
    }
  }

  private void array(PreparedStatement statement, int at, String type, Object[] values)
      throws SQLException {
    Array array = connection.createArrayOf(type, values);
    statement.setArray(at, array);
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
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            INSERT INTO ledger_checkpoint (size, position, root, signed_at, note)
            VALUES (?, ?, ?, ?, ?) ON CONFLICT (size) DO UPDATE SET note = EXCLUDED.note
            """)) {
      statement.setLong(1, checkpoint.size());
      statement.setLong(2, checkpoint.position());
      statement.setBytes(3, checkpoint.root().bytes());
      statement.setObject(4, checkpoint.signedAt().atOffset(ZoneOffset.UTC));
      statement.setString(5, checkpoint.note());
      statement.executeUpdate();
    }
  }

  /** Puts a witness's signature below the log's, unless the note was changed meanwhile. */
  void addSignature(long size, NoteSignature cosignature) throws SQLException {
    Optional<StoredCheckpoint> stored = checkpoint(size);
    if (stored.isEmpty()) {
      return;
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "UPDATE ledger_checkpoint SET note = ? WHERE size = ? AND note = ?")) {
      statement.setString(1, stored.get().signed().with(cosignature).note());
      statement.setLong(2, size);
      statement.setString(3, stored.get().note());
      statement.executeUpdate();
    }
  }

  void addKey(VerifierKey key, long fromSize) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT INTO ledger_key (verifier, from_size) VALUES (?, ?)")) {
      statement.setString(1, key.text());
      statement.setLong(2, fromSize);
      statement.executeUpdate();
    }
  }
}
