package vn.danvankheo.query.replay;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.danvankheo.query.mongo.Checkpoint;
import vn.danvankheo.query.mongo.CheckpointStore;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.projecting.ViewBoard;
import vn.danvankheo.query.projecting.ViewStatus;
import vn.danvankheo.web.operation.OperationStatus;

/** What was in use before a replay, and is kept for a way back. */
public final class FormerViews {
  private final ViewDatabase database;
  private final CheckpointStore checkpoints;
  private final ViewBoard board;

  /**
   * Looks after what is kept.
   *
   * @param database the views' database
   * @param board tells which definitions of the views are in use
   */
  public FormerViews(ViewDatabase database, ViewBoard board) {
    this.database = database;
    this.checkpoints = new CheckpointStore(database);
    this.board = board;
  }

  /** Whether everything is still there that a replay took the place of. */
  boolean areKept(OperationStatus replay) {
    Set<?> replayed = replayed(replay);
    return !replayed.isEmpty() && kept(replay).size() == replayed.size();
  }

  /** Drops it for good. */
  void drop(OperationStatus replay) {
    for (Checkpoint former : kept(replay)) {
      checkpoints.forget(former);
      database.dropGeneration(former.collection());
    }
  }

  /** That of other releases is their own. */
  private List<Checkpoint> kept(OperationStatus replay) {
    Set<?> replayed = replayed(replay);
    Map<String, String> read =
        board.all().stream()
            .filter(ViewStatus::served)
            .filter(status -> replayed.contains(status.view()))
            .collect(Collectors.toMap(ViewStatus::view, s -> String.valueOf(s.collection())));
    return checkpoints.previous().stream()
        .filter(at -> read.values().stream().anyMatch(name -> name.startsWith(at.view() + "_")))
        .toList();
  }

  private static Set<?> replayed(OperationStatus replay) {
    return replay.result().get("views") instanceof Map<?, ?> views ? views.keySet() : Set.of();
  }
}
