package vn.danvankheo.query.views.units;

import vn.danvankheo.events.state.UnitState;
import vn.danvankheo.query.mongo.RecordCodec;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.projecting.CachedView;
import vn.danvankheo.query.projecting.ViewBoard;
import vn.danvankheo.query.serving.Views;

/** The tree of units, as the view has it. */
public final class UnitStore {
  private static final RecordCodec<UnitState> CODEC = new RecordCodec<>(UnitState.class);

  private final CachedView<UnitTree> tree;

  /**
   * Reads from the view.
   *
   * @param database the views' database
   * @param board tells when units have changed
   */
  public UnitStore(ViewDatabase database, ViewBoard board) {
    this.tree =
        new CachedView<>(
            database,
            board,
            Views.UNITS,
            documents -> new UnitTree(documents.stream().map(CODEC::decode).toList()));
  }

  /**
   * All units.
   *
   * @return at least as new as the board's position of the view
   */
  public UnitTree tree() {
    return tree.get();
  }
}
