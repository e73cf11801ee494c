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
    List<Entry> entries = entries(first, end);
    long last = entries.stream().mapToLong(Entry::position).max().orElse(behind);
    List<LedgerEntry> events =
        log.settled(behind, last, Integer.MAX_VALUE).stream().map(LedgerEntries::of).toList();
    if (!same(events, entries)) {
      List<LedgerEntry> readable = new ArrayList<>();
      entries.forEach(entry -> read(entry, readable));
      new SliceCheck(new WholeTables(), findings).compare(events, readable);
    }
    return last;
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Entry(long leaf, String eventId, long position, byte[] bytes) {}

  /** As a rule all is the same, and nothing has to be taken apart. */
  private static boolean same(List<LedgerEntry> events, List<Entry> entries) {
    for (int i = 0; i < entries.size(); i++) {
      if (i >= events.size()) {
        return false;
      }
      LedgerEntry event = events.get(i);
      Entry entry = entries.get(i);
      if (event.position() != entry.position()
          || !event.eventId().equals(entry.eventId())
          || !Arrays.equals(event.bytes(), entry.bytes())) {
        return false;
      }
    }
    return events.size() == entries.size();
  }

  /** All entries; those that are not the tree's are told. */
  private List<Entry> entries(long first, long end) throws SQLException {
    List<Entry> entries = new ArrayList<>((int) (end - first));
    byte[] tile = new byte[0];
    long expected = first;
    try (PreparedStatement statement = connection.prepareStatement(ENTRIES)) {
      statement.setLong(1, first);
      statement.setLong(2, end);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          Entry entry =
              new Entry(row.getLong(1), row.getString(2), row.getLong(3), row.getBytes(4));
          absent(expected, entry.leaf());
          if (entry.leaf() % TilePath.FULL == 0 || expected == first) {
            tile = tables.tile(0, entry.leaf() / TilePath.FULL);
          }
          expected = entry.leaf() + 1;
          checkLeaf(entry, tile);
          entries.add(entry);
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

  private void checkLeaf(Entry entry, byte[] tile) {
    int at = (int) (entry.leaf() % TilePath.FULL) * Hash.SIZE;
    if (at + Hash.SIZE > tile.length
        || !Hash.leaf(entry.bytes()).equals(Hash.of(tile, at, at + Hash.SIZE))) {
      findings.accept(Finding.of(Flaw.LEAF, Long.toString(entry.leaf())));
    }
  }

  private void read(Entry entry, List<LedgerEntry> readable) {
    try {
      LedgerEntry read = LedgerEntry.parse(entry.bytes());
      readable.add(read);
      if (read.eventId().equals(entry.eventId()) && read.position() == entry.position()) {
        return;
      }
    } catch (IllegalArgumentException unreadable) {
      // Told below, as are columns that say something else.
    }
    findings.accept(Finding.of(Flaw.ENTRY, Long.toString(entry.leaf())));
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
