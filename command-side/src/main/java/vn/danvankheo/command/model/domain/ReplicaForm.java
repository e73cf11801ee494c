package vn.danvankheo.command.model.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.danvankheo.command.domain.Context;
import vn.danvankheo.command.domain.Units;
import vn.danvankheo.events.model.ModelForm;
import vn.danvankheo.events.plan.PlanContent;
import vn.danvankheo.events.state.ModelState;
import vn.danvankheo.events.state.Term;
import vn.danvankheo.events.vocabulary.FocusTask;
import vn.danvankheo.events.vocabulary.LegalBasis;
import vn.danvankheo.events.vocabulary.Objective;
import vn.danvankheo.events.vocabulary.PersonalText;
import vn.danvankheo.events.vocabulary.SourceModel;
import vn.danvankheo.events.vocabulary.SubjectKind;

/** The form by which a copy of a model is registered. */
public final class ReplicaForm {
  private ReplicaForm() {}

  /**
   * The registration of a copy: the receiving unit carries out what the source says, in its own
   * year. Persons, money and papers of the source stay with it, and so does what the receiving
   * unit's plan doesn't know.
   *
   * @param command the wish to replicate, already decided on
   * @param code the copy's registration code, drawn by the caller
   * @param source the source as it is
   * @param context units and plans
   * @return the command to decide on next, in the same transaction
   * @throws vn.danvankheo.command.domain.RuleBroken {@code PLAN_NOT_ISSUED}
   */
  public static RegisterModel registration(
      ReplicateModel command, String code, ModelState source, Context context) {
    ModelForm from = source.form();
    return new RegisterModel(
        command.replicaId(),
        code,
        command.year(),
        form(command, from, context),
        command.objectives() == null ? objectives(source) : command.objectives(),
        command.registeredOn(),
        new SourceModel(source.id(), from.title(), from.unitCode()));
  }

  private static ModelForm form(ReplicateModel command, ModelForm from, Context context) {
    int later = command.year() - from.startsOn().getYear();
    LocalDate startsOn = from.startsOn().plusYears(later);
    PlanContent plan =
        Units.plan(command.unitCode(), command.year(), context.reference()).content();
    return new ModelForm(
        command.title() == null ? from.title() : command.title(),
        SubjectKind.COLLECTIVE,
        unitName(command.unitCode(), startsOn, context),
        command.unitCode(),
        from.field(),
        from.content(),
        from.solutions(),
        startsOn,
        from.endsOn().plusYears(later),
        command.location() == null ? from.location() : command.location(),
        from.scope(),
        from.rationale(),
        from.outputs(),
        from.sustainability(),
        null,
        from.nationalField(),
        from.registrationLevel(),
        null,
        null,
        from.responsiblePosition(),
        null,
        null,
        known(from.legalBases(), FormRules.keys(plan.legalBases(), LegalBasis::code)),
        known(from.focusTasks(), FormRules.keys(plan.focusTasks(), FocusTask::code)),
        null);
  }

  private static @Nullable PersonalText unitName(String code, LocalDate day, Context context) {
    return context
        .reference()
        .unit(code)
        .map(unit -> PersonalText.open(unit.nameOn(day)))
        .orElse(null);
  }

  private static @Nullable List<String> known(@Nullable List<String> codes, Set<String> known) {
    List<String> kept = codes == null ? List.of() : codes.stream().filter(known::contains).toList();
    return kept.isEmpty() ? null : kept;
  }

  /** Those of the latest year that proved itself. */
  private static List<Objective> objectives(ModelState source) {
    return source.terms().stream()
        .filter(Term::recognized)
        .max(Comparator.comparingInt(Term::year))
        .orElse(source.latest())
        .objectives();
  }
}
