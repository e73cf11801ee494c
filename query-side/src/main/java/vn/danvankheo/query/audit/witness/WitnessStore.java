package vn.danvankheo.query.audit.witness;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import vn.danvankheo.proof.Checkpoint;
import vn.danvankheo.proof.Hash;
import vn.danvankheo.proof.SignedNote;
import vn.danvankheo.query.reading.EventDatabaseFailure;
import vn.danvankheo.query.reading.EventLogReader;

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
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setString(1, origin);
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Seen(
                    new Checkpoint(origin, row.getLong(1), Hash.of(row.getBytes(2))),
                    row.getString(3)))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new EventDatabaseFailure(e);
    }
  }

  /** Puts a tree in the place of one of a size; false when another was there meanwhile. */
  boolean put(Checkpoint checkpoint, SignedNote note, long oldSize, Instant now) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(PUT)) {
      statement.setString(1, checkpoint.origin());
      statement.setLong(2, checkpoint.size());
      statement.setBytes(3, checkpoint.root().bytes());
      statement.setString(4, note.note());
      statement.setObject(5, now.atOffset(ZoneOffset.UTC));
      statement.setLong(6, oldSize);
      return statement.executeUpdate() == 1;
    } catch (SQLException e) {
      throw new EventDatabaseFailure(e);
    }
  }

  /** The event store's id, of which names are made. */
  String storeId() {
    try (Connection connection = source.getConnection()) {
      return new EventLogReader(connection).storeId();
    } catch (SQLException e) {
      throw new EventDatabaseFailure(e);
    }
  }
}
