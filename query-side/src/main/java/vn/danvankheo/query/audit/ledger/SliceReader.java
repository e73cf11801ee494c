package vn.danvankheo.query.audit.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.postgresql.PGStatement;
import vn.danvankheo.proof.Hash;
import vn.danvankheo.proof.LedgerEntry;
import vn.danvankheo.proof.TilePath;
import vn.danvankheo.query.audit.ledger.domain.Finding;
import vn.danvankheo.query.audit.ledger.domain.Flaw;
import vn.danvankheo.query.audit.ledger.domain.SliceCheck;
import vn.danvankheo.query.audit.ledger.domain.SliceCheck.Elsewhere;
import vn.danvankheo.query.reading.EventDatabaseFailure;
import vn.danvankheo.query.reading.EventLogReader;

/** Checks stretches of leaves: entry by tree, event by entry. Changes nothing. */
final class SliceReader {
  private static final String ENTRIES =
      "SELECT leaf_index, event_id, position, entry FROM ledger_entry"
          + " WHERE leaf_index >= ? AND leaf_index < ? ORDER BY leaf_index";

  private final Connection connection;
  private final LedgerTables tables;
  private final EventLogReader log;
  private final Consumer<Finding> findings;

  SliceReader(Connection connection, Consumer<Finding> findings) {
    this.connection = connection;
    this.tables = new LedgerTables(connection);
    this.log = new EventLogReader(connection);
    this.findings = findings;
  }

  /**
   * Checks leaves.
   *
   * @param first the first leaf, a multiple of {@link TilePath#FULL}
   * @param end behind the last one
   * @param behind the position of the event before the first leaf's; 0 for none
   * @return the position of the last leaf's event, as far as the ledger can tell
   */
  long check(long first, long end, long behind) throws SQLException {
    List<LedgerEntry> entries = entries(first, end);
    long last = entries.stream().mapToLong(LedgerEntry::position).max().orElse(behind);
    List<LedgerEntry> events =
        log.settled(behind, last, Integer.MAX_VALUE).stream().map(LedgerEntries::of).toList();
    new SliceCheck(new WholeTables(), findings).compare(events, entries);
    return last;
  }

  /** Entries that can be read and that are the tree's. */
  private List<LedgerEntry> entries(long first, long end) throws SQLException {
    List<LedgerEntry> entries = new ArrayList<>((int) (end - first));
    byte[] tile = new byte[0];
    long expected = first;
    try (PreparedStatement statement = connection.prepareStatement(ENTRIES)) {
      statement.unwrap(PGStatement.class).setPrepareThreshold(1);
      statement.setLong(1, first);
      statement.setLong(2, end);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          long leaf = row.getLong(1);
          absent(expected, leaf);
          expected = leaf + 1;
          if (leaf % TilePath.FULL == 0 || tile.length == 0) {
            tile = tables.tile(0, leaf / TilePath.FULL);
          }
          read(row, leaf, tile, entries);
        }
      }
    }
    absent(expected, end);
    return entries;
  }

  private void absent(long from, long to) {
    for (long leaf = from; leaf < to; leaf++) {
      findings.accept(Finding.of(Flaw.ENTRY, Long.toString(leaf)));
    }
  }

  private void read(ResultSet row, long leaf, byte[] tile, List<LedgerEntry> entries)
      throws SQLException {
    byte[] bytes = row.getBytes(4);
    int at = (int) (leaf % TilePath.FULL) * Hash.SIZE;
    byte[] inTree = at < tile.length ? Arrays.copyOfRange(tile, at, at + Hash.SIZE) : tile;
    if (!Arrays.equals(Hash.leaf(bytes).bytes(), inTree)) {
      findings.accept(Finding.of(Flaw.LEAF, Long.toString(leaf)));
    }
    try {
      LedgerEntry entry = LedgerEntry.parse(bytes);
      if (!entry.eventId().equals(row.getString(2)) || entry.position() != row.getLong(3)) {
        findings.accept(Finding.of(Flaw.ENTRY, Long.toString(leaf)));
      }
      entries.add(entry);
    } catch (IllegalArgumentException unreadable) {
      findings.accept(Finding.of(Flaw.ENTRY, Long.toString(leaf)));
    }
  }

  /** Asked only where something is wrong. */
  private final class WholeTables implements Elsewhere {
    @Override
    public boolean inLog(String eventId) {
      return found("SELECT 1 FROM event_log WHERE event_id = ?", eventId);
    }

    @Override
    public boolean inLedger(String eventId) {
      return found("SELECT 1 FROM ledger_entry WHERE event_id = ?", eventId);
    }

    private boolean found(String query, String eventId) {
      try (PreparedStatement statement = connection.prepareStatement(query)) {
        statement.setObject(1, UUID.fromString(eventId));
        try (ResultSet result = statement.executeQuery()) {
          return result.next();
        }
      } catch (SQLException e) {
        throw new EventDatabaseFailure(e);
      }
    }
  }
}
