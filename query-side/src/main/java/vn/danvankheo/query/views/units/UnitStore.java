package vn.danvankheo.query.views.units;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.state.UnitState;
import vn.danvankheo.query.mongo.RecordCodec;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.projecting.CachedView;
import vn.danvankheo.query.projecting.RecordHistory;
import vn.danvankheo.query.projecting.ViewBoard;
import vn.danvankheo.query.serving.Views;

/** The tree of units, as the view has it. */
public final class UnitStore {
  private static final RecordCodec<UnitState> CODEC = new RecordCodec<>(UnitState.class);

  private final CachedView<UnitTree> tree;
  private final CachedView<RecordHistory<UnitState>> history;

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
    this.history =
        new CachedView<>(
            database,
            board,
            Views.UNITS,
            RecordHistory.PART,
            documents -> new RecordHistory<>(documents, CODEC));
  }

  /**
   * All units.
   *
   * @return at least as new as the board's position of the view
   */
  public UnitTree tree() {
    return tree.get();
  }

  /**
   * All units as they are, or as they were recorded at a moment.
   *
   * @param asOf the moment; empty for now
   * @return at least as new as the board's position of the view
   */
  public UnitTree tree(Optional<Instant> asOf) {
    return asOf.map(moment -> new UnitTree(history.get().at(moment))).orElseGet(tree::get);
  }

  /**
   * A unit's name on a day, as was recorded at a moment. Without making a tree of all units.
   *
   * @param code its code
   * @param asOf the moment
   * @param day the day
   * @return the name in force; null when there was no such unit yet
   */
  public @Nullable String nameOn(String code, Instant asOf, LocalDate day) {
    return history.get().at(code, asOf).map(unit -> unit.nameOn(day)).orElse(null);
  }
}
