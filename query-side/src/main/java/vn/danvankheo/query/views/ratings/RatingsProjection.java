package vn.danvankheo.query.views.ratings;

import java.util.List;
import vn.danvankheo.events.rating.RatingEvent;
import vn.danvankheo.events.state.RatingState;
import vn.danvankheo.query.mongo.ViewIndex;
import vn.danvankheo.query.projecting.RecordProjection;

/** Units' yearly ratings. */
public final class RatingsProjection {
  /** The view's name. */
  public static final String VIEW = "ratings";

  private RatingsProjection() {}

  /**
   * Describes the view.
   *
   * @return one document for each
   */
  public static RecordProjection<RatingState, RatingEvent> projection() {
    return new RecordProjection<>(
        VIEW,
        1,
        "rating",
        RatingState.class,
        RatingEvent.class,
        RatingState::apply,
        rating -> rating.unitCode() + "-" + rating.year(),
        List.of(ViewIndex.on("unitCode", "-year")));
  }
}
