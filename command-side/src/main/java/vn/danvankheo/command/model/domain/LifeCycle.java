package vn.danvankheo.command.model.domain;

import static vn.danvankheo.events.vocabulary.TermStatus.APPROVED;
import static vn.danvankheo.events.vocabulary.TermStatus.NOT_RECOGNIZED;
import static vn.danvankheo.events.vocabulary.TermStatus.RECOGNIZED;
import static vn.danvankheo.events.vocabulary.TermStatus.REGISTERED;
import static vn.danvankheo.events.vocabulary.TermStatus.RETURNED;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.command.domain.RuleBroken;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.state.Term;
import vn.danvankheo.events.vocabulary.TermStatus;

/** From which states of a term each command is allowed, and what refuses it otherwise. */
enum LifeCycle {
  UPDATE(Rule.WRONG_STATE, REGISTERED, RETURNED, APPROVED, RECOGNIZED),
  REVIEW(Rule.NOT_AWAITING_REVIEW, REGISTERED),
  RESUBMIT(Rule.NOT_RETURNED, RETURNED),
  WITHDRAW(Rule.WRONG_STATE, REGISTERED, RETURNED, APPROVED),
  CARRY_OUT(Rule.WRONG_STATE, APPROVED, RECOGNIZED, NOT_RECOGNIZED),
  REFUSE(Rule.WRONG_STATE, APPROVED),
  HONOUR(Rule.NOT_RECOGNIZED, RECOGNIZED),
  HONOUR_AT_ONCE(Rule.NOT_RECOGNIZED, APPROVED, RECOGNIZED);

  private final Rule otherwise;
  private final Set<TermStatus> from;

  LifeCycle(Rule otherwise, TermStatus... from) {
    this.otherwise = otherwise;
    this.from = Set.of(from);
  }

  /** Wants a term in one of the states. */
  void allows(Term term) {
    if (!from.contains(term.status())) {
      throw new RuleBroken(otherwise, Map.of("status", term.status(), "year", term.year()));
    }
  }

  /** Wants a term that has not ended, of a model that has not, in one of the states. */
  void allowsOpen(ModelState model, Term term) {
    open(model, term);
    allows(term);
  }

  /** Wants a term that has not ended, of a model that has not. */
  static void open(ModelState model, Term term) {
    if (model.closure() != null || term.ended()) {
      throw new RuleBroken(
          Rule.MODEL_CLOSED, Map.of("status", model.status(), "year", term.year()));
    }
  }

  /** The term a command means. */
  static Term term(ModelState model, @Nullable Integer year) {
    if (year == null) {
      return model.latest();
    }
    return model
        .term(year)
        .orElseThrow(() -> new RuleBroken(Rule.TERM_UNKNOWN, Map.of("year", year)));
  }
}
