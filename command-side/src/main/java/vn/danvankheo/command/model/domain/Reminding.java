package vn.danvankheo.command.model.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import vn.danvankheo.command.domain.Context;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.command.domain.RuleBroken;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.model.ReminderSent;
import vn.danvankheo.events.state.Duties;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.state.Term;

/** Reminding a model's unit of what is late. */
final class Reminding {
  private Reminding() {}

  static List<ModelEvent> remind(SendReminder command, ModelState state, Context context) {
    List<Term> terms =
        command.year() == null ? state.terms() : List.of(LifeCycle.term(state, command.year()));
    Term late =
        terms.stream()
            .filter(term -> isLate(command, term, state, context))
            .max(Comparator.comparingInt(Term::year))
            .orElseThrow(() -> new RuleBroken(Rule.NOTHING_DUE, Map.of("about", command.about())));
    return List.of(
        new ReminderSent(
            late.year(),
            state.form().unitCode(),
            command.about(),
            command.dueOn(),
            command.message()));
  }

  private static boolean isLate(
      SendReminder command, Term term, ModelState state, Context context) {
    return Duties.ofTerm(
            state,
            term,
            context.reference().planFor(state.form().unitCode(), term.year()).orElse(null))
        .stream()
        .anyMatch(duty -> duty.kind() == command.about() && duty.lateOn(context.today()));
  }
}
