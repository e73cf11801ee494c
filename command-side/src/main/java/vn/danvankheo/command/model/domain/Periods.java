package vn.danvankheo.command.model.domain;

import java.math.BigDecimal;
import java.util.Map;
import vn.danvankheo.command.domain.Context;
import vn.danvankheo.command.domain.FaultCode;
import vn.danvankheo.command.domain.Faults;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.command.domain.RuleBroken;
import vn.danvankheo.command.domain.Units;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.state.PlanState;
import vn.danvankheo.events.state.Term;
import vn.danvankheo.events.vocabulary.CommendationBasis;

/** Commendations for a period of years. */
final class Periods {
  /** A share such as 0.67 stands for two thirds; so much of a year may be short. */
  private static final BigDecimal ROUNDING = new BigDecimal("0.05");

  private Periods() {}

  /** An award for a period names its first and last year, no other one does. */
  static void check(CommendModel command, Faults faults) {
    boolean period = command.basis() == CommendationBasis.PERIOD;
    checkYear("/periodFrom", period, command.periodFrom() != null, faults);
    checkYear("/periodTo", period, command.periodTo() != null, faults);
    if (period
        && command.periodFrom() != null
        && command.periodTo() != null
        && command.periodTo() < command.periodFrom()) {
      faults.add("/periodTo", FaultCode.END_BEFORE_START, "startsOn", command.periodFrom());
    }
  }

  private static void checkYear(String pointer, boolean wanted, boolean given, Faults faults) {
    if (wanted && !given) {
      faults.add(pointer, FaultCode.REQUIRED);
    }
    if (given && !wanted) {
      faults.add(pointer, FaultCode.ONLY_FOR_PERIOD);
    }
  }

  /** Wants recognition in the plan's share of the period's years. */
  static void wantRecognized(CommendModel command, Term term, ModelState state, Context context) {
    if (command.basis() != CommendationBasis.PERIOD) {
      return;
    }
    int from = command.periodFrom();
    int to = command.periodTo();
    PlanState plan = Units.plan(state.form().unitCode(), term.year(), context.reference());
    long recognized =
        state.terms().stream()
            .filter(t -> t.year() >= from && t.year() <= to && t.recognized())
            .count();
    BigDecimal needed = plan.periodShare().multiply(BigDecimal.valueOf(to - from + 1L));
    if (BigDecimal.valueOf(recognized).add(ROUNDING).compareTo(needed) < 0) {
      throw new RuleBroken(
          Rule.NOT_RECOGNIZED_IN_PERIOD,
          Map.of("recognized", recognized, "years", to - from + 1, "share", plan.periodShare()));
    }
  }
}
