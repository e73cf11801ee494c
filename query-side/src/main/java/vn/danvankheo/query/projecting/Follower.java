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
  private final List<Projection<?>> projections;
  private final Set<String> checked = new HashSet<>();

  Follower(
      EventLogReader reader,
      CheckpointStore checkpoints,
      ViewBoard board,
      List<Projection<?>> projections) {
    this.reader = reader;
    this.checkpoints = checkpoints;
    this.board = board;
    this.projections = projections;
  }

  /** Looks once. */
  void look() throws SQLException {
    Map<String, Checkpoint> found =
        checkpoints.load().stream()
            .collect(Collectors.toMap(Checkpoint::view, Function.identity()));
    List<ViewStatus> changed = new ArrayList<>();
    for (Projection<?> projection : projections) {
      ViewStatus status = status(projection, found.get(projection.name()));
      if (!status.equals(board.status(projection.view()))) {
        changed.add(status);
      }
    }
    board.publish(changed);
  }

  private ViewStatus status(Projection<?> projection, Checkpoint at) throws SQLException {
    if (at == null || !trusted(at)) {
      return ViewStatus.building(projection.view());
    }
    return ViewStatus.of(projection.view(), at);
  }

  private boolean trusted(Checkpoint at) throws SQLException {
    if (!checked.contains(at.collection()) && CheckpointCheck.fits(at, reader.storeId(), reader)) {
      checked.add(at.collection());
    }
    return checked.contains(at.collection());
  }
}
