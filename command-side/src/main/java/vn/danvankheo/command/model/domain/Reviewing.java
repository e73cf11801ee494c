package vn.danvankheo.command.model.domain;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.danvankheo.command.domain.Context;
import vn.danvankheo.command.domain.FaultCode;
import vn.danvankheo.command.domain.Faults;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.command.domain.RuleBroken;
import vn.danvankheo.command.domain.Units;
import vn.danvankheo.events.model.ModelApproved;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.model.ModelResubmitted;
import vn.danvankheo.events.model.ModelReturned;
import vn.danvankheo.events.model.ModelWithdrawn;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.state.PlanState;
import vn.danvankheo.events.state.Term;
import vn.danvankheo.events.vocabulary.Role;
import vn.danvankheo.events.vocabulary.TermStatus;

/** From a registration to its approval, or back. */
final class Reviewing {
  /** A unit that gets its form back must learn what to complete. */
  private static final int SHORTEST_REASON = 20;

  private Reviewing() {}

  static List<ModelEvent> giveBack(ReturnModel command, ModelState state, Context context) {
    Term term = LifeCycle.term(state, command.year());
    LifeCycle.REVIEW.allows(term);
    Faults faults = new Faults();
    faults.reason(context);
    if (context.hasReason() && length(context.givenReason()) < SHORTEST_REASON) {
      faults.add("/reason", FaultCode.TOO_SHORT, "min", SHORTEST_REASON);
    }
    faults.notInPast("/dueOn", command.dueOn(), context);
    faults.refuse();
    return List.of(new ModelReturned(term.year(), context.givenReason(), command.dueOn()));
  }

  static List<ModelEvent> resubmit(ResubmitModel command, ModelState state, Context context) {
    Units.mayActFor(state.form().unitCode(), context);
    Term term = LifeCycle.term(state, command.year());
    LifeCycle.RESUBMIT.allows(term);
    boolean noted = command.note() != null && !command.note().isBlank();
    if (!term.changedSinceReturn() && !noted) {
      throw new RuleBroken(Rule.NOTHING_CHANGED);
    }
    boolean late =
        term.latestReturn().filter(back -> context.today().isAfter(back.dueOn())).isPresent();
    return List.of(new ModelResubmitted(term.year(), command.note(), late));
  }

  static List<ModelEvent> approve(ApproveModel command, ModelState state, Context context) {
    Term term = LifeCycle.term(state, command.year());
    LifeCycle.REVIEW.allows(term);
    boolean own = Objects.equals(term.registeredBy(), context.actor().userName());
    if (own && !selfApprovalAllowed(term, state, context)) {
      throw new RuleBroken(Rule.FOUR_EYES);
    }
    Faults faults = new Faults();
    if (command.decision() != null) {
      faults.notInFuture("/decision/issuedOn", command.decision().issuedOn(), context);
    }
    faults.refuse();
    return List.of(new ModelApproved(term.year(), command.decision(), command.note(), own));
  }

  static List<ModelEvent> withdraw(WithdrawModel command, ModelState state, Context context) {
    Units.mayActFor(state.form().unitCode(), context);
    Term term = LifeCycle.term(state, command.year());
    LifeCycle.open(state, term);
    if (term.recognized() || term.commendations().stream().anyMatch(c -> !c.revoked())) {
      throw new RuleBroken(Rule.ALREADY_RECOGNIZED, Map.of("year", term.year()));
    }
    LifeCycle.WITHDRAW.allows(term);
    if (term.status() == TermStatus.APPROVED && context.actor().role() != Role.LEADER) {
      throw new RuleBroken(Rule.ROLE_NOT_ENTITLED, Map.of("role", Role.LEADER));
    }
    Faults faults = new Faults();
    faults.reason(context);
    faults.refuse();
    return List.of(new ModelWithdrawn(term.year(), context.givenReason()));
  }

  private static boolean selfApprovalAllowed(Term term, ModelState state, Context context) {
    return context
        .reference()
        .planFor(state.form().unitCode(), term.year())
        .filter(PlanState::selfApprovalAllowed)
        .isPresent();
  }

  private static int length(String text) {
    String words = text.strip();
    return words.codePointCount(0, words.length());
  }
}
