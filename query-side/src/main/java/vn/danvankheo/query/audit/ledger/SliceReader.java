package vn.danvankheo.query.audit.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
import vn.danvankheo.query.reading.Sql;

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
    long last = Math.max(behind, lastProven(entries));
    List<LedgerEntry> events = events(behind, last);
    if (!same(events, entries)) {
      List<LedgerEntry> readable = new ArrayList<>();
      entries.forEach(entry -> read(entry, readable));
      compare(behind, last, events, readable);
    }
    return last;
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Entry(long leaf, String eventId, long position, byte[] bytes, boolean proven) {}

  /**
   * How far the log is looked at: to an entry that is the tree's, since whoever changes another, or
   * the column beside it, could lead anywhere.
   */
  private static long lastProven(List<Entry> entries) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (entries.get(i).proven()) {
        return parsed(entries.get(i).bytes()).map(LedgerEntry::position).orElse(0L);
      }
    }
    return 0;
  }

  /** One more than there can be, so that one too many shows, but never all that somebody forged. */
  private List<LedgerEntry> events(long behind, long last) throws SQLException {
    return log.settled(behind, last, LedgerVerification.SLICE + 1).stream()
        .map(LedgerEntries::of)
        .toList();
  }

  /** Goes on in pages, should the log have more events than the ledger. */
  private void compare(long behind, long last, List<LedgerEntry> page, List<LedgerEntry> ledger)
      throws SQLException {
    SliceCheck check = new SliceCheck(new WholeTables(), findings);
    long from = behind;
    List<LedgerEntry> events = page;
    while (from < last) {
      boolean more = events.size() > LedgerVerification.SLICE;
      long after = from;
      long to = more ? events.get(events.size() - 1).position() : last;
      check.compare(
          events, ledger.stream().filter(e -> e.position() > after && e.position() <= to).toList());
      from = to;
      events = more ? events(from, last) : List.of();
    }
  }

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
    long tileRead = -1;
    long expected = first;
    try (PreparedStatement statement = Sql.prepare(connection, ENTRIES, first, end);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        long leaf = row.getLong(1);
        byte[] bytes = row.getBytes(4);
        absent(expected, leaf);
        if (leaf / TilePath.FULL != tileRead) {
          tileRead = leaf / TilePath.FULL;
          tile = tables.tile(0, tileRead);
        }
        expected = leaf + 1;
        boolean proven = isInTree(leaf, bytes, tile);
        if (!proven) {
          findings.accept(Finding.of(Flaw.LEAF, Long.toString(leaf)));
        }
        entries.add(new Entry(leaf, row.getString(2), row.getLong(3), bytes, proven));
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

  private static boolean isInTree(long leaf, byte[] entry, byte[] tile) {
    int at = (int) (leaf % TilePath.FULL) * Hash.SIZE;
    return at + Hash.SIZE <= tile.length
        && Hash.leaf(entry).equals(Hash.of(tile, at, at + Hash.SIZE));
  }

  /** Tells of what is unreadable, and of columns that say something else. */
  private void read(Entry entry, List<LedgerEntry> readable) {
    Optional<LedgerEntry> read = parsed(entry.bytes());
    read.ifPresent(readable::add);
    if (read.isEmpty()
        || !read.get().eventId().equals(entry.eventId())
        || read.get().position() != entry.position()) {
      findings.accept(Finding.of(Flaw.ENTRY, Long.toString(entry.leaf())));
    }
  }

  /** An entry, unless somebody made it unreadable. */
  static Optional<LedgerEntry> parsed(byte[] entry) {
    try {
      return Optional.of(LedgerEntry.parse(entry));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
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
      try {
        return Sql.first(connection, query, row -> row.getInt(1), UUID.fromString(eventId))
            .isPresent();
      } catch (SQLException e) {
        throw new EventDatabaseFailure(e);
      }
    }
  }
}
