package vn.danvankheo.events.state;

import org.jspecify.annotations.Nullable;
import vn.danvankheo.events.Recorded;
import vn.danvankheo.events.fold.Fold;
import vn.danvankheo.events.rating.RatingEvent;
import vn.danvankheo.events.rating.UnitRated;
import vn.danvankheo.events.vocabulary.Decision;
import vn.danvankheo.events.vocabulary.Rating;

/**
 * A unit's rating of a year after its events.
 *
 * @param unitCode the unit
 * @param year the year
 * @param version sequence number of the last event
 * @param rating the class in force
 * @param decision its decision
 * @param reason why
 */
public record RatingState(
    String unitCode, int year, long version, Rating rating, Decision decision, String reason) {

  private static final Fold<@Nullable RatingState, RatingEvent> FOLD =
      Fold.<@Nullable RatingState, RatingEvent>over(RatingEvent.class)
          .on(
              UnitRated.class,
              (s, e, r) ->
                  new RatingState(
                      e.unitCode(), e.year(), r.version(), e.rating(), e.decision(), e.reason()))
          .build();

  /**
   * Applies one event.
   *
   * @param state the rating before; null before its first event
   * @param recorded the event in its stream
   * @return the rating after
   */
  public static RatingState apply(
      @Nullable RatingState state, Recorded<? extends RatingEvent> recorded) {
    return FOLD.apply(state, recorded);
  }
}
