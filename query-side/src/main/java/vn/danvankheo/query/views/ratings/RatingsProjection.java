package vn.danvankheo.query.views.ratings;

import java.util.List;
import vn.danvankheo.events.rating.RatingEvent;
import vn.danvankheo.events.state.RatingState;
import vn.danvankheo.query.audit.entry.AuditEntry;
import vn.danvankheo.query.mongo.ViewIndex;
import vn.danvankheo.query.projecting.RecordProjection;
import vn.danvankheo.query.serving.Views;

/** Units' yearly ratings. */
public final class RatingsProjection {
  private RatingsProjection() {}

  /**
   * Describes the view.
   *
   * @return one document for each, and one for each event
   */
  public static RecordProjection<RatingState, RatingEvent> projection() {
    return new RecordProjection<>(
            Views.RATINGS,
            2,
            "rating",
            RatingState.class,
            RatingEvent.class,
            RatingState::apply,
            rating -> rating.unitCode() + "-" + rating.year(),
            List.of(ViewIndex.on("unitCode", "-year")))
        .with(AuditEntry.EMITTER);
  }
}
