package vn.danvankheo.command.model.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.command.domain.Context;
import vn.danvankheo.command.domain.FaultCode;
import vn.danvankheo.command.domain.Faults;
import vn.danvankheo.command.domain.Rule;
import vn.danvankheo.command.domain.RuleBroken;
import vn.danvankheo.command.domain.Units;
import vn.danvankheo.events.model.ModelEvent;
import vn.danvankheo.events.model.ModelForm;
import vn.danvankheo.events.model.ModelRegistered;
import vn.danvankheo.events.model.ModelRenewed;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.state.PlanState;
import vn.danvankheo.events.state.Term;
import vn.danvankheo.events.vocabulary.Objective;
import vn.danvankheo.events.vocabulary.TermStatus;

/** Registering a model for its first and for later years. */
final class Registering {
  private Registering() {}

  static List<ModelEvent> register(
      RegisterModel command, @Nullable ModelState state, Context context) {
    if (state != null) {
      throw new IllegalArgumentException("The id is taken: " + command.id());
    }
    Faults faults = new Faults();
    ModelForm form = FormRules.marked(command.form());
    FormRules.lacking(form).forEach(name -> faults.add("/" + name, FaultCode.REQUIRED));
    faults.refuse();
    // Who mistypes a unit's code is told so, rather than that the unit is somebody else's.
    faults.unitKnown("/unitCode", form.unitCode(), context.reference());
    faults.refuse();
    Units.mayActFor(form.unitCode(), context);
    Units.aliveOn(form.unitCode(), form.startsOn(), context.reference());
    PlanState plan = Units.plan(form.unitCode(), command.year(), context.reference());
    FormRules.check(form, FormRules.filled(form), command.year(), plan, faults);
    FormRules.checkObjectives(command.objectives(), faults);
    LocalDate on = handedIn(command.registeredOn(), context, faults);
    boolean late = late(on, plan, context);
    faults.refuse();
    return List.of(
        new ModelRegistered(
            command.code(),
            command.year(),
            form,
            command.objectives(),
            on,
            late,
            context.actor().userName(),
            command.replicatedFrom()));
  }

  static List<ModelEvent> renew(RenewModel command, ModelState state, Context context) {
    Units.mayActFor(state.form().unitCode(), context);
    Term before = termBefore(command, state);
    PlanState plan = Units.plan(state.form().unitCode(), command.year(), context.reference());
    wantUnit(command, state, context);
    Faults faults = new Faults();
    if (command.year() - before.year() > 1) {
      faults.reason(context);
    }
    FormRules.checkObjectives(command.objectives(), faults);
    LocalDate on = handedIn(command.registeredOn(), context, faults);
    boolean late = late(on, plan, context);
    faults.refuse();
    List<Objective> objectives =
        command.objectives() == null ? before.objectives() : command.objectives();
    return List.of(
        new ModelRenewed(command.year(), objectives, on, late, context.actor().userName()));
  }

  /** The term that is kept up; what was withdrawn leaves nothing to keep up. */
  private static Term termBefore(RenewModel command, ModelState state) {
    if (state.closure() != null) {
      throw new RuleBroken(Rule.MODEL_CLOSED, Map.of("status", state.status()));
    }
    if (state.term(command.year()).isPresent()) {
      throw new RuleBroken(Rule.ALREADY_REGISTERED_FOR_YEAR, Map.of("year", command.year()));
    }
    Term before =
        state.terms().stream()
            .filter(t -> t.year() < command.year() && t.status() != TermStatus.WITHDRAWN)
            .max(Comparator.comparingInt(Term::year))
            .orElseThrow(() -> new RuleBroken(Rule.WRONG_STATE, Map.of("status", state.status())));
    if (state.latest().year() > command.year() || state.terms().stream().noneMatch(Term::running)) {
      throw new RuleBroken(Rule.WRONG_STATE, Map.of("status", state.status()));
    }
    if (before.currentReports().findAny().isEmpty()) {
      throw new RuleBroken(Rule.PREVIOUS_YEAR_OPEN, Map.of("year", before.year()));
    }
    return before;
  }

  /** A unit that ended hands its running models to its successor, who may keep them up. */
  private static void wantUnit(RenewModel command, ModelState state, Context context) {
    LocalDate firstDay = LocalDate.of(command.year(), 1, 1);
    if (Units.inCharge(state.form().unitCode(), firstDay, context.reference()).isEmpty()) {
      Units.aliveOn(state.form().unitCode(), firstDay, context.reference());
    }
  }

  /** The day it was handed in; an earlier one than today has to be explained. */
  private static LocalDate handedIn(
      @Nullable LocalDate registeredOn, Context context, Faults faults) {
    LocalDate on = registeredOn == null ? context.today() : registeredOn;
    faults.notInFuture("/registeredOn", on, context);
    if (on.isBefore(context.today())) {
      faults.reason(context);
    }
    return on;
  }

  /** Whether it comes after the plan's day, which needs a reason. */
  private static boolean late(LocalDate on, PlanState plan, Context context) {
    LocalDate dueOn = plan.content().registrationDueOn();
    boolean late = dueOn != null && on.isAfter(dueOn);
    if (late && !context.hasReason()) {
      throw new RuleBroken(Rule.REGISTRATION_CLOSED, Map.of("dueOn", dueOn));
    }
    return late;
  }
}
