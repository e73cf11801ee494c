package vn.danvankheo.query.projecting;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.danvankheo.query.mongo.Checkpoint;
import vn.danvankheo.query.mongo.CheckpointStore;
import vn.danvankheo.query.reading.EventLogReader;

/** Learns from the leader's checkpoints how far the views are, and trusts none unseen. */
final class Follower {
  private final EventLogReader reader;
  private final CheckpointStore checkpoints;
  private final ViewBoard board;
  private final Set<String> checked = new HashSet<>();

  Follower(EventLogReader reader, CheckpointStore checkpoints, ViewBoard board) {
    this.reader = reader;
    this.checkpoints = checkpoints;
    this.board = board;
  }

  /** Looks once how far views are that this process does not write. */
  void look(List<Projection<?>> projections) throws SQLException {
    Map<String, Checkpoint> found =
        checkpoints.load().stream()
            .collect(Collectors.toMap(Checkpoint::view, Function.identity()));
    List<ViewStatus> changed = new ArrayList<>();
    for (Projection<?> projection : projections) {
      ViewStatus status = status(projection, found);
      if (!status.equals(board.status(projection.view()))) {
        changed.add(status);
      }
    }
    board.publish(changed);
  }

  private ViewStatus status(Projection<?> projection, Map<String, Checkpoint> found)
      throws SQLException {
    for (int i = projection.definition(); i >= projection.readable(); i--) {
      Checkpoint at = found.get(projection.view() + "_" + i);
      if (at != null && trusted(at)) {
        return ViewStatus.of(projection.view(), at);
      }
    }
    return ViewStatus.building(projection.view());
  }

  private boolean trusted(Checkpoint at) throws SQLException {
    if (!checked.contains(at.collection()) && CheckpointCheck.fits(at, reader.storeId(), reader)) {
      checked.add(at.collection());
    }
    return checked.contains(at.collection());
  }
}
