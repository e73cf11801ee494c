package vn.danvankheo.command.model.domain;

import java.util.List;
import vn.danvankheo.command.domain.Context;
import vn.danvankheo.command.domain.FaultCode;
import vn.danvankheo.command.domain.Faults;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.command.domain.RuleBroken;
import vn.danvankheo.events.model.ModelClosed;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.state.Term;
import vn.danvankheo.events.state.TrackedFinding;
import vn.danvankheo.events.vocabulary.ClosureOutcome;

/** The end of a model. */
final class Closing {
  private Closing() {}

  static List<ModelEvent> close(CloseModel command, ModelState state, Context context) {
    Term term = LifeCycle.term(state, command.year());
    LifeCycle.CARRY_OUT.allowsOpen(state, term);
    boolean open =
        state.terms().stream().flatMap(Term::findings).anyMatch(TrackedFinding::unsettled);
    if (command.outcome() == ClosureOutcome.COMPLETED && open) {
      throw new RuleBroken(Rule.OPEN_FINDING);
    }
    Faults faults = new Faults();
    faults.reason(context);
    if (term.year() != state.latest().year()) {
      faults.add("/year", FaultCode.NOT_LATEST, "latest", state.latest().year());
    }
    faults.refuse();
    return List.of(new ModelClosed(term.year(), command.outcome(), context.givenReason()));
  }
}
