package vn.danvankheo.query.views.plans;

import java.time.Instant;
import java.util.Optional;
import vn.danvankheo.events.state.PlanState;
import vn.danvankheo.query.mongo.RecordCodec;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.projecting.CachedView;
import vn.danvankheo.query.projecting.RecordHistory;
import vn.danvankheo.query.projecting.ViewBoard;
import vn.danvankheo.query.serving.Views;

/** The plans, as the view has them. */
public final class PlanStore {
  private static final RecordCodec<PlanState> CODEC = new RecordCodec<>(PlanState.class);

  private final CachedView<PlanBook> plans;
  private final CachedView<RecordHistory<PlanState>> history;

  /**
   * Reads from the view.
   *
   * @param database the views' database
   * @param board tells when plans have changed
   */
  public PlanStore(ViewDatabase database, ViewBoard board) {
    this.plans =
        new CachedView<>(
            database,
            board,
            Views.PLANS,
            documents -> new PlanBook(documents.stream().map(CODEC::decode).toList()));
    this.history =
        new CachedView<>(
            database,
            board,
            Views.PLANS,
            RecordHistory.PART,
            documents -> new RecordHistory<>(documents, CODEC));
  }

  /**
   * All plans.
   *
   * @return at least as new as the board's position of the view
   */
  public PlanBook plans() {
    return plans.get();
  }

  /**
   * All plans as they are, or as they were recorded at a moment.
   *
   * @param asOf the moment; empty for now
   * @return at least as new as the board's position of the view
   */
  public PlanBook plans(Optional<Instant> asOf) {
    return asOf.map(moment -> new PlanBook(history.get().at(moment))).orElseGet(plans::get);
  }
}
