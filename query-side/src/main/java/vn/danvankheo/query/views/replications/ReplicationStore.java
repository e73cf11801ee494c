package vn.danvankheo.query.views.replications;

import java.time.Instant;
import java.util.Optional;
import vn.danvankheo.events.state.Takeover;
import vn.danvankheo.query.mongo.RecordCodec;
import vn.danvankheo.query.mongo.ViewDatabase;
import vn.danvankheo.query.projecting.CachedView;
import vn.danvankheo.query.projecting.ViewBoard;
import vn.danvankheo.query.serving.Views;

/** The takeovers, as the view has them. They are few beside the models, and kept in memory. */
public final class ReplicationStore {
  private static final RecordCodec<Takeover> CODEC = new RecordCodec<>(Takeover.class);

  private final CachedView<Takeovers> takeovers;

  /**
   * Reads from the view.
   *
   * @param database the views' database
   * @param board tells when there is another one
   */
  public ReplicationStore(ViewDatabase database, ViewBoard board) {
    this.takeovers =
        new CachedView<>(
            database,
            board,
            Views.REPLICATIONS,
            documents -> new Takeovers(documents.stream().map(CODEC::decode).toList()));
  }

  /**
   * All takeovers, or those that were recorded by a moment.
   *
   * @param asOf the moment; empty for now
   * @return at least as new as the board's position of the view
   */
  public Takeovers takeovers(Optional<Instant> asOf) {
    Takeovers all = takeovers.get();
    return asOf.map(all::by).orElse(all);
  }
}
