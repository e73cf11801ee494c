package vn.danvankheo.query.audit.witness;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import vn.danvankheo.proof.Checkpoint;
import vn.danvankheo.proof.Hash;
import vn.danvankheo.proof.SignedNote;
import vn.danvankheo.query.reading.EventLogReader;
import vn.danvankheo.query.reading.Sql;

/** The last tree of each log that this installation has cosigned, one for all its processes. */
public final class WitnessStore {
  private static final String FIND = "SELECT size, root, note FROM witnessed_log WHERE origin = ?";
  private static final String PUT =
      """
      INSERT INTO witnessed_log (origin, size, root, note, seen_at) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (origin) DO UPDATE
      SET size = EXCLUDED.size, root = EXCLUDED.root, note = EXCLUDED.note,
        seen_at = EXCLUDED.seen_at
      WHERE witnessed_log.size = ?
      """;

  private final DataSource source;

  /**
   * Keeps them in the event database.
   *
   * @param source its connections, which commit by themselves
   */
  public WitnessStore(DataSource source) {
    this.source = source;
  }

  /** A tree as it was cosigned. */
  record Seen(Checkpoint checkpoint, String note) {}

  Optional<Seen> last(String origin) {
    return Sql.first(
        source,
        FIND,
        row ->
            new Seen(
                new Checkpoint(origin, row.getLong(1), Hash.of(row.getBytes(2))), row.getString(3)),
        origin);
  }

  /** Puts a tree in the place of one of a size; false when another was there meanwhile. */
  boolean put(Checkpoint checkpoint, SignedNote note, long oldSize, Instant now) {
    return Sql.update(
            source,
            PUT,
            checkpoint.origin(),
            checkpoint.size(),
            checkpoint.root().bytes(),
            note.note(),
            now.atOffset(ZoneOffset.UTC),
            oldSize)
        == 1;
  }

  /** The event store's id, of which names are made. */
  String storeId() {
    return Sql.with(source, connection -> new EventLogReader(connection).storeId());
  }
}
