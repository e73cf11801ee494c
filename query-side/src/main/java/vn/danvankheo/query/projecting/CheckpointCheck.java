package vn.danvankheo.query.projecting;

import java.sql.SQLException;
import java.util.Optional;
import vn.danvankheo.query.mongo.Checkpoint;
import vn.danvankheo.query.reading.EventLogReader;

/** Tells whether a view was folded from the log that is there, and not from another or a later. */
final class CheckpointCheck {
  private CheckpointCheck() {}

  static boolean fits(Checkpoint at, String storeId, EventLogReader reader) throws SQLException {
    return at.eventStoreId().equals(storeId)
        && (at.position() == 0
            || reader.eventIdAt(at.position()).equals(Optional.ofNullable(at.eventId())));
  }
}
