package vn.danvankheo.query.audit.ledger;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import vn.danvankheo.proof.Checkpoint;
import vn.danvankheo.proof.Frontier;
import vn.danvankheo.proof.Hash;
import vn.danvankheo.proof.SignedNote;
import vn.danvankheo.proof.TilePath;
import vn.danvankheo.proof.VerifierKey;
import vn.danvankheo.query.audit.ledger.domain.Finding;
import vn.danvankheo.query.audit.ledger.domain.Flaw;
import vn.danvankheo.query.reading.Sql;

/**
 * Checks the tree from its leaf hashes up: tiles, every signed tree, and trees whose checkpoints
 * were kept elsewhere. Changes nothing.
 */
final class TreeReader {
  private static final int TILES = 64;
  private static final int SIGNATURES = 1_000;
  private static final String SIGNED =
      LedgerTables.CHECKPOINT + "WHERE size > ? AND size <= ? ORDER BY size";

  private final Connection connection;
  private final LedgerTables tables;
  private final Consumer<Finding> findings;
  private final Frontier frontier = Frontier.empty();
  private final Map<Integer, ByteArrayOutputStream> above = new TreeMap<>();
  private final TreeMap<Long, Checkpoint> kept = new TreeMap<>();
  private long goodPosition;
  private boolean treeIsBad;
  private boolean signatureIsBad;

  TreeReader(Connection connection, Consumer<Finding> findings) {
    this.connection = connection;
    this.tables = new LedgerTables(connection);
    this.findings = findings;
  }

  /**
   * Checks everything up to the last signed tree.
   *
   * @param elsewhere notes that were kept outside of the database
   */
  void check(List<SignedNote> elsewhere) throws SQLException {
    StoredCheckpoint last = tables.last().orElse(null);
    if (last == null) {
      elsewhere.forEach(note -> shorter(Checkpoint.parse(note.text())));
      return;
    }
    List<VerifierKey> keys = tables.keys();
    elsewhere.forEach(note -> know(note, keys, last));
    signedTrees(-1, 0, keys, last);
    long tiles = (last.size() + TilePath.FULL - 1) / TilePath.FULL;
    for (long first = 0; first < tiles; first += TILES) {
      level0(first, last.size(), keys, last);
    }
    higherTiles();
  }

  private void know(SignedNote note, List<VerifierKey> keys, StoredCheckpoint last) {
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    if (keys.stream().noneMatch(note::signedBy)) {
      findings.accept(Finding.of(Flaw.KEPT_FOREIGN, checkpoint.origin()));
    } else if (checkpoint.size() > last.size()) {
      shorter(checkpoint);
    } else if (checkpoint.size() == 0) {
      return;
    } else {
      kept.put(checkpoint.size(), checkpoint);
    }
  }

  private void shorter(Checkpoint checkpoint) {
    findings.accept(Finding.of(Flaw.SHORTER, Long.toString(checkpoint.size())));
  }

  /** Goes up by some tiles, and stops wherever a tree was signed; more may be added meanwhile. */
  private void level0(long first, long size, List<VerifierKey> keys, StoredCheckpoint last)
      throws SQLException {
    long start = frontier.size();
    long end = Math.min(size, (first + TILES) * TilePath.FULL);
    byte[] hashes = new byte[(int) (end - start) * Hash.SIZE];
    try (PreparedStatement statement =
            Sql.prepare(
                connection,
                "SELECT index, hashes FROM ledger_tile"
                    + " WHERE level = 0 AND index >= ? AND index < ?",
                first,
                (end + TilePath.FULL - 1) / TilePath.FULL);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        byte[] tile = row.getBytes(2);
        int at = (int) (row.getLong(1) - first) * TilePath.FULL * Hash.SIZE;
        System.arraycopy(tile, 0, hashes, at, length(tile, hashes.length - at));
      }
    }
    signedTrees(start, end, keys, last, hashes);
  }

  /** A tile that was made longer must not cover the next. */
  private static int length(byte[] tile, int room) {
    return Math.min(tile.length, Math.min(room, TilePath.FULL * Hash.SIZE));
  }

  private void signedTrees(
      long start, long end, List<VerifierKey> keys, StoredCheckpoint last, byte[] hashes)
      throws SQLException {
    try (PreparedStatement statement = Sql.prepare(connection, SIGNED, start, end);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        StoredCheckpoint signed = LedgerTables.checkpoint(row);
        grow(start, signed.size(), hashes);
        tree(signed, keys, last);
      }
    }
    grow(start, end, hashes);
  }

  private void signedTrees(long from, long to, List<VerifierKey> keys, StoredCheckpoint last)
      throws SQLException {
    signedTrees(from, to, keys, last, new byte[0]);
  }

  private void grow(long start, long to, byte[] hashes) {
    while (frontier.size() < to) {
      int at = (int) (frontier.size() - start) * Hash.SIZE;
      frontier.append(Hash.of(hashes, at, at + Hash.SIZE), this::completed);
      Checkpoint same = kept.get(frontier.size());
      if (same != null && !same.root().equals(frontier.root())) {
        findings.accept(Finding.of(Flaw.KEPT_TREE, Long.toString(same.size())));
      }
    }
  }

  private void completed(int level, long index, Hash hash) {
    if (level > 0 && level % TilePath.HEIGHT == 0) {
      above
          .computeIfAbsent(level / TilePath.HEIGHT, l -> new ByteArrayOutputStream())
          .writeBytes(hash.bytes());
    }
  }

  /** Of many trees that are wrong the first tells where to look. */
  private void tree(StoredCheckpoint signed, List<VerifierKey> keys, StoredCheckpoint last) {
    String origin = keys.isEmpty() ? "" : keys.get(0).name();
    boolean good = signed.saysSo(origin) && signed.root().equals(frontier.root());
    if (!good && !treeIsBad) {
      treeIsBad = true;
      String what = (goodPosition + 1) + "–" + signed.position();
      findings.accept(Finding.of(Flaw.SIGNED_TREE, what));
    } else if (good) {
      goodPosition = signed.position();
    }
    boolean looked = signed.size() == last.size() || signed.size() % SIGNATURES < 2;
    if (looked && !signatureIsBad && !isSigned(signed, keys)) {
      signatureIsBad = true;
      findings.accept(Finding.of(Flaw.SIGNATURE, Long.toString(signed.size())));
    }
  }

  private static boolean isSigned(StoredCheckpoint signed, List<VerifierKey> keys) {
    try {
      return keys.stream().anyMatch(signed.signed()::signedBy);
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }

  private void higherTiles() throws SQLException {
    for (Map.Entry<Integer, ByteArrayOutputStream> level : above.entrySet()) {
      byte[] expected = level.getValue().toByteArray();
      for (int from = 0; from < expected.length; from += TilePath.FULL * Hash.SIZE) {
        int to = Math.min(expected.length, from + TilePath.FULL * Hash.SIZE);
        long index = from / (TilePath.FULL * Hash.SIZE);
        byte[] tile = tables.tile(level.getKey(), index);
        if (tile.length < to - from || !Arrays.equals(tile, 0, to - from, expected, from, to)) {
          int width = (to - from) / Hash.SIZE;
          findings.accept(Finding.of(Flaw.TILE, new TilePath(level.getKey(), index, width).path()));
        }
      }
    }
  }
}
