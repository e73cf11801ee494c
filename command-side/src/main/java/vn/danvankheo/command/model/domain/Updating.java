package vn.danvankheo.command.model.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.command.domain.Context;
import vn.danvankheo.command.domain.FaultCode;
import vn.danvankheo.command.domain.Faults;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.command.domain.RuleBroken;
import vn.danvankheo.command.domain.Units;
import vn.danvankheo.events.fold.Patch;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.model.ModelForm;
import vn.danvankheo.events.model.ModelUpdated;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.state.Term;
import vn.danvankheo.events.vocabulary.Objective;
import vn.danvankheo.events.vocabulary.Role;

/** Changing a model's form and a year's objectives. */
final class Updating {
  private static final Set<String> LOCKED_ONCE_APPROVED =
      Set.of("field", "subjectKind", "unitCode");
  private static final Set<String> ASK_THE_PLAN =
      Set.of("unitCode", "startsOn", "endsOn", "legalBases", "focusTasks");

  private Updating() {}

  static List<ModelEvent> update(UpdateModel command, ModelState state, Context context) {
    Units.mayActFor(state.form().unitCode(), context);
    Term term = LifeCycle.term(state, command.year());
    LifeCycle.UPDATE.allowsOpen(state, term);
    Faults faults = new Faults();
    checkCleared(command, faults);
    faults.refuse();
    ModelForm after = after(command, state);
    Patch<ModelForm> patch = Patch.between(state.form(), after);
    List<Objective> objectives = changed(command.objectives(), term);
    if (patch.touched().isEmpty() && objectives == null) {
      return List.of();
    }
    wantUnlocked(patch.touched(), state);
    boolean afterReport = wantEntitled(state, term, context);
    if (term.running() || afterReport) {
      faults.reason(context);
    }
    FormRules.checkObjectives(objectives, faults);
    if (patch.touched().stream().anyMatch(ASK_THE_PLAN::contains)) {
      checkWithPlan(after, patch.touched(), term.year(), context, faults);
    }
    faults.refuse();
    return List.of(
        new ModelUpdated(term.year(), patch.changed(), patch.cleared(), objectives, afterReport));
  }

  /** What the year's report has counted is corrected by those alone who answer for the figures. */
  private static boolean wantEntitled(ModelState state, Term term, Context context) {
    if (!context.reference().isReported(state.form().unitCode(), term.year())) {
      return false;
    }
    if (context.actor().role() != Role.COORDINATOR) {
      throw new RuleBroken(Rule.YEAR_REPORTED, Map.of("year", term.year()));
    }
    return true;
  }

  private static ModelForm after(UpdateModel command, ModelState state) {
    List<String> cleared = List.copyOf(command.cleared());
    return FormRules.marked(new Patch<>(command.set(), cleared).applyTo(state.form()));
  }

  private static void checkCleared(UpdateModel command, Faults faults) {
    Stream.concat(FormRules.MANDATORY.stream(), Stream.of("objectives"))
        .filter(command.cleared()::contains)
        .sorted()
        .forEach(name -> faults.add("/" + name, FaultCode.REQUIRED));
  }

  private static @Nullable List<Objective> changed(@Nullable List<Objective> now, Term term) {
    return now == null || now.equals(term.objectives()) ? null : now;
  }

  /** A year once approved was judged by these; a change of them is another model. */
  private static void wantUnlocked(List<String> touched, ModelState state) {
    if (state.terms().stream().allMatch(term -> term.approval() == null)) {
      return;
    }
    touched.stream()
        .filter(LOCKED_ONCE_APPROVED::contains)
        .findFirst()
        .ifPresent(
            field -> {
              throw new RuleBroken(Rule.FIELD_LOCKED, Map.of("field", field));
            });
  }

  private static void checkWithPlan(
      ModelForm after, List<String> touched, int year, Context context, Faults faults) {
    if (touched.contains("unitCode")) {
      Units.mayActFor(after.unitCode(), context);
      faults.unitKnown("/unitCode", after.unitCode(), context.reference());
      faults.refuse();
    }
    if (touched.contains("unitCode") || touched.contains("startsOn")) {
      Units.aliveOn(after.unitCode(), after.startsOn(), context.reference());
    }
    FormRules.check(
        after, touched, year, Units.plan(after.unitCode(), year, context.reference()), faults);
  }
}
