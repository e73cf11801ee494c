package vn.danvankheo.command.rating.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.command.domain.Context;
import vn.danvankheo.command.domain.Decider;
import vn.danvankheo.command.domain.Decisions;
import vn.danvankheo.events.Recorded;
import vn.danvankheo.events.rating.RatingEvent;
import vn.danvankheo.events.state.RatingState;

/** All decisions about units' ratings. */
public final class RatingDecider implements Decider<RatingCommand, RatingState, RatingEvent> {
  private static final Decisions<RatingCommand, RatingState, RatingEvent> DECISIONS =
      Decisions.<RatingCommand, RatingState, RatingEvent>over(RatingCommand.class)
          .onNew(RateUnit.class, UnitRatings::rate)
          .build();

  @Override
  public List<RatingEvent> decide(
      RatingCommand command, @Nullable RatingState state, Context context) {
    return DECISIONS.decide(command, state, context);
  }

  @Override
  public RatingState evolve(@Nullable RatingState state, Recorded<? extends RatingEvent> recorded) {
    return RatingState.apply(state, recorded);
  }
}
