package vn.danvankheo.query.audit.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import vn.danvankheo.proof.LedgerEntry;
import vn.danvankheo.proof.SignedNote;
import vn.danvankheo.proof.TilePath;
import vn.danvankheo.query.audit.ledger.domain.Finding;
import vn.danvankheo.query.reading.Sql;

/** Recomputes the ledger from the stored bytes and says what differs. Changes nothing. */
public final class LedgerVerification {
  /** So many leaves are checked at a time; whole tiles. */
  static final int SLICE = 8 * TilePath.FULL;

  /** Of more findings the first are kept. */
  static final int MOST_FINDINGS = 1_000;

  private final Connection connection;
  private final List<Finding> findings = new ArrayList<>();
  private int found;
  private long events;

  /**
   * Verifies over a connection of its own.
   *
   * @param connection commits by itself after every statement
   */
  public LedgerVerification(Connection connection) {
    this.connection = connection;
  }

  /**
   * What was found.
   *
   * @param events how many events of the ledger were looked at
   * @param found how many things are not as recorded
   * @param findings the first 1,000 of them
   */
  public record Report(long events, int found, List<Finding> findings) {}

  /**
   * Checks the whole tree, and the events between two positions.
   *
   * @param from the first position, from 1
   * @param to the last position; whole tiles of the ledger around both are checked
   * @param elsewhere checkpoints that were kept outside of the database
   * @param progress is told how many events were looked at
   * @return what was found
   * @throws SQLException when the event database is away
   */
  public Report run(long from, long to, List<SignedNote> elsewhere, LongConsumer progress)
      throws SQLException {
    new TreeReader(connection, this::found).check(elsewhere);
    long size = new LedgerTables(connection).last().map(StoredCheckpoint::size).orElse(0L);
    long first = leafAt(from, size) / TilePath.FULL * TilePath.FULL;
    long end = to == Long.MAX_VALUE ? size : Math.min(size, leafAt(to, size) + 1);
    SliceReader slices = new SliceReader(connection, this::found);
    long behind = first == 0 ? 0 : position(first - 1);
    for (long leaf = first; leaf < end; leaf += SLICE) {
      long next = Math.min(end, leaf + SLICE);
      behind = slices.check(leaf, next, behind);
      events += next - leaf;
      progress.accept(events);
    }
    return new Report(events, found, List.copyOf(findings));
  }

  private void found(Finding finding) {
    found++;
    if (findings.size() < MOST_FINDINGS) {
      findings.add(finding);
    }
  }

  /** The first leaf whose event is not before a position; leaves stand in the log's order. */
  private long leafAt(long position, long size) throws SQLException {
    long low = 0;
    long high = size;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (position(middle) < position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** By the entry, whose bytes are in the tree; the column beside it proves nothing. */
  private long position(long leaf) throws SQLException {
    return Sql.first(
            connection,
            "SELECT position, entry FROM ledger_entry WHERE leaf_index <= ?"
                + " ORDER BY leaf_index DESC LIMIT 1",
            LedgerVerification::position,
            leaf)
        .orElse(0L);
  }

  private static long position(ResultSet row) throws SQLException {
    long column = row.getLong(1);
    return SliceReader.parsed(row.getBytes(2)).map(LedgerEntry::position).orElse(column);
  }
}
