package vn.danvankheo.command.rating.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.command.domain.Context;
import vn.danvankheo.command.domain.FaultCode;
import vn.danvankheo.command.domain.Faults;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.command.domain.RuleBroken;
import vn.danvankheo.events.rating.RatingEvent;
import vn.danvankheo.events.rating.UnitRated;
import vn.danvankheo.events.state.RatingState;
import vn.danvankheo.events.state.UnitState;

/** Rating units; a later rating of the same year replaces the one before. */
final class UnitRatings {
  private UnitRatings() {}

  static List<RatingEvent> rate(RateUnit command, @Nullable RatingState state, Context context) {
    Faults faults = new Faults();
    faults.reason(context);
    faults.unitKnown("/unitCode", command.unitCode(), context.reference());
    faults.notInFuture("/decision/issuedOn", command.decision().issuedOn(), context);
    if (command.year() > context.today().getYear()) {
      faults.add("/year", FaultCode.IN_FUTURE);
    }
    faults.refuse();
    context.reference().unit(command.unitCode()).ifPresent(unit -> wantAlive(unit, command.year()));
    UnitRated rated =
        new UnitRated(
            command.unitCode(),
            command.year(),
            command.rating(),
            command.decision(),
            context.givenReason());
    return isInForce(rated, state) ? List.of() : List.of(rated);
  }

  private static void wantAlive(UnitState unit, int year) {
    LocalDate first = LocalDate.of(year, 1, 1);
    LocalDate last = LocalDate.of(year, 12, 31);
    boolean begun = unit.effectiveOn() == null || !unit.effectiveOn().isAfter(last);
    boolean goingOn = unit.end() == null || unit.end().on().isAfter(first);
    if (!begun || !goingOn) {
      throw new RuleBroken(Rule.UNIT_NOT_ACTIVE, Map.of("unitCode", unit.code(), "day", last));
    }
  }

  private static boolean isInForce(UnitRated rated, @Nullable RatingState state) {
    return state != null
        && rated.rating() == state.rating()
        && rated.decision().equals(state.decision())
        && rated.reason().equals(state.reason());
  }
}
